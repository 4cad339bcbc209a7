import { describe, expect, test } from 'vitest'
import { providePlainLoop } from '#engine/cpu/cpu.ts'
import { runPlain } from '#engine/cpu/plain-loop.generated.ts'
import { asmProgram, registersAfter, runToBreak, sameBytes, STACK_TOP } from '../../processor.ts'

describe('a run', () => {
  test('executes a function with its stack frame', () => {
    const program = asmProgram(`
      _start: call example
              int3
      example: push rbp
              mov rbp, rsp
              sub rsp, 8
              mov byte [rbp - 1], 42
              mov dword [rbp - 5], 100
              movzx eax, byte [rbp - 1]
              mov ecx, [rbp - 5]
              leave
              ret`)
    const before = program.registers.get('rsp')
    expect(runToBreak(program).steps).toBe(11)
    expect(program.registers.get('rax')).toBe(42n)
    expect(program.registers.get('rcx')).toBe(100n)
    expect(program.registers.get('rsp')).toBe(before)
    const frame = before - 16n
    expect([...program.bytes(frame - 5n, 5)]).toEqual([100, 0, 0, 0, 42])
  })

  test('stops when its steps are used up, and goes on where it stopped', () => {
    const program = asmProgram('_start: inc rax\njmp _start')
    expect(program.cpu.run(1_001)).toEqual({ kind: 'budget', steps: 1_001 })
    expect(program.registers.get('rax')).toBe(501n)
    expect(program.cpu.run(0)).toEqual({ kind: 'budget', steps: 0 })
    program.cpu.run(2)
    expect(program.registers.get('rax')).toBe(502n)
    expect(program.journal.stepCount).toBe(1_003)
  })

  test('stops behind hlt and syscall, which count as steps', () => {
    const program = asmProgram('_start: mov eax, 60\nsyscall\nhlt')
    expect(program.cpu.run(100)).toEqual({ kind: 'syscall', steps: 2 })
    const next = program.assembly.instructions[2]!.address
    expect(program.registers.get('rcx')).toBe(next)
    expect(program.registers.get('r11')).toBe(program.registers.flags)
    expect(program.registers.rip).toBe(next)
    expect(program.cpu.run(100)).toEqual({ kind: 'halt', steps: 1 })
    expect(program.registers.rip).toBe(next + 1n)
  })

  test('stops before the addresses it is given, but never before its first step', () => {
    const program = asmProgram('_start: inc eax\nagain: inc ecx\njmp again')
    const again = program.assembly.labels.get('again')!
    const stops = new Set([again])
    expect(program.cpu.run(100, stops)).toEqual({ kind: 'reached', steps: 1 })
    expect(program.registers.rip).toBe(again)
    expect(program.cpu.run(100, stops)).toEqual({ kind: 'reached', steps: 2 })
    expect(program.registers.get('rcx')).toBe(1n)
    expect(program.cpu.run(5)).toEqual({ kind: 'budget', steps: 5 })
  })

  test('stops before the first instruction of a page that it has never been in', () => {
    const program = asmProgram(
      '_start: jmp last\n times 4094 - ($ - $$) nop\nlast: inc eax\nthere: inc ecx\nint3',
    )
    const there = program.assembly.labels.get('there')!
    expect(there % 4096n).toBe(0n)
    expect(program.cpu.run(100, new Set([there]))).toEqual({ kind: 'reached', steps: 2 })
    expect([program.registers.rip, program.registers.get('rcx')]).toEqual([there, 0n])
    expect(program.cpu.run(1, new Set([there]))).toEqual({ kind: 'budget', steps: 1 })
    expect(program.registers.get('rcx')).toBe(1n)
  })

  test.each(['recorded', 'plain', 'without the loop for it'])(
    'stopped before every instruction it does the same, %s',
    (way) => {
      providePlainLoop(way === 'plain' ? runPlain : undefined)
      const source = '_start: mov ecx, 50\nagain: add eax, ecx\npush rax\npop rdx\ndec ecx\njnz again\nint3'
      const [whole, stopped] = [asmProgram(source), asmProgram(source)]
      stopped.journal.recording = way === 'recorded'
      const everywhere = new Set(stopped.assembly.instructions.map(({ address }) => address))
      const { steps } = runToBreak(whole)
      for (let step = 1; step < steps; step++)
        expect(stopped.cpu.run(100, everywhere)).toEqual({ kind: 'reached', steps: 1 })
      expect(runToBreak(stopped).steps).toBe(1)
      expect(sameBytes(stopped.state(), whole.state())).toBe(true)
    },
  )

  test('two processors do not know of each other', () => {
    const [one, two] = [asmProgram('inc eax\nint3'), asmProgram('add eax, 5\nint3')]
    one.cpu.step()
    two.cpu.step()
    expect([one.registers.get('rax'), two.registers.get('rax')]).toEqual([1n, 5n])
  })

  test('a repeated string instruction takes one step a turn', () => {
    const program = asmProgram(`
      lea rdi, [rsp - 64]
      mov ecx, 5
      mov al, 0x2A
      rep stosb
      int3`)
    expect(runToBreak(program).steps).toBe(3 + 5 + 1)
    expect([...program.bytes(STACK_TOP - 0x140n, 6)]).toEqual([42, 42, 42, 42, 42, 0])
    expect(program.registers.get('rcx')).toBe(0n)
  })

  test('string instructions go downwards when the direction flag is set', () => {
    const registers = registersAfter('lea rdi, [rsp - 8]\nmov rsi, rsp\nstd\nmovsq\nstosw\ncld')
    expect(registers.get('rdi')).toBe(STACK_TOP - 0x100n - 8n - 8n - 2n)
    expect(registers.get('rsi')).toBe(STACK_TOP - 0x100n - 8n)
  })

  test('compare and exchange', () => {
    const registers = registersAfter(`
      mov dword [rsp], 7
      mov eax, 7
      mov ecx, 9
      lock cmpxchg [rsp], ecx
      sete bl
      cmpxchg [rsp], ecx
      setne bh
      mov edx, [rsp]`)
    expect(registers.get('bl')).toBe(1n)
    expect(registers.get('bh')).toBe(1n)
    expect(registers.get('rdx')).toBe(9n)
    expect(registers.get('rax')).toBe(9n)
  })

  test('an exchange that does not take place leaves the upper half of its register', () => {
    const registers = registersAfter('mov rcx, -1\nxor eax, eax\ncmpxchg ecx, edx')
    expect(registers.get('rcx')).toBe(0xffff_ffff_ffff_ffffn)
    expect(registers.get('rax')).toBe(0xffff_ffffn)
  })

  test('a call of what follows it, with a stack that crosses into another page', () => {
    const registers = registersAfter(`lea rsp, [rsp - ${0x1000 - 0x100 - 4}]\ncall next\nnext: pop rax`)
    expect(registers.get('rax')).toBe(registers.get('rip') - 2n)
  })

  test('string instructions with addresses of 32 bits use ESI, EDI and ECX', () => {
    const program = asmProgram(`
      mov rsi, 0x500000402000
      mov rdi, 0x600000402004
      mov rcx, 0x700000000004
      db 0x67
      rep movsb
      int3
      section .data
      db 1, 2, 3, 4, 0, 0, 0, 0, 9`)
    runToBreak(program)
    expect([...program.bytes(0x402000n, 9)]).toEqual([1, 2, 3, 4, 1, 2, 3, 4, 9])
    expect(program.registers.get('rsi')).toBe(0x402004n)
    expect(program.registers.get('rcx')).toBe(0n)
  })

  test('exchange and add, with a register for both operands too', () => {
    const registers = registersAfter('mov eax, 3\nmov ecx, 4\nxadd eax, ecx\nmov edx, 5\nxadd edx, edx')
    expect([registers.get('rax'), registers.get('rcx'), registers.get('rdx')]).toEqual([7n, 3n, 10n])
  })

  test('addresses of 32 bits wrap around', () => {
    const registers = registersAfter('mov rax, -1\nlea rcx, [eax + 2]\nlea edx, [rax + 2]')
    expect([registers.get('rcx'), registers.get('rdx')]).toEqual([1n, 1n])
  })

  test('jumps across 4 GiB, directly and through a register', () => {
    const program = asmProgram('_start: mov rax, 0x500000000\njmp rax')
    program.map(0x5_0000_0000n, 4096)
    program.place(0x5_0000_0000n, Uint8Array.of(0x48, 0xff, 0xc3, 0xcc))
    runToBreak(program)
    expect(program.registers.get('rbx')).toBe(1n)
    expect(program.registers.rip).toBe(0x5_0000_0004n)
    program.journal.back(3)
    expect(program.registers.rip).toBe(program.assembly.instructions[1]!.address)
  })

  test('an instruction may lie across two pages, and across 4 GiB', () => {
    const program = asmProgram('_start: mov rax, 0xFFFFFFFE\njmp rax')
    program.map(0xffff_f000n, 8192)
    program.place(0xffff_fffen, Uint8Array.of(0xb9, 1, 2, 0, 0, 0xff, 0xc1, 0xcc))
    runToBreak(program)
    expect(program.registers.get('rcx')).toBe(0x202n)
  })
})
