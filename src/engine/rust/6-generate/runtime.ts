import { FIRST_PID } from '../../units.ts'

/** A routine of the runtime part: its text, and what it needs. All keep to the System V ABI's registers. */
interface Routine {
  readonly needs?: readonly string[]
  /** Room without contents: label and byte count. */
  readonly zeroed?: readonly (readonly [label: string, byteCount: number])[]
  readonly text: string
  /** What it does first if the program collects text. */
  readonly collecting?: string
  /** Instead of `text` where there is something to be done when a panic comes by. */
  readonly unwinding?: string
}

const BUFFER_BYTES = 1024

const NOTE = `panic.note: db 'note: run with \`RUST_BACKTRACE=1\` environment variable to display a backtrace', 10
panic.note.end:`

/**
 * Characters that `{:?}` shows by their number since they could not be seen: control characters, spaces but the usual one,
 * marks that join the character before, private ones. Rust does so too with what Unicode has not assigned yet, and
 * with every mark there is; these are the blocks that a reader may meet. Up from the last, all are such.
 */
const UNSEEN: readonly (readonly [from: number, to: number])[] = [
  [0x01, 0x1f],
  [0x7f, 0xa0],
  [0xad, 0xad],
  [0x300, 0x36f],
  [0x1fff, 0x200f],
  [0x2028, 0x202f],
  [0x205f, 0x206f],
  [0x3000, 0x3000],
  [0xe000, 0xf8ff],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0x3_347a, 0x10_ffff],
]

/**
 * What a program needs besides its own functions, in the place of Rust's standard library. A program gets only what it
 * uses. Output is collected and written at the end of a line, as Rust does with the terminal.
 */
