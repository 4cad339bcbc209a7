    mov eax, 9            ; mmap: eight pages that may be written
    xor edi, edi
    mov esi, 8 * 4096
    mov edx, 3
    mov r10d, 0x22        ; private, of no file
    mov r8, -1
    xor r9d, r9d
    syscall
    mov rbx, rax
    mov ecx, 8
fill:
    mov byte [rax], 1     ; touch all of them
    add rax, 4096
    dec ecx
    jnz fill
    mov eax, 57           ; fork()
    syscall
    test eax, eax
    jnz parent
    mov ecx, 3
change:
    mov byte [rbx], 2     ; the child writes into some
    add rbx, 4096
    dec ecx
    jnz change
    xor edi, edi
    mov eax, 60           ; exit(0)
    syscall
parent:
    mov edi, -1           ; wait4(-1, 0, 0, 0)
    xor esi, esi
    xor edx, edx
    xor r10d, r10d
    mov eax, 61
    syscall
    xor edi, edi
    mov eax, 60           ; exit(0)
    syscall
