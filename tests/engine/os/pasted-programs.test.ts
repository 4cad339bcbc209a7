import { expect, test } from 'vitest'
import { CALL, EXIT, exitCode, MMAP, ran, result } from './linux-programs.ts'

/* Programs as people write them; what is expected was seen on Linux. */

const HELLO = `section .text
global _start
_start:
 mov rsi, text
 mov rax, 1
 mov rdi, 1
 mov rdx, 6
 syscall
 mov rax, 60
 mov rdi, 0
 syscall`

test.each([
  ['.bss first', `section .bss\n a resb 1\nsection .data\n text db "Hello", 10\n${HELLO}`],
  ['.data last', `${HELLO}\nsection .bss\n a resb 1\nsection .data\n text db "Hello", 10`],
  ['a section of its own', `${HELLO}\nsection .mine write\n text db "Hello", 10\nsection .bss\n a resb 1`],
  [
    'constants, in pieces',
    `section .rodata\n text db "Hel"\n${HELLO}\nsection .data\n x dd 5\nsection .rodata\n db "lo", 10`,
  ],
])('sections may stand in any order: %s', (_, source) => {
  const { machine, stop } = ran(source)
  expect(stop).toMatchObject({ kind: 'exit', code: 0 })
  expect(machine.console?.text).toBe('Hello\n')
})

test('what stands behind reserved bytes of the same page keeps its values', () => {
  const source = `section .bss\nbefore: resb 8\nsection .data\nx: dq 41\nsection .text
_start: inc qword [before]
mov rdi, [x]
add rdi, [before]
mov eax, 60
syscall`
  expect(exitCode(source)).toBe(42)
})

test('a section that is not loaded takes no room, and the next one is where it would be', () => {
  const source = `section .rodata\n r: db 1\nsection .text\n_start:\n mov eax, 60\n mov edi, own\n shr edi, 12\n syscall
section .note.GNU-stack noalloc noexec nowrite progbits\nsection .own write align=4\nown: dd 1`
  expect(exitCode(source)).toBe(0x403 & 0xff)
})

test('a section without attributes may only be read, as nasm has it', () => {
  expect(exitCode(`_start: mov byte [x], 1\n${EXIT(0)}\nsection mine\nx: db 0`)).toBe('SIGSEGV')
})

/** The child writes into shared memory that nobody has touched, and ends; the parent waits and exits with what it sees. */
const shares = (touch: string, flags: number, rest = '') => `_start:
${MMAP({ byteCount: 8192, flags })}
mov rbx, rax
${touch}
${CALL(57, '0')}
test eax, eax
jz child
mov rdi, -1
xor esi, esi
xor edx, edx
xor r10d, r10d
mov eax, 61
syscall
${rest}
mov rdi, [rbx]
add rdi, [rbx + 4096]
mov eax, 60
syscall
child:
${rest}
mov qword [rbx], 70
mov qword [rbx + 4096], 7
${EXIT(0)}`

test.each([
  ['not touched before', shares('', 0x21), 77],
  ['read before', shares('mov rcx, [rbx]', 0x21), 77],
  ['written before', shares('mov qword [rbx + 4096], 1', 0x21), 77],
  ['private', shares('', 0x22), 0],
])('what a child writes into a shared mapping its parent sees: %s', (_, source, code) => {
  expect(exitCode(source)).toBe(code)
})

test('mappings that parent and child make after the fork are not the same memory', () => {
  const own = MMAP({ flags: 0x21 })
  expect(exitCode(shares('', 0x21, `push rbx\n${own}\nadd qword [rax], 1\npop rbx`))).toBe(77)
})

test('sharers have their frames back once all of them have ended', () => {
  const { machine } = ran(shares('', 0x21))
  const alone = ran(shares('', 0x22)).machine
  expect(machine.kernel.freeFrameCount()).toBe(alone.kernel.freeFrameCount() - 2)
})

/** A child that has ended, or that runs, and what wait4 then returns. */
const waits = (pid: string | number, options: number, child = EXIT(3), usage = '0') => `_start:
${CALL(57, '0')}
test eax, eax
jnz parent
${child}
parent: mov r12, rax
mov ecx, 30000
again: dec ecx
jnz again
mov rdi, ${pid}
xor esi, esi
mov edx, ${options}
mov r10, ${usage}
mov eax, 61
syscall`

test.each([
  ['any child', waits(-1, 0), 1001n],
  ['any of the group', waits(0, 0), 1001n],
  ['the group itself', waits(-1000, 0), 1001n],
  ['another group', waits(-7, 0), -10n],
  ['that child', waits('r12', 0), 1001n],
  ['a stranger', waits(1, 0), -10n],
  ['the smallest number', waits('-0x80000000', 0), -3n],
  ['all kinds', waits(-1, 0x4000_0000), 1001n],
  ['clones only', waits(-1, 0x8000_0000), -10n],
  ['an option that is none', waits(-1, 0x10), -22n],
  ['no place for the usage', waits(-1, 0, EXIT(3), '8'), -14n],
])('wait4 looks at pid and options: %s', (_, source, expected) => {
  expect(result(source)).toBe(expected)
})

test('wait4 does not wait where it is told not to', () => {
  const child = `mov ecx, 200000\nspin: dec ecx\njnz spin\n${EXIT(3)}`
  expect(exitCode(`${waits(-1, 1, child)}\nlea edi, [rax + 5]\nmov eax, 60\nsyscall`)).toBe(5)
})

test.each([
  [0x123, 0x7fff_f7ff_e000],
  [0x5000, 0x1_0000],
  [0x1_0000, 0x1_0000],
  [0x1000_0123, 0x1000_0000],
  [0x1000_1fff, 0x1000_1000],
])('a wish of mmap is rounded down to a page: %i', (wish, expected) => {
  expect(result(`_start: ${MMAP({ address: String(wish) })}`)).toBe(BigInt(expected))
})

test.each([
  ['MAP_32BIT', { flags: 0x62 }, 0x4000_0000n],
  ['MAP_HUGETLB', { flags: 0x4_0022 }, -12n],
  ['MAP_GROWSDOWN with MAP_SHARED', { flags: 0x121 }, -22n],
  ['MAP_SHARED_VALIDATE', { flags: 0x23 }, -22n],
])('no flag of mmap is passed over: %s', (_, call, expected) => {
  expect(result(`_start: ${MMAP(call)}`)).toBe(expected)
})

test('MAP_POPULATE gives pages their frames at once', () => {
  const frames = (flags: number) => {
    const { machine } = ran(`_start: ${MMAP({ byteCount: 0x8000, flags })}\nhlt`)
    return machine.kernel.freeFrameCount()
  }
  // Seven of the eight, since the first touch of any would have made the table too; and the table.
  expect(frames(0x22) - frames(0x8022)).toBe(9)
})

test('MAP_GROWSDOWN lets a mapping grow to what is touched below it', () => {
  const touch = (flags: number) => `_start: ${MMAP({ address: '0x30000000', flags })}
mov byte [rax - 1], 5
movzx edi, byte [rax - 1]
mov eax, 60
syscall`
  expect(exitCode(touch(0x122))).toBe(5)
  expect(exitCode(touch(0x22))).toBe('SIGSEGV')
})

test('a breakpoint in two bytes is one, and any other interrupt is none', () => {
  expect(exitCode('_start: int 3')).toBe('SIGTRAP')
  expect(exitCode('_start: int 4')).toBe('SIGSEGV')
})