const ROUTINES: Readonly<Record<string, Routine>> = {
  'memory.copy': {
    text: `    ; RDX bytes from RSI to RDI
    mov rcx, rdx
    rep movsb
    ret`,
  },
  'memory.move': {
    text: `    ; RDX bytes from RSI to RDI; where they overlap, from the end that is not overwritten
    mov rcx, rdx
    mov rax, rdi
    sub rax, rsi
    cmp rax, rdx
    jb .backward
    rep movsb
    ret
.backward:
    lea rsi, [rsi + rdx - 1]
    lea rdi, [rdi + rdx - 1]
    std
    rep movsb
    cld
    ret`,
  },
  'output.collect': {
    zeroed: [['output.sink', 8]],
    text: `    ; Put RSI bytes at RDI behind the String at RAX
    mov rdx, rsi
    mov rsi, rdi
    mov rdi, rax
    jmp std.string.String.push_str`,
  },
  'output.write': {
    collecting: `    mov rax, [rel output.sink]
    test rax, rax
    jnz output.collect`,
    needs: ['output.flush'],
    zeroed: [
      ['output.buffer', BUFFER_BYTES],
      ['output.count', 8],
    ],
    text: `    ; Put RSI bytes at RDI into the buffer
    push rbx
    push r12
    mov rbx, rdi
    lea r12, [rdi + rsi]
.next:
    cmp rbx, r12
    jae .end
    mov rcx, [rel output.count]
    cmp rcx, ${BUFFER_BYTES}
    jb .room
    call output.flush
    xor ecx, ecx
.room:
    mov al, [rbx]
    lea rdx, [rel output.buffer]
    mov [rdx + rcx], al
    inc rcx
    mov [rel output.count], rcx
    inc rbx
    jmp .next
.end:
    pop r12
    pop rbx
    ret`,
  },
  'output.byte': {
    needs: ['output.write'],
    text: `    ; Put the byte DIL into the buffer
    push rdi
    mov rdi, rsp
    mov esi, 1
    call output.write
    pop rdi
    ret`,
  },
  'output.flush': {
    zeroed: [
      ['output.buffer', BUFFER_BYTES],
      ['output.count', 8],
      ['output.error', 8],
    ],
    text: `    ; Write what is in the buffer: system call 1, write
    mov rdx, [rel output.count]
    test rdx, rdx
    jz .end
    mov rdi, [rel output.error]
    inc rdi
    lea rsi, [rel output.buffer]
    mov eax, 1
    syscall
    mov qword [rel output.count], 0
.end:
    ret`,
  },
  'output.line': {
    needs: ['output.flush'],
    text: `    ; Write what is in the buffer if it ends a line
    mov rcx, [rel output.count]
    test rcx, rcx
    jz .end
    lea rdx, [rel output.buffer]
    cmp byte [rdx + rcx - 1], 10
    je output.flush
.end:
    ret`,
  },
  'output.to': {
    collecting: '    mov qword [rel output.sink], 0',
    needs: ['output.flush'],
    text: `    ; From here on output goes to file EDI: 1 is standard output, 2 standard error
    push rdi
    call output.flush
    pop rdi
    dec edi
    mov [rel output.error], rdi
    ret`,
  },
  'panic.text': {
    needs: ['panic.end', 'output.to', 'output.write'],
    text: `    ; Panic with the message of RSI bytes at RDI
    push rdi
    push rsi
    mov edi, 2
    call output.to
    pop rsi
    pop rdi
    call output.write
    jmp panic.end`,
  },
  'panic.end': {
    needs: ['output.write', 'output.flush'],
    text: `    ; The message is written; leave with exit code 101: system call 60, exit
    lea rdi, [rel panic.note]
    mov esi, panic.note.end - panic.note
    call output.write
    call output.flush
    mov edi, 101
    mov eax, 60
    syscall
${NOTE}`,
    unwinding: `    ; The message is written: from here on the functions are left one by one, whatever they own goes
    lea rdi, [rel panic.note]
    mov esi, panic.note.end - panic.note
    call output.write
    mov edi, 1
    call output.to
    pop rax
    jmp panic.unwind
${NOTE}`,
  },
  'panic.unwind': {
    needs: ['output.flush'],
    text: `    ; RBP has the frame of the function that RAX is in. Is there something to be done?
    lea rdx, [rel panic.landings]
    lea rcx, [rel panic.landings.end]
.row:
    cmp rax, [rdx]
    jbe .next
    cmp rax, [rdx + 8]
    jbe panic.unwind.found
.next:
    add rdx, 32
    cmp rdx, rcx
    jb .row
panic.resume:
    ; On to the caller: where it was called from, and its frame
    mov rax, [rbp + 8]
    mov rbp, [rbp]
    lea rdx, [rel panic.functions]
    cmp rax, [rdx]
    jb .out
    cmp rax, [rdx + 8]
    jb panic.unwind
.out:
    ; Nobody is left: exit code 101
    call output.flush
    mov edi, 101
    mov eax, 60
    syscall
panic.unwind.found:
    mov rsp, rbp
    sub rsp, [rdx + 24]
    jmp [rdx + 16]`,
  },
  'panic.resume': { needs: ['panic.unwind'], text: '' },
  'panic.in_cleanup': {
    needs: ['output.to', 'output.write', 'panic.die'],
    text: `    ; A panic on top of a panic
    mov edi, 2
    call output.to
    lea rdi, [rel panic.cleanup]
    mov esi, panic.cleanup.end - panic.cleanup
    call output.write
    jmp panic.die
panic.cleanup: db 10, "thread 'main' (${FIRST_PID}) panicked at library/core/src/panicking.rs:233:5:", 10
    db 'panic in a destructor during cleanup', 10
panic.cleanup.end:`,
  },
  'panic.abort': {
    needs: ['output.to', 'output.write', 'panic.die'],
    text: `    ; Panic with the message of RSI bytes at RDI, and abort
    push rdi
    push rsi
    mov edi, 2
    call output.to
    pop rsi
    pop rdi
    call output.write
    jmp panic.die`,
  },
  'panic.die': {
    needs: ['output.write', 'output.flush'],
    text: `    ; A panic that cannot unwind: signal 6, SIGABRT, to this process (system calls 39, getpid, and 62, kill)
    lea rdi, [rel panic.dying]
    mov esi, panic.dying.end - panic.dying
    call output.write
    call output.flush
    mov eax, 39
    syscall
    mov rdi, rax
    mov esi, 6
    mov eax, 62
    syscall
    mov edi, 134
    mov eax, 60
    syscall
panic.dying: db 'thread caused non-unwinding panic. aborting.', 10
panic.dying.end:`,
  },
  'panic.misaligned': {
    needs: ['output.to', 'output.write', 'format.number', 'panic.die'],
    text: `    ; The message of RSI bytes at RDI, the address RDX, and abort
    push rdx
    push rdi
    push rsi
    mov edi, 2
    call output.to
    pop rsi
    pop rdi
    call output.write
    pop rdi
    mov esi, 16
    mov edx, 4
    xor ecx, ecx
    mov r8d, 32
    call format.number
    push 10
    mov rdi, rsp
    mov esi, 1
    call output.write
    jmp panic.die`,
  },
  'panic.bounds': {
    needs: ['panic.range'],
    text: `    ; The message of RSI bytes at RDI, the length RCX, and the index RDX
    xchg rcx, rdx
    lea r8, [rel panic.between]
    mov r9d, panic.between.end - panic.between
    jmp panic.range
panic.between: db ' but the index is '
panic.between.end:`,
  },
  'panic.range': {
    needs: ['output.to', 'output.write', 'format.number', 'panic.end'],
    text: `    ; The message of RSI bytes at RDI, the number RDX, the R9 bytes at R8, and the number RCX
    push rcx
    push r9
    push r8
    push rdx
    push rsi
    push rdi
    mov edi, 2
    call output.to
    pop rdi
    pop rsi
    call output.write
    pop rdi
    call .number
    pop rdi
    pop rsi
    call output.write
    pop rdi
    call .number
    push 10
    mov rdi, rsp
    mov esi, 1
    call output.write
    add rsp, 8
    jmp panic.end
.number:
    mov esi, 10
    xor edx, edx
    xor ecx, ecx
    mov r8d, 32
    jmp format.number`,
  },
  'process.exit': {
    needs: ['output.flush'],
    text: `    ; Leave with exit code EDI, without anything being dropped: system call 60, exit
    push rdi
    call output.flush
    pop rdi
    mov eax, 60
    syscall`,
  },
  'format.padded': {
    needs: ['output.write', 'format.fill'],
    text: `    ; The text of RSI bytes and R9 characters at RDI, in RCX columns; bits 5 and 6 of EDX say on which side
    push rbx
    push r12
    push r13
    push r14
    push r15
    mov rbx, rdi
    mov r12, rsi
    mov r14, r8
    xor r13d, r13d
    sub rcx, r9
    jbe .write
    mov r13, rcx
    xor r15d, r15d
    shr edx, 5
    and edx, 3
    cmp edx, 1
    jbe .left
    mov r15, r13
    cmp edx, 3
    je .left
    shr r15, 1
.left:
    sub r13, r15
    mov rdi, r15
    mov rsi, r14
    call format.fill
.write:
    mov rdi, rbx
    mov rsi, r12
    call output.write
    mov rdi, r13
    mov rsi, r14
    call format.fill
    pop r15
    pop r14
    pop r13
    pop r12
    pop rbx
    ret`,
  },
  'format.fill': {
    needs: ['output.write', 'format.encode'],
    text: `    ; The character RSI, RDI times
    push rbx
    push r12
    mov rbx, rdi
    mov r12, rsi
.next:
    test rbx, rbx
    jz .end
    dec rbx
    mov rdi, r12
    sub rsp, 16
    mov rsi, rsp
    call format.encode
    mov rdi, rsp
    mov rsi, rax
    call output.write
    add rsp, 16
    jmp .next
.end:
    pop r12
    pop rbx
    ret`,
  },
  'format.encode': {
    text: `    ; The character EDI as UTF-8 to RSI; RAX becomes the number of bytes
    cmp edi, 128
    jae .two
    mov [rsi], dil
    mov eax, 1
    ret
.two:
    mov eax, edi
    and eax, 63
    or eax, 128
    cmp edi, 2048
    jae .three
    mov [rsi + 1], al
    shr edi, 6
    or edi, 192
    mov [rsi], dil
    mov eax, 2
    ret
.three:
    mov ecx, edi
    shr ecx, 6
    and ecx, 63
    or ecx, 128
    cmp edi, 65536
    jae .four
    mov [rsi + 2], al
    mov [rsi + 1], cl
    shr edi, 12
    or edi, 224
    mov [rsi], dil
    mov eax, 3
    ret
.four:
    mov [rsi + 3], al
    mov [rsi + 2], cl
    mov ecx, edi
    shr ecx, 12
    and ecx, 63
    or ecx, 128
    mov [rsi + 1], cl
    shr edi, 18
    or edi, 240
    mov [rsi], dil
    mov eax, 4
    ret`,
  },
  'format.character': {
    needs: ['format.encode', 'format.padded'],
    text: `    ; The character EDI
    push rdx
    push rcx
    push r8
    sub rsp, 16
    mov rsi, rsp
    call format.encode
    mov rdi, rsp
    mov rsi, rax
    mov r9d, 1
    mov r8, [rsp + 16]
    mov rcx, [rsp + 24]
    mov rdx, [rsp + 32]
    call format.padded
    add rsp, 40
    ret`,
  },
  'format.quoted': {
    needs: ['format.escaped', 'output.byte'],
    text: `    ; The character EDI between quotes, and never padded
    push rbx
    mov ebx, edi
    mov edi, 39
    call output.byte
    mov edi, ebx
    mov edx, 39
    call format.escaped
    mov edi, 39
    call output.byte
    pop rbx
    ret`,
  },
  'format.text': {
    needs: ['format.escaped', 'output.byte', 'text.decode'],
    text: `    ; The RSI bytes of text at RDI between quotes, and never padded
    push rbx
    push r12
    mov rbx, rdi
    lea r12, [rdi + rsi]
    mov edi, 34
    call output.byte
.next:
    cmp rbx, r12
    jae .end
    mov rdi, rbx
    call text.decode
    add rbx, rcx
    mov edi, eax
    mov edx, 34
    call format.escaped
    jmp .next
.end:
    mov edi, 34
    call output.byte
    pop r12
    pop rbx
    ret`,
  },
  'format.counted': {
    needs: ['format.padded'],
    text: `    ; As format.padded, with R9 still to be counted: all bytes but those that continue a character, and no more
    ; characters than EDX says in its higher bits, less one, if it says any
    xor r9d, r9d
    mov rax, rdi
    lea r10, [rdi + rsi]
    mov r11, rdx
    shr r11, 8
    jz .next
    push rcx
    mov rcx, r11
.limited:
    cmp rax, r10
    jae .all
    mov r11b, [rax]
    and r11b, 192
    cmp r11b, 128
    je .inside
    dec rcx
    jz .all
.inside:
    inc rax
    jmp .limited
.all:
    mov rsi, rax
    sub rsi, rdi
    mov r10, rax
    mov rax, rdi
    pop rcx
.next:
    cmp rax, r10
    jae format.padded
    mov r11b, [rax]
    and r11b, 192
    cmp r11b, 128
    je .continued
    inc r9
.continued:
    inc rax
    jmp .next`,
  },
  'format.escaped': {
    needs: ['format.encode', 'output.write'],
    text: `    ; The character EDI, escaped where Rust does so between quotes that are the character EDX
    sub rsp, 24
    lea rsi, [rsp + 1]
    mov al, 'n'
    cmp edi, 10
    je .escaped
    mov al, 't'
    cmp edi, 9
    je .escaped
    mov al, 'r'
    cmp edi, 13
    je .escaped
    mov al, '0'
    test edi, edi
    je .escaped
    mov eax, edi
    cmp edi, edx
    je .escaped
    cmp edi, 92
    je .escaped
    lea rax, [rel format.unseen]
.range:
    cmp edi, [rax]
    jb .seen
    cmp edi, [rax + 4]
    jbe .unseen
    add rax, 8
    jmp .range
.seen:
    call format.encode
    jmp .close
.unseen:
    mov dword [rsp + 1], 0x7b755c
    lea rsi, [rsp + 4]
    mov ecx, 24
.zeros:
    sub ecx, 4
    mov eax, edi
    shr eax, cl
    test eax, eax
    jz .zeros
.digit:
    mov eax, edi
    shr eax, cl
    and eax, 15
    lea edx, [rax + 48]
    cmp eax, 10
    jb .put
    lea edx, [rax + 87]
.put:
    mov [rsi], dl
    inc rsi
    sub ecx, 4
    jns .digit
    mov byte [rsi], '}'
    lea rax, [rsi + 1]
    lea rsi, [rsp + 1]
    sub rax, rsi
    jmp .close
.escaped:
    mov byte [rsp + 1], 92
    mov [rsp + 2], al
    mov eax, 2
.close:
    lea rdi, [rsp + 1]
    mov rsi, rax
    call output.write
    add rsp, 24
    ret
format.unseen: dd ${UNSEEN.flat().join(', ')}`,
  },
  'text.decode': {
    text: `    ; EAX becomes the character whose UTF-8 begins at RDI, RCX the number of its bytes
    movzx eax, byte [rdi]
    mov ecx, 1
    test al, al
    jns .end
    mov ecx, 2
    mov edx, 31
    cmp al, 224
    jb .begin
    mov ecx, 3
    mov edx, 15
    cmp al, 240
    jb .begin
    mov ecx, 4
    mov edx, 7
.begin:
    and eax, edx
    mov edx, 1
.more:
    shl eax, 6
    movzx esi, byte [rdi + rdx]
    and esi, 63
    or eax, esi
    inc edx
    cmp edx, ecx
    jb .more
.end:
    ret`,
  },
  'text.compare': {
    text: `    ; RAX becomes −1, 0 or 1: the RSI bytes at RDI are less than the RCX bytes at RDX, the same, or greater
    mov r8, rsi
    cmp rsi, rcx
    cmova r8, rcx
    xor r9d, r9d
.next:
    cmp r9, r8
    jae .lengths
    movzx eax, byte [rdi + r9]
    movzx r10d, byte [rdx + r9]
    inc r9
    cmp eax, r10d
    je .next
    jmp .sign
.lengths:
    cmp rsi, rcx
.sign:
    seta al
    setb cl
    sub al, cl
    movsx rax, al
    ret`,
  },
  'format.boolean': {
    needs: ['format.padded'],
    text: `    ; EDI as true or false
    mov esi, 4
    test edi, edi
    lea rdi, [rel format.true]
    jnz .write
    mov esi, 5
    lea rdi, [rel format.false]
.write:
    mov r9d, esi
    jmp format.padded
format.true: db 'true'
format.false: db 'false'`,
  },
  'format.number': {
    needs: ['format.padded', 'output.write', 'format.fill'],
    text: `    ; The number RDI in base ESI. EDX: 1 negative, 2 plus sign, 4 prefix, 8 filled with zeros, 16 capital letters
    push rbp
    mov rbp, rsp
    push rbx
    push r12
    push r13
    push r14
    sub rsp, 96
    mov r12d, edx
    mov r13, rcx
    mov r14, r8
    mov rax, rdi
    mov ebx, esi
    lea rcx, [rbp - 40]
.digit:
    xor edx, edx
    div rbx
    cmp edx, 10
    jb .decimal
    add edx, 39
    test r12d, 16
    jz .decimal
    sub edx, 32
.decimal:
    add edx, 48
    dec rcx
    mov [rcx], dl
    test rax, rax
    jnz .digit
    ; R8: where the digits begin, R9: how many
    mov r8, rcx
    lea r9, [rbp - 40]
    sub r9, rcx
    ; Sign and prefix into RBP - 128 and on, RSI of them
    lea rdi, [rbp - 128]
    xor esi, esi
    test r12d, 3
    jz .prefix
    mov byte [rdi], 45
    test r12d, 1
    jnz .signed
    mov byte [rdi], 43
.signed:
    inc esi
.prefix:
    test r12d, 4
    jz .pad
    mov eax, 'b'
    cmp ebx, 2
    je .letter
    mov eax, 'o'
    cmp ebx, 8
    je .letter
    cmp ebx, 10
    je .pad
    mov eax, 'x'
.letter:
    mov byte [rdi + rsi], 48
    mov [rdi + rsi + 1], al
    add esi, 2
.pad:
    test r12d, 8
    jz .join
    ; Sign and prefix, zeros, digits
    mov rbx, r8
    mov r14, r9
    sub r13, r9
    sub r13, rsi
    call output.write
    cmp r13, 0
    jle .digits
    mov rdi, r13
    mov esi, 48
    call format.fill
.digits:
    mov rdi, rbx
    mov rsi, r14
    call output.write
    jmp .end
.join:
    ; Sign and prefix directly before the digits, and the whole padded
    mov rcx, r8
    mov rdx, rsi
.move:
    test rdx, rdx
    jz .whole
    dec rdx
    dec rcx
    mov al, [rdi + rdx]
    mov [rcx], al
    jmp .move
.whole:
    mov rdi, rcx
    add rsi, r9
    mov r9, rsi
    mov rcx, r13
    mov r8, r14
    mov edx, r12d
    test edx, 96
    jnz .aligned
    or edx, 96
.aligned:
    call format.padded
.end:
    lea rsp, [rbp - 32]
    pop r14
    pop r13
    pop r12
    pop rbx
    pop rbp
    ret`,
  },
  'heap.allocate': {
    zeroed: [
      ['heap.free_lists', 8 * 64],
      ['heap.next', 8],
      ['heap.end', 8],
    ],
    needs: ['heap.class', 'heap.exhausted'],
    text: `    ; Room for RDI bytes: RAX becomes its address. Sizes are rounded up to a power of two; what was freed is used again
    test rdi, rdi
    jnz .some
    mov eax, 16
    ret
.some:
    call heap.class
    lea rdx, [rel heap.free_lists]
    mov rax, [rdx + rcx * 8]
    test rax, rax
    jz .fresh
    mov rsi, [rax]
    mov [rdx + rcx * 8], rsi
    ret
.fresh:
    mov esi, 1
    shl rsi, cl
    mov rax, [rel heap.next]
    test rax, rax
    jnz .known
    ; System call 12, brk: where does the heap begin?
    push rsi
    xor edi, edi
    mov eax, 12
    syscall
    pop rsi
    add rax, 15
    and rax, -16
    mov [rel heap.next], rax
    mov [rel heap.end], rax
.known:
    lea rdx, [rax + rsi]
    mov [rel heap.next], rdx
    cmp rdx, [rel heap.end]
    jbe .end
    ; Move the end of the heap up, by 64 KiB more than needed
    push rax
    lea rdi, [rdx + 65536]
    push rdi
    mov eax, 12
    syscall
    pop rdi
    cmp rax, rdi
    jb heap.exhausted
    mov [rel heap.end], rax
    pop rax
.end:
    ret`,
  },
  'heap.exhausted': {
    needs: ['output.to', 'output.write', 'panic.die'],
    text: `    ; The system has no more memory to give
    mov edi, 2
    call output.to
    lea rdi, [rel heap.message]
    mov esi, heap.message.end - heap.message
    call output.write
    jmp panic.die
heap.message: db 'memory allocation failed', 10
heap.message.end:`,
  },
  'heap.class': {
    text: `    ; RCX becomes the power of two, at least 16, that RDI bytes fit
    mov ecx, 4
    mov eax, 16
.next:
    cmp rax, rdi
    jae .end
    add rax, rax
    inc ecx
    jmp .next
.end:
    ret`,
  },
  'heap.free': {
    needs: ['heap.class', 'heap.allocate'],
    text: `    ; Give back the RSI bytes at RDI
    test rsi, rsi
    jz .end
    mov r8, rdi
    mov rdi, rsi
    call heap.class
    lea rdx, [rel heap.free_lists]
    mov rax, [rdx + rcx * 8]
    mov [r8], rax
    mov [rdx + rcx * 8], r8
.end:
    ret`,
  },
}

