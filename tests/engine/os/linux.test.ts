import { describe, expect, test } from 'vitest'
import { fromLittleEndian } from '#engine/bits.ts'
import { fact } from '#engine/facts.ts'
import { factText } from '#engine/facts/fact-value.ts'
import { Machine } from '#engine/machine/machine.ts'
import { virtualAddress } from '#engine/units.ts'
import { checkRows } from '#engine/os/pages/check-rows.ts'
import { parsePages } from '#engine/os/pages/parse-pages.ts'
import { describeSignal } from '#engine/os/signal.ts'
import { CALL, EXIT, exitCode, MMAP, ran, result, started, WRITE } from './linux-programs.ts'

const ask = (machine: Machine, name: string) => {
  const value = fact(machine, name)
  return value && factText(value)
}

describe('a program at its entry point', () => {
  test('finds argc, argv, the environment and the auxiliary vector on its stack', () => {
    const machine = started('_start: nop')
    const rsp = machine.registers.get('rsp')
    const word = (index: number) =>
      fromLittleEndian(machine.memory.peek(virtualAddress(rsp + BigInt(8 * index)), 8)!)
    expect(rsp % 16n).toBe(0n)
    expect([word(0), word(2), word(3)]).toEqual([1n, 0n, 0n])
    const name = machine.memory.peek(virtualAddress(word(1)), 10)!
    expect(String.fromCharCode(...name)).toBe('./program\0')
    const vector = new Map<bigint, bigint>()
    for (let at = 4; word(at) !== 0n; at += 2) vector.set(word(at), word(at + 1))
    expect([vector.get(6n), vector.get(9n)]).toEqual([4096n, 0x40_1000n])
    expect([machine.registers.get('rax'), machine.registers.get('rbp'), machine.registers.rip]).toEqual([
      0n,
      0n,
      0x40_1000n,
    ])
  })

  test('has only its stack in RAM; code comes when it is fetched', () => {
    const machine = started('_start: nop\nnop')
    const linux = machine.kernel.linux!
    expect(linux.sizesOf(linux.current).resident).toBe(4096)
    machine.step()
    expect(linux.sizesOf(linux.current).resident).toBe(8192)
  })

  test('has its sections on their own pages with their own rights', () => {
    const source = `section .rodata
a: db 1
section .data
b: db 2
section .bss
c: resb 8192
section .text
global _start
_start: ${EXIT(0)}`
    const { machine } = ran(source)
    expect(machine.current.regions.map(({ name, write, execute }) => `${name} ${write} ${execute}`)).toEqual([
      'code false true',
      'rodata false false',
      'data true false',
      'bss true false',
      'stack true false',
    ])
  })

  test.each(['four-level', 'five-level', 'one-level'] as const)('prints and ends with %s', (scheme) => {
    const { machine, stop } = ran(
      `section .data\nm: db "äh", 10\nsection .text\n_start:\n${WRITE('m', 4)}\n${EXIT(7)}`,
      scheme,
    )
    expect(stop).toMatchObject({ kind: 'exit', code: 7 })
    expect(machine.console?.text).toBe('äh\n')
    expect(ask(machine, 'console.text')).toBe('äh\n')
    expect(ask(machine, 'exit.code')).toBe('7')
    expect(machine.run(100)).toMatchObject({ kind: 'exit', steps: 0 })
  })

  test('takes no image without page tables', () => {
    expect(() => Machine.boot('linux', 'none')).toThrow(RangeError)
    expect(() => Machine.boot('linux', 'base-limit')).toThrow(RangeError)
  })
})

