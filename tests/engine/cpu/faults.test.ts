import { describe, expect, test } from 'vitest'
import type { Fault } from '#engine/memory/fault.ts'
import { asmProgram, sameBytes, STACK_BYTES, STACK_TOP, type Processor } from '../../processor.ts'

const STACK_BOTTOM = STACK_TOP - BigInt(STACK_BYTES)
/** Page-table entries have bits for having been used; those may change when an instruction faults. */
const PAGE_TABLE_BYTES = 4096

/** Runs to the fault and checks that the faulting instruction has left no trace. */
function faultOf(
  source: string,
  prepare: (processor: Processor) => void = () => {},
): Fault & { readonly rip: bigint } {
  const program = asmProgram(source)
  prepare(program)
  for (let steps = 0; steps < 1000; steps++) {
    const before = program.state()
    const stepsBefore = program.journal.stepCount
    const stop = program.cpu.step()
    if (stop.kind !== 'fault') continue
    const [then, now] = [before, program.state()].map((bytes) => bytes.subarray(PAGE_TABLE_BYTES))
    expect(sameBytes(then!, now!)).toBe(true)
    expect(program.journal.stepCount).toBe(stepsBefore)
    expect(stop.steps).toBe(0)
    return { ...stop.fault, rip: program.registers.rip }
  }
  throw new Error('no fault')
}