export interface Runtime {
  readonly lines: readonly string[]
  readonly zeroed: readonly string[]
}

/** The texts of the routines that are used, and of those that they use. */
export function runtimeFor(used: Iterable<string>, unwinds: boolean): Runtime {
  const names = new Set(used)
  if (unwinds) names.add('panic.unwind')
  for (const name of names) for (const needed of routine(name).needs ?? []) names.add(needed)
  const zeroed = new Map([...names].flatMap((name) => routine(name).zeroed ?? []))
  return {
    lines: [...names]
      .filter((name) => routine(name).text !== '')
      .sort()
      .flatMap((name) => ['', `${name}:`, ...textOf(name, names).split('\n')]),
    zeroed: [...zeroed].map(([label, byteCount]) => `${label}: resb ${byteCount}`),
  }
}

function textOf(name: string, used: ReadonlySet<string>): string {
  const { text, collecting, unwinding } = routine(name)
  if (unwinding !== undefined && used.has('panic.unwind')) return unwinding
  if (collecting === undefined || !used.has('output.collect')) return text
  const [comment, ...rest] = text.split('\n')
  return [comment, collecting, ...rest].join('\n')
}

function routine(name: string): Routine {
  const found = ROUTINES[name]
  if (!found) throw new Error(`there is no routine ${name}`)
  return found
}
