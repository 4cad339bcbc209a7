    mov ecx, 0
    mov eax, 1
    cdq
    div ecx