describe('faults are values, and what faults has changed nothing', () => {
  test.each([
    ['division by zero', 'mov eax, 5\nxor ecx, ecx\nxor edx, edx\ndiv ecx'],
    ['an unsigned quotient that does not fit', 'mov edx, 1\nmov ecx, 1\ndiv ecx'],
    ['a signed quotient that does not fit', 'mov eax, 0x80000000\ncdq\nmov ecx, -1\nidiv ecx'],
    ['a signed 64-bit quotient that does not fit', 'mov rax, 0x8000000000000000\ncqo\nmov rcx, -1\nidiv rcx'],
    ['an 8-bit quotient that does not fit', 'mov ax, 1024\nmov cl, 4\ndiv cl'],
    ['a divisor in memory', 'mov qword [rsp], 0\ndiv qword [rsp]'],
  ])('divide error: %s', (_, source) => {
    expect(faultOf(source)).toMatchObject({ kind: 'divide-error', vector: 0 })
  })

  test.each([
    ['ud2', 'ud2'],
    ['a byte that begins no instruction', 'db 0x06'],
    ['lock before what has no memory to lock', 'db 0xF0, 0x01, 0xC0'],
    ['a register where only memory may be', 'db 0x8D, 0xC0'],
    ['more than 15 bytes', 'times 15 db 0x66\nnop'],
  ])('invalid opcode: %s', (_, source) => {
    expect(faultOf(source)).toMatchObject({ kind: 'invalid-opcode', vector: 6 })
  })

  test.each([
    ['reading', 'mov rbx, 0x800000000000\nmov eax, [rbx]', 0x8000_0000_0000n],
    ['writing', 'mov rbx, 0x8000000000000000\nadd [rbx], eax', 0x8000_0000_0000_0000n],
    ['the second part of an access', 'mov rbx, 0x7FFFFFFFFFFF\nmov [rbx], ax', 0x8000_0000_0000n],
  ])('general protection: %s at an address that is not canonical', (_, source, address) => {
    const map = (processor: Processor) => processor.map(0x7fff_ffff_f000n, 4096)
    expect(faultOf(source, map)).toMatchObject({
      kind: 'general-protection',
      vector: 13,
      errorCode: 0,
      address,
    })
  })

  test.each([
    ['jmp', 'mov rax, 0x800000000000\njmp rax'],
    ['ret', 'mov rax, 0x800000000000\npush rax\nret'],
    ['ret with a number', 'mov rax, 0x800000000000\npush rax\nret 8'],
    ['call', 'mov rax, 0x8000000000000000\nmov [rsp], rax\ncall [rsp]'],
    ['int', 'int 0x81'],
  ])('general protection: %s to where no code can be', (_, source) => {
    expect(faultOf(source)).toMatchObject({ kind: 'general-protection' })
  })

  test('a jump to where no address is faults itself: RIP and RSP stay', () => {
    const { rip, address } = faultOf('mov rax, 0x800000000000\npush rax\njump: ret')
    expect(address).toBe(0x8000_0000_0000n)
    expect(rip).toBe(asmProgram('mov rax, 0x800000000000\npush rax\njump: ret').assembly.labels.get('jump'))
  })

  test.each([
    ['push', 'mov rsp, 0x8000000000000000\npush rax'],
    ['pop', 'mov rsp, 0x8000000000000000\npop rax'],
    ['call', 'mov rsp, 0x8000000000000000\ncall next\nnext:'],
    ['ret', 'mov rsp, 0x8000000000000000\nret'],
    ['leave', 'mov rbp, 0x8000000000000000\nleave'],
    ['an address from rbp', 'mov rbp, 0x8000000000000000\nmov eax, [rbp - 1]'],
    ['an address from rsp', 'mov rsp, 0x8000000000000000\nmov [rsp + rcx], eax'],
  ])('stack fault: %s', (_, source) => {
    expect(faultOf(source)).toMatchObject({ kind: 'stack-fault', vector: 12, errorCode: 0 })
  })

  test.each([
    ['reading where nothing is mapped', 'mov eax, [0x1000]', 4, 0x1000n],
    ['writing where nothing is mapped', 'mov [0x1000], al', 6, 0x1000n],
    ['writing to code', 'inc byte [rel $]', 7, 0x401000n],
    ['fetching from the stack', 'jmp rsp', 21, STACK_TOP - 0x100n],
    ['fetching where nothing is mapped', 'mov eax, 0x5000\njmp rax', 20, 0x5000n],
    [
      'a read that reaches into a page that is not there',
      `mov rbx, ${STACK_TOP - 2n}\nmov eax, [rbx]`,
      4,
      STACK_TOP,
    ],
    [
      'a write that reaches into a page that is not there',
      `mov rbx, ${STACK_TOP - 2n}\nmov [rbx], eax`,
      6,
      STACK_TOP,
    ],
    ['an addition there', `mov rbx, ${STACK_TOP - 7n}\nadd [rbx], rax`, 6, STACK_TOP],
    ['an exchange there', `mov rbx, ${STACK_TOP - 1n}\nmov eax, 5\nxchg ax, [rbx]`, 6, STACK_TOP],
    [
      'a write that begins in a page that is not there',
      `mov rbx, ${STACK_BOTTOM - 1n}\nmov [rbx], eax`,
      6,
      STACK_BOTTOM - 1n,
    ],
    ['a push below the stack', `mov rsp, ${STACK_BOTTOM}\npush rax`, 6, STACK_BOTTOM - 8n],
    ['a pop into memory that is not there', 'pop qword [0x1000]', 6, 0x1000n],
    ['a copy to where nothing is mapped', 'mov rsi, rsp\nmov edi, 0x1000\nmovsq', 6, 0x1000n],
    ['cmov, even when its condition does not hold', 'cmp eax, eax\ncmovne eax, [0x1000]', 4, 0x1000n],
  ])('page fault: %s', (_, source, errorCode, address) => {
    expect(faultOf(source)).toMatchObject({ kind: 'page-fault', vector: 14, errorCode, address })
  })

  test('an instruction that goes on in a page that is not there faults at that page', () => {
    const program = asmProgram('times 4094 nop\nmov eax, 1')
    program.unmap(0x402000n)
    const stop = program.cpu.run(5000)
    expect(stop).toMatchObject({
      kind: 'fault',
      steps: 4094,
      fault: { kind: 'page-fault', address: 0x402000n },
    })
    expect(program.registers.rip).toBe(0x401000n + 4094n)
  })

  test('an instruction that ends with its page needs no other', () => {
    const program = asmProgram('times 4095 nop\nret')
    expect(program.cpu.run(4095)).toEqual({ kind: 'budget', steps: 4095 })
  })

  test('a repeated store ends with the turn that faults, and can go on from there', () => {
    const program = asmProgram(`mov rdi, ${STACK_TOP - 3n}\nmov ecx, 10\nrep stosb\nint3`)
    expect(program.cpu.run(100)).toMatchObject({ kind: 'fault', steps: 5, fault: { address: STACK_TOP } })
    expect(program.registers.get('rcx')).toBe(7n)
    program.map(STACK_TOP, 4096)
    expect(program.cpu.run(100)).toMatchObject({ kind: 'fault', steps: 8, fault: { kind: 'breakpoint' } })
  })

  test('what faulted can be executed again once its page is there', () => {
    const program = asmProgram('mov eax, [0x100000]\nint3')
    expect(program.cpu.run(9)).toMatchObject({ kind: 'fault', steps: 0 })
    program.map(0x100000n, 4096)
    program.place(0x100000n, Uint8Array.of(1, 2, 3, 4))
    expect(program.cpu.run(9)).toMatchObject({ steps: 2 })
    expect(program.registers.get('rax')).toBe(0x0403_0201n)
  })

  test('a breakpoint is reported when int3 has been executed', () => {
    const program = asmProgram('nop\nint3\nnop')
    expect(program.cpu.run(9)).toMatchObject({
      kind: 'fault',
      steps: 2,
      fault: { kind: 'breakpoint', vector: 3 },
    })
    expect(program.registers.rip).toBe(program.assembly.instructions[2]!.address)
  })
})