describe('demand paging', () => {
  test('a page that is read first is the frame of zeros, until it is written to', () => {
    const source = `_start:\n${MMAP()}\nmov rbx, rax\nmov eax, [rbx]\nmov ecx, [rbx + 8]\nmov dword [rbx], 5\nhlt`
    const machine = started(source)
    const linux = machine.kernel.linux!
    const frameOf = () => {
      const translation = machine.memory.translate(virtualAddress(machine.registers.get('rbx')))
      return translation.ok ? translation.physicalAddress : undefined
    }
    machine.run(9)
    expect(frameOf()).toBeUndefined()
    machine.run(2)
    expect(frameOf()).toBe(linux.frames.zeroFrame)
    const before = linux.frames.freeCount
    machine.run(1)
    expect(frameOf()).not.toBe(linux.frames.zeroFrame)
    expect(linux.frames.freeCount).toBe(before - 1)
    expect(machine.memory.peek(virtualAddress(machine.registers.get('rbx')), 4)).toEqual(
      Uint8Array.of(5, 0, 0, 0),
    )
  })

  test('the stack grows down to its limit, at once if need be, and no further', () => {
    const touch = (below: number) => exitCode(`_start:\nmov byte [rsp - ${below}], 1\n${EXIT(3)}`)
    expect(touch(4 << 20)).toBe(3)
    expect(touch((8 << 20) - 8192)).toBe(3)
    expect(touch(8 << 20)).toBe('SIGSEGV')
    const { machine } = ran(`_start:\nmov byte [rsp - ${4 << 20}], 1\n${EXIT(0)}`)
    const linux = machine.kernel.linux!
    expect(linux.sizesOf(linux.current).reserved).toBeGreaterThan(4 << 20)
    expect(linux.sizesOf(linux.current).resident).toBe(3 * 4096)
  })

  test('endless recursion ends with a signal at the page below the limit', () => {
    const { machine, stop } = ran('_start: call _start')
    expect(stop.kind).toBe('budget')
    const end = machine.run(1_000_000)
    expect(end).toMatchObject({ kind: 'signal', signal: { name: 'SIGSEGV', code: 'SEGV_MAPERR' } })
    expect(ask(machine, 'signal.name')).toBe('SIGSEGV')
    expect(ask(machine, 'fault.address')).toBe('0x7FFFFF7FEFF8')
  })

  test('without a free frame the process ends, and nothing else does', () => {
    const source = `_start:\n${MMAP({ byteCount: 1 << 24 })}\n.l: mov [rax], eax\nadd rax, 4096\njmp .l`
    const { machine, stop } = ran(source, 'four-level', { ramByteCount: 1 << 19 })
    expect(stop).toMatchObject({ kind: 'signal', signal: { name: 'SIGKILL' } })
    expect(machine.kernel.freeFrameCount()).toBeLessThan(6)
    machine.load(started(`_start:\n${EXIT(2)}`).program!)
    expect(machine.run(100)).toMatchObject({ kind: 'exit', code: 2 })
  })

  test('stepping back takes back frames, page tables, output and the end', () => {
    const source = `section .data\nm: db "hi"\nsection .text\n_start:\npush rax\n${WRITE('m', 2)}\n${MMAP()}\nmov [rax], rax\n${EXIT(0)}`
    const machine = started(source)
    machine.step()
    const before = machine.snapshot()
    const stop = machine.run(100)
    const after = machine.snapshot()
    expect([stop.kind, machine.console?.text]).toEqual(['exit', 'hi'])
    expect(machine.back(stop.steps)).toBe(stop.steps)
    expect(machine.console?.text).toBe('')
    expect(machine.snapshot()).toEqual({ ...before })
    machine.forward(stop.steps)
    expect(machine.snapshot()).toEqual(after)
  })

  test('a snapshot goes on as the machine it was taken of', () => {
    const source = `section .data\nm: db "hi"\nsection .text\n_start:\n${WRITE('m', 2)}\n${MMAP()}\nmov [rax], rax\n${WRITE('m', 1)}\n${EXIT(9)}`
    const machine = started(source)
    machine.run(8)
    const copy = Machine.restore(structuredClone(machine.snapshot()))
    expect(copy.run(100)).toMatchObject({ kind: 'exit', code: 9 })
    expect(copy.console?.text).toBe('hih')
    expect(machine.console?.text).toBe('hi')
  })
})

