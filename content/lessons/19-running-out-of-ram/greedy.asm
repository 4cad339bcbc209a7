    mov eax, 9            ; mmap: a thousand pages
    xor edi, edi
    mov esi, 1000 * 4096
    mov edx, 3
    mov r10d, 0x22
    mov r8, -1
    xor r9d, r9d
    syscall
    mov ecx, 1000
touch_next:
    mov byte [rax], 1
    add rax, 4096
    dec ecx
    jnz touch_next
    xor edi, edi
    mov eax, 60
    syscall
