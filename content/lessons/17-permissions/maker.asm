    ; a page that may be written: mmap(0, 4096, READ | WRITE, PRIVATE | ANONYMOUS, -1, 0)
    mov eax, 9
    xor edi, edi
    mov esi, 4096
    mov edx, 3
    mov r10d, 0x22
    mov r8, -1
    xor r9d, r9d
    syscall
    mov rbx, rax
    ; two instructions, as bytes: mov eax, 42 and ret
    mov dword [rbx], 0x00002AB8
    mov word [rbx + 4], 0xC300
    ; now it may be executed, and written no more: mprotect(page, 4096, READ | EXECUTE)
    mov eax, 10
    mov rdi, rbx
    mov esi, 4096
    mov edx, 5
    syscall
    call rbx
    ; exit with what it returned
    mov edi, eax
    mov eax, 60
    syscall