describe('system calls', () => {
  const page = '0x10000000'
  const fixedAt = (address: string, protection = 3, byteCount = 4096) =>
    MMAP({ address, byteCount, protection, flags: 0x32 })
  const fixed = (protection = 3, byteCount = 4096) => fixedAt(page, protection, byteCount)

  test.each([
    ['mmap of nothing', MMAP({ byteCount: 0 }), -22n],
    ['mmap of a file that is not open', MMAP({ flags: 2 }), -9n],
    ['mmap neither shared nor private', MMAP({ flags: 0x20 }), -22n],
    ['mmap where it is demanded', fixed(), 0x1000_0000n],
    ['mmap at a place that is no page', MMAP({ address: '0x10000001', flags: 0x32 }), -22n],
    ['mmap beyond the end', MMAP({ address: '0x7ffffffff000', flags: 0x32 }), -12n],
    ['mmap at a wish', MMAP({ address: '0x100000000000' }), 0x1000_0000_0000n],
    ['mmap at a wish that is taken', `${fixed()}\n${MMAP({ address: page })}`, 0x7fff_f7ff_e000n],
    ['mmap over another, not replacing it', `${fixed()}\n${MMAP({ address: page, flags: 0x10_0022 })}`, -17n],
    ['munmap of nothing', CALL(11, page, '0'), -22n],
    ['munmap at a place that is no page', CALL(11, '0x10000001', '4096'), -22n],
    ['munmap of what is not mapped', CALL(11, page, '4096'), 0n],
    ['mprotect of what is not mapped', CALL(10, page, '4096', '1'), -12n],
    ['mprotect at a place that is no page', CALL(10, '0x10000001', '4096', '1'), -22n],
    ['mprotect to what does not exist', `${fixed()}\n${CALL(10, page, '4096', '0x80')}`, -22n],
    ['mprotect', `${fixed()}\n${CALL(10, page, '100', '1')}`, 0n],
    ['a write to a closed file', CALL(1, '3', page, '1'), -9n],
    ['a write from nowhere', CALL(1, '1', page, '1'), -14n],
    ['a write of nothing', CALL(1, '1', page, '0'), 0n],
    ['a write from the kernel', CALL(1, '1', '0xffff800000000000', '1'), -14n],
    ['a call that does not exist', CALL(999, '0'), -38n],
    ['wait without children', CALL(61, '-1'), -10n],
    ['getpid', CALL(39, '0'), 1000n],
    ['brk asked', CALL(12, '0'), 0x40_2000n],
    ['brk moved', CALL(12, '0x403001'), 0x40_3001n],
    ['brk below the heap', CALL(12, '0x1000'), 0x40_2000n],
    ['brk up to a mapping', `${fixedAt('0x404000')}\n${CALL(12, '0x404000')}`, 0x40_2000n],
    ['brk up to a page before a mapping', `${fixedAt('0x404000')}\n${CALL(12, '0x403000')}`, 0x40_3000n],
    [
      'brk back, beside a mapping',
      `${CALL(12, '0x403000')}\n${fixedAt('0x404000')}\n${CALL(12, '0x402000')}`,
      0x40_2000n,
    ],
    [
      'brk within its page, beside a mapping',
      `${CALL(12, '0x402001')}\n${fixedAt('0x403000')}\n${CALL(12, '0x402800')}`,
      0x40_2800n,
    ],
    ['brk too far', CALL(12, '0x7fffffffffff'), 0x40_2000n],
    ['brk where no address is', CALL(12, '0x800000000000'), 0x40_2000n],
    ['brk at the end of all addresses', CALL(12, '-1'), 0x40_2000n],
    ['brk as far as may be promised', CALL(12, '0x800402000'), 0x8_0040_2000n],
    ['brk a byte further', CALL(12, '0x800402001'), 0x40_2000n],
  ])('%s', (_name, source, expected) => {
    expect(result(`_start:\n${source}`)).toBe(expected)
  })

  test('mappings are placed downwards, side by side, and are one region then', () => {
    const { machine } = ran(`_start:\n${MMAP()}\n${MMAP()}\n${MMAP({ protection: 1 })}\nhlt`)
    const mappings = machine.current.regions.filter(({ name }) => name === 'mapping')
    expect(mappings.map(({ start, end }) => [start, end])).toEqual([
      [0x7fff_f7ff_c000n, 0x7fff_f7ff_d000n],
      [0x7fff_f7ff_d000n, 0x7fff_f7ff_f000n],
    ])
  })

  test('munmap in the midst leaves both sides, and their bytes', () => {
    const source = `_start:
${fixed(3, 3 * 4096)}
mov byte [rax], 1
mov byte [rax + 4096], 2
mov byte [rax + 8192], 4
${CALL(11, '0x10001000', '4096')}
movzx ebx, byte [0x10000000]
add bl, [0x10002000]
${EXIT('ebx')}`
    expect(exitCode(source)).toBe(5)
    expect(exitCode(source.replace('add bl, [0x10002000]', 'add bl, [0x10001000]'))).toBe('SIGSEGV')
  })

  test('what the heap has given back is zeros when it grows again', () => {
    const [up, down] = [CALL(12, '0x404000'), CALL(12, '0x402000')]
    const source = `_start:\n${up}\nmov byte [0x402010], 9\n${down}\n${up}\nmovzx ebx, byte [0x402010]\n${EXIT('ebx')}`
    expect(exitCode(source)).toBe(0)
    expect(exitCode(source.replace(down, ''))).toBe(9)
  })

  test('what is mapped anew is zeros', () => {
    const source = `_start:\n${fixed()}\nmov byte [rax], 9\n${CALL(11, page, '4096')}\n${fixed()}\nmovzx ebx, byte [rax]\n${EXIT('ebx')}`
    expect(exitCode(source)).toBe(0)
  })

  test('mprotect takes rights away, and gives back what the page held', () => {
    const none = `${fixed()}\nmov byte [rax], 9\n${CALL(10, page, '4096', '0')}`
    expect(exitCode(`_start:\n${none}\nmov al, [0x10000000]`)).toBe('SIGSEGV')
    const back = `_start:\n${none}\n${CALL(10, page, '4096', '3')}\nadd byte [0x10000000], 1\nmovzx ebx, byte [0x10000000]\n${EXIT('ebx')}`
    expect(exitCode(back)).toBe(10)
    const untouched = `_start:\n${fixed(0)}\n${CALL(10, page, '4096', '1')}\nmovzx ebx, byte [0x10000000]\n${EXIT('ebx')}`
    expect(exitCode(untouched)).toBe(0)
  })

  test('mprotect over a hole changes what lies before it', () => {
    const source = `_start:\n${fixed(3, 4096)}\n${CALL(10, page, '8192', '1')}\nmov ebx, eax\nmov byte [0x10000000], 1`
    const { stop, machine } = ran(source)
    expect(stop).toMatchObject({ kind: 'signal', signal: { code: 'SEGV_ACCERR' } })
    expect(BigInt.asIntN(32, machine.registers.get('rbx'))).toBe(-12n)
  })

  test('a write that cannot be read to its end prints whole pages', () => {
    const source = `_start:\n${fixed(3, 4096)}\n${CALL(1, '1', page, '5000')}`
    expect(result(source)).toBe(4096n)
  })

  test('the heap grows, shrinks, and is zeros again', () => {
    const source = `_start:
${CALL(12, '0x404000')}
mov byte [0x403000], 5
${CALL(12, '0x402000')}
${CALL(12, '0x404000')}
movzx ebx, byte [0x403000]
${EXIT('ebx')}`
    expect(exitCode(source)).toBe(0)
    expect(exitCode(source.replace('movzx ebx, byte [0x403000]', 'mov bl, [0x404000]'))).toBe('SIGSEGV')
  })
})

