import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assemble } from '#engine/assembler/assemble.ts'
import { disassemble } from '#engine/assembler/disassemble.ts'
import { decode } from '#engine/isa/decode.ts'
import { virtualAddress } from '#engine/units.ts'
import { Processor } from '../../processor.ts'
import { anyInstruction } from './random-instruction.ts'

const AT = virtualAddress(0x401000n)
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const fromHex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'))

function bytesOf(source: string): Uint8Array | undefined {
  const result = assemble(source)
  return result.ok ? result.assembly.instructions[0]!.bytes : undefined
}

/** One text for the instructions that have two: `[r*2]` is `[r + r]`, and `xchg` takes its operands in either order. */
function canonical(text: string): string {
  const doubled = text.replace(/\[(\w+)\*2/, '[$1 + $1')
  const exchange = /^((?:lock )?xchg) (.*), (.*)$/.exec(doubled)
  return exchange === null ? doubled : `${exchange[1]!} ${[exchange[2], exchange[3]].sort().join(', ')}`
}

describe('decoding', () => {
  test.each([
    ['48 83 EC 08', 'sub rsp, 8'],
    ['C6 45 FF 2A', 'mov byte [rbp - 1], 42'],
    ['48 8D 04 D5 10 00 00 00', 'lea rax, [rdx*8 + 16]'],
    ['8A 1C 25 00 10 00 00', 'mov bl, byte [0x1000]'],
    ['F3 AA', 'rep stosb'],
    ['F0 0F C1 07', 'lock xadd dword [rdi], eax'],
    ['67 8B 00', 'mov eax, dword [eax]'],
    ['66 2E 0F 1F 84 00 00 00 00 00', 'nop word [rax + rax]'],
    ['F3 90', 'pause'],
    ['F2 A6', 'repne cmpsb'],
    ['F3 0F B8 C1', 'popcnt eax, ecx'],
    ['C4 E2 70 F2 C2', 'andn eax, ecx, edx'],
    ['67 E2 FD', 'loop 0x401000, ecx'],
    ['49 90', 'xchg rax, r8'],
    ['88 E4', 'mov ah, ah'],
    ['40 88 E4', 'mov spl, spl'],
    ['EB FE', 'jmp 0x401000'],
    ['48 66 89 C8', 'mov ax, cx'],
    ['40 48 89 C8', 'mov rax, rcx'],
    ['F3 0F B6 C1', 'movzx eax, cl'],
    ['F2 0F 84 00 00 00 00', 'je near 0x401007'],
  ])('%s is %s', (bytes, text) => {
    expect(disassemble(fromHex(bytes), AT)).toEqual({ text, byteCount: fromHex(bytes).length })
  })

  test.each([
    '06',
    '0F FF',
    'F0 01 C0',
    '8D C0',
    'F2 0F BC C1',
    'C4 E2 74 F2 C2',
    '66 C4 E2 70 F2 C2',
    'FF F8',
    '66 FF E0',
  ])('%s is no instruction here', (bytes) => {
    expect(decode(fromHex(bytes))).toBe('invalid')
  })

  test('an instruction that is cut off is not taken for another', () => {
    const whole = fromHex('48 81 84 8B 78 56 34 12 78 56 34 12')
    for (let length = 0; length < whole.length; length++) expect(decode(whole, 0, length)).toBe('truncated')
    expect(decode(whole)).toMatchObject({ byteCount: 12 })
  })

  test('16 bytes are too many', () => {
    expect(decode(Uint8Array.from([...Array<number>(14).fill(0x66), 0x90]))).toMatchObject({ byteCount: 15 })
    expect(decode(Uint8Array.from([...Array<number>(15).fill(0x66), 0x90]))).toBe('invalid')
  })
})

describe('any text and any bytes', () => {
  test('what assembles disassembles to a text that assembles to the same bytes', () => {
    fc.assert(
      fc.property(anyInstruction, (source) => {
        const bytes = bytesOf(source)
        fc.pre(bytes !== undefined)
        const { text, byteCount } = disassemble(bytes, AT)!
        expect(byteCount).toBe(bytes.length)
        expect(hex(bytesOf(text)!), `${source} → ${text}`).toBe(hex(bytes))
      }),
      { numRuns: 2000 },
    )
  })

  test('random bytes that decode disassemble to the same instruction', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 15, maxLength: 15 }), (bytes) => {
        const read = disassemble(bytes, AT)
        fc.pre(read !== undefined)
        const again = bytesOf(read.text)
        expect(again, read.text).toBeDefined()
        expect(canonical(disassemble(again!, AT)!.text)).toBe(canonical(read.text))
      }),
      { numRuns: 3000 },
    )
  })

  test('random bytes execute, or fault, and never read a page that is not there', () => {
    const page = 0x40_0000n
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 15, maxLength: 15 }), fc.nat(15), (bytes, inPage) => {
        const processor = new Processor()
        processor.map(page, 4096)
        const at = page + 4096n - BigInt(inPage)
        processor.place(at, bytes.subarray(0, inPage))
        processor.registers.rip = at
        const read = decode(bytes.subarray(0, inPage))
        const stop = processor.cpu.step()
        if (inPage === 0 || read === 'truncated') {
          expect(stop).toMatchObject({ kind: 'fault', fault: { kind: 'page-fault', address: page + 4096n } })
        } else if (read === 'invalid') {
          expect(stop).toMatchObject({ kind: 'fault', fault: { kind: 'invalid-opcode' } })
        } else {
          expect(stop.kind === 'fault' ? stop.fault.vector : 0).toBeLessThanOrEqual(14)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
