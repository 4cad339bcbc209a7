import { expect, test } from 'vitest'
import { asmProgram, runToBreak, type Processor } from '../../processor.ts'

const CODE = 0x60_0000n

/** A program beside a page that may be written and executed. */
function withCodePage(source: string): Processor {
  const program = asmProgram(source)
  program.map(CODE - 4096n, 3 * 4096)
  return program
}

test('code that is written runs, and again after each change', () => {
  const program = withCodePage(`
        mov rbx, ${CODE}
        mov byte [rbx], 0xB8        ; mov eax, imm32
        mov byte [rbx + 5], 0xC3    ; ret
        xor ecx, ecx
        xor edx, edx
  .l:   mov [rbx + 1], ecx
        call rbx
        add edx, eax
        inc ecx
        cmp ecx, 100
        jb .l
        int3`)
  runToBreak(program)
  expect(program.registers.get('rdx')).toBe(4950n)
})

test('an instruction may change the very next one', () => {
  const program = withCodePage(`mov eax, ${CODE}\njmp rax`)
  // mov byte [rel next + 1], 7 ; next: mov ecx, 1 ; int3
  program.place(CODE, Uint8Array.of(0xc6, 0x05, 0x01, 0, 0, 0, 7, 0xb9, 1, 0, 0, 0, 0xcc))
  runToBreak(program)
  expect(program.registers.get('rcx')).toBe(7n)
})

test('a write across two pages reaches the code in the second', () => {
  const program = withCodePage(`
        mov rbx, ${CODE}
        call rbx
        mov ecx, eax
        mov dword [rbx - 2], 0x05B80000
        call rbx
        int3`)
  program.place(CODE, Uint8Array.of(0xb8, 1, 0, 0, 0, 0xc3))
  runToBreak(program)
  expect(program.registers.get('rcx')).toBe(1n)
  expect(program.registers.get('rax')).toBe(5n)
})

test('stores by string instructions are seen too', () => {
  const program = withCodePage(`
        mov ebx, ${CODE}
        call rbx
        mov edi, ebx
        mov al, 0x90
        mov ecx, 5
        rep stosb
        mov eax, 3
        call rbx
        int3`)
  program.place(CODE, Uint8Array.of(0xb8, 1, 0, 0, 0, 0xc3))
  runToBreak(program)
  expect(program.registers.get('rax')).toBe(3n)
})

test('time travel brings the old code back', () => {
  const program = withCodePage(`
  _start: mov ebx, ${CODE}
  .l:   call rbx
        mov byte [rbx + 1], 9
        jmp .l`)
  program.place(CODE, Uint8Array.of(0xb8, 1, 0, 0, 0, 0xc3))
  program.cpu.run(8)
  expect(program.registers.get('rax')).toBe(9n)
  program.journal.back(6)
  program.cpu.run(1)
  expect(program.registers.get('rax')).toBe(1n)
  program.cpu.run(5)
  expect(program.registers.get('rax')).toBe(9n)
  program.journal.back(8)
  program.cpu.run(3)
  expect(program.registers.get('rax')).toBe(1n)
})

test('code that was changed from outside, or mapped to another frame, runs as it is now', () => {
  const program = withCodePage(`_start: mov ebx, ${CODE}\n.l: call rbx\njmp .l`)
  program.place(CODE, Uint8Array.of(0xb8, 1, 0, 0, 0, 0xc3))
  program.cpu.run(4)
  program.place(CODE, Uint8Array.of(0xb8, 2))
  program.cpu.run(4)
  expect(program.registers.get('rax')).toBe(2n)
  program.unmap(CODE)
  program.map(CODE, 4096)
  program.place(CODE, Uint8Array.of(0xb8, 3, 0, 0, 0, 0xc3))
  program.cpu.run(4)
  expect(program.registers.get('rax')).toBe(3n)
})