test('a page table that the OS keeps is not written by hand', () => {
  const { memory, journal, kernel } = started('_start: nop')
  const target = { scheme: memory.scheme, ramByteCount: journal.ramByteCount, kernel }
  const [mistake] = checkRows(parsePages('0x400 -> 0x5000 RW').rows, target)
  expect(mistake?.message).toMatch(/operating system keeps the page table/)
})

describe('signals', () => {
  test('are told in a sentence', () => {
    const { stop } = ran('_start: mov eax, [0x1234]')
    expect(stop.kind === 'signal' && describeSignal(stop.signal)).toBe(
      'The program was ended by SIGSEGV (SEGV_MAPERR, at 0x1234): it used an address that belongs to no region.',
    )
  })

  test.each([
    ['mov eax, [0]', 'SIGSEGV', 'SEGV_MAPERR', 0n],
    ['mov [_start], al', 'SIGSEGV', 'SEGV_ACCERR', 0x40_1000n],
    ['jmp rsp', 'SIGSEGV', 'SEGV_ACCERR', undefined],
    ['mov rax, 0xffffffff81000000\nmov eax, [rax]', 'SIGSEGV', 'SEGV_MAPERR', 0xffff_ffff_8100_0000n],
    ['mov rax, 0x800000000000\nmov eax, [rax]', 'SIGSEGV', 'SI_KERNEL', 0n],
    ['mov rsp, 0x900000000000\npush rax', 'SIGBUS', 'SI_KERNEL', 0n],
    ['xor ecx, ecx\ndiv ecx', 'SIGFPE', 'FPE_INTDIV', 0x40_1002n],
    ['ud2', 'SIGILL', 'ILL_ILLOPN', 0x40_1000n],
    ['int3', 'SIGTRAP', 'SI_KERNEL', 0n],
    ['hlt', 'SIGSEGV', 'SI_KERNEL', 0n],
    ['cli', 'SIGSEGV', 'SI_KERNEL', 0n],
    ['mov cr3, rax', 'SIGSEGV', 'SI_KERNEL', 0n],
    ['mov r9, cr0', 'SIGSEGV', 'SI_KERNEL', 0n],
    ['invlpg [rsp]', 'SIGSEGV', 'SI_KERNEL', 0n],
    ['lgdt [rsp]', 'SIGSEGV', 'SI_KERNEL', 0n],
    ['lidt [rsp]', 'SIGSEGV', 'SI_KERNEL', 0n],
  ])('%s', (source, name, code, address) => {
    const { stop } = ran(`_start:\n${source}`)
    expect(stop).toMatchObject({ kind: 'signal', signal: { name, code } })
    if (stop.kind === 'signal' && address !== undefined) expect(stop.signal.address).toBe(address)
  })
})
