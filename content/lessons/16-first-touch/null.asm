    xor eax, eax
    mov byte [rax], 1
