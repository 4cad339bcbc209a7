    mov eax, 57           ; fork(): there are two of us now
    syscall
    mov ecx, 15000
around:
    dec ecx               ; count, and ask for nothing
    jnz around
    xor edi, edi
    mov eax, 60           ; exit(0)
    syscall
