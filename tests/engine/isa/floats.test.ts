import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { assemble } from '#engine/assembler/assemble.ts'
import { decode } from '#engine/isa/decode.ts'
import { asmProgram, Processor, registersAfter } from '../../processor.ts'

/* What a real processor (an AMD EPYC) made of random numbers, in all rounding modes, with exceptions masked or not. */

const RESULTS = readFileSync(new URL('float-results.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t'))

const START = 0x40_0000_0200n

/** Through the loops if a `nop` comes before it in the same run, else by the interpreter. */
function runOne(text: string, before: readonly string[], inLoop: boolean): string[] {
  const processor = new Processor()
  const { registers, cpu } = processor
  processor.map(START, 32)
  const result = assemble(`nop\n${text}`)
  if (!result.ok) throw new Error(result.diagnostics[0]!.message)
  for (const { bytes, address } of result.assembly.instructions)
    processor.place(START + address - result.assembly.instructions[0]!.address, bytes)
  for (const [index, name] of ['mxcsr', 'xmm0', 'xmm1', 'rax'].entries())
    registers.set(name, BigInt(`0x${before[index]!}`))
  registers.rip = START
  if (!inLoop) cpu.step()
  const stop = cpu.run(inLoop ? 2 : 1)
  const after = ['xmm0', 'mxcsr', 'rax'].map((name) => registers.get(name).toString(16))
  return [...after, stop.kind === 'fault' ? stop.fault.kind : '']
}

test('floats and doubles are computed as a real processor does, and raise what it raises', () => {
  const wrong = RESULTS.flatMap(([text, ...values], number) => {
    const expected = values.slice(4, 7).map((value) => BigInt(`0x${value}`).toString(16))
    expected.push(values[7] === '#XM' ? 'simd-exception' : '')
    const found = runOne(text!, values.slice(0, 4), number % 2 === 0)
    return String(found) === String(expected)
      ? []
      : [`${text!} ${values.slice(0, 4)}: ${found}, not ${expected}`]
  })
  expect(wrong).toEqual([])
  expect(RESULTS.length).toBeGreaterThan(200)
})

test('what is rounded in the loops is noted in MXCSR the first time, and is a step back away', () => {
  const program = asmProgram(`
    mov eax, 1
    cvtsi2sd xmm0, eax
    mov eax, 3
    cvtsi2sd xmm1, eax
    divsd xmm0, xmm1
    addsd xmm0, xmm0
    int3`)
  const before = program.state()
  program.cpu.run(5)
  expect(program.registers.get('mxcsr')).toBe(0x1fa0n)
  expect(program.registers.get('xmm0')).toBe(0x3fd5_5555_5555_5555n)
  program.cpu.run(1)
  expect(program.registers.get('xmm0')).toBe(0x3fe5_5555_5555_5555n)
  program.journal.back(6)
  expect(program.registers.get('mxcsr')).toBe(0x1f80n)
  expect(program.state()).toEqual(before)
})

test('approximations are right to twelve bits, and know infinities and what is no number', () => {
  const approximate = (name: string, bits: number) => {
    const registers = registersAfter(`mov eax, ${bits}\nmovd xmm1, eax\n${name} xmm0, xmm1`)
    return Number(registers.get('xmm0'))
  }
  const value = (bits: number) => new Float32Array(Uint32Array.of(bits).buffer)[0]!
  for (const bits of [0x3f80_0000, 0x4049_0fdb, 0x0080_0000, 0x7e00_0000, 0x3eaa_aaab]) {
    expect(Math.abs(value(approximate('rcpss', bits)) * value(bits) - 1)).toBeLessThan(1.5 * 2 ** -12)
    const root = value(approximate('rsqrtss', bits))
    expect(Math.abs(root * root * value(bits) - 1)).toBeLessThan(3 * 2 ** -12)
  }
  expect(approximate('rcpss', 0x8000_0001)).toBe(0xff80_0000)
  expect(approximate('rcpss', 0x7f80_0000)).toBe(0)
  expect(approximate('rsqrtss', 0xbf80_0000)).toBe(0xffc0_0000)
  expect(approximate('rsqrtss', 0x7f80_0001)).toBe(0x7fc0_0001)
})

test('prefixes that belong to other opcodes make no instruction of one without', () => {
  const read = (hex: string) => decode(Uint8Array.from(Buffer.from(hex, 'hex')))
  for (const hex of ['f30f12c1', 'f20f12c1', 'f30f54c1', 'f20fefc1', 'f30f28c1', '660fae10', 'c5f858c1'])
    expect([hex, read(hex)]).toEqual([hex, 'invalid'])
  const rex = read('f2480f58c1')
  expect(typeof rex === 'string' ? rex : rex.form.row.mnemonic).toBe('addsd')
  const both = read('66f30f10c1')
  expect(typeof both === 'string' ? both : both.form.row.mnemonic).toBe('movss')
})

test('bytes of AVX and what came after SSE2 are called what they are', () => {
  const faultOf = (bytes: string) => {
    const stop = asmProgram(`nop\ndb ${bytes}`).cpu.run(2)
    return stop.kind === 'fault' ? stop.fault : undefined
  }
  expect(faultOf('0xC5, 0xF8, 0x58, 0xC1')).toMatchObject({ kind: 'invalid-opcode', cause: 'avx' })
  expect(faultOf('0x66, 0x0F, 0x38, 0x00, 0xC1')).toMatchObject({ kind: 'invalid-opcode', cause: 'sse' })
  expect(faultOf('0x0F, 0xFF')).toEqual({ kind: 'invalid-opcode', vector: 6, errorCode: 0 })
})

test('MXCSR takes no bits that mean nothing, and unmasked exceptions leave the result alone', () => {
  const program = asmProgram('push 0x10000\nldmxcsr [rsp]\nint3')
  expect(program.cpu.run(3)).toMatchObject({ kind: 'fault', fault: { kind: 'general-protection' } })
  const dividing = asmProgram('push 0x1D80\nldmxcsr [rsp]\nmov eax, 1\ncvtsi2sd xmm1, eax\ndivsd xmm1, xmm0')
  expect(dividing.cpu.run(9)).toMatchObject({
    kind: 'fault',
    fault: { kind: 'simd-exception', vector: 19, cause: 'division-by-zero' },
  })
  expect(dividing.registers.get('xmm1')).toBe(0x3ff0_0000_0000_0000n)
  expect(dividing.registers.get('mxcsr')).toBe(0x1d84n)
})
