global _start
section .text
_start:
    xor edi, edi            ; wherever there is room
    mov esi, 0x5000         ; five pages
    mov edx, 3              ; to be read and written
    mov r10d, 0x22          ; private, and no file behind it
    mov r8, -1
    xor r9d, r9d
    mov eax, 9              ; mmap
    syscall
    mov rbx, rax
    mov byte [rbx], 42
    mov rdi, rbx
    mov esi, 0x5000
    mov eax, 11             ; munmap: it is given back
    syscall
    mov al, [rbx]           ; and read once more
    xor edi, edi
    mov eax, 60             ; exit
    syscall
