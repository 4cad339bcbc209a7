    mov eax, 9            ; mmap: one page that may be written
    xor edi, edi
    mov esi, 4096
    mov edx, 3
    mov r10d, 0x21        ; shared, of no file
    mov r8, -1
    xor r9d, r9d
    syscall
    mov rbx, rax
    mov dword [rbx], 42
    mov eax, 57           ; fork()
    syscall
    test eax, eax
    jnz parent
    mov dword [rbx], 7    ; the child alone does this
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
    mov edi, [rbx]
    mov eax, 60           ; exit(what the page holds)
    syscall
