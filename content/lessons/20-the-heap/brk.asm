global _start
section .text
_start:
    xor edi, edi
    mov eax, 12             ; brk(0): where does the heap end?
    syscall
    mov rbx, rax
    lea rdi, [rbx + 0x3000]
    mov eax, 12             ; brk: let it end three pages further up
    syscall
    mov byte [rbx], 42      ; the first touch
    xor edi, edi
    mov eax, 60             ; exit
    syscall
