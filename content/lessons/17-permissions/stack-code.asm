    mov byte [rsp - 16], 0xC3     ; the byte of a ret
    lea rax, [rsp - 16]
    call rax
