    mov rax, 0x2000
    mov cr3, rax
