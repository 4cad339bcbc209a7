example:
    push rbp
    mov rbp, rsp
    sub rsp, 8                ; Allocate 8 bytes on stack
    mov byte [rbp - 1], 42    ; let x: u8 = 42;
    mov dword [rbp - 5], 100  ; let y: u32 = 100;
    mov al, [rbp - 1]         ; read x
    mov eax, [rbp - 5]        ; read y
    leave
    ret
