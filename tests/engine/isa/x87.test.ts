import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { asmProgram, runToBreak, STACK_TOP } from '../../processor.ts'

/* What a real processor (an AMD EPYC) made of random numbers, and of all kinds of special ones. */

const RESULTS = readFileSync(new URL('x87-results.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t'))

/** Known to processors to within a unit in the last place, and here to half of one. */
const APPROXIMATE = ['fsin', 'fcos', 'fsincos', 'fptan', 'fpatan', 'f2xm1', 'fyl2x', 'fyl2xp1']
/** In the status word it says that the result was rounded up; of a remainder, it is a bit of the quotient. */
const C1 = 0x200

/** Below the stack's top: what is loaded, and where the results go. */
const [TOP, OTHER, CONTROL, FIRST, SECOND, STATUS] = [0x80, 0x70, 0x60, 0x50, 0x40, 0x30]

const isStored = (name: string) => name === 'fbstp'

function programOf(name: string): string {
  const place = (at: number) => `tword [rbp - ${at}]`
  return [
    'fninit',
    `fldcw [rbp - ${CONTROL}]`,
    ...(name === 'fbld' || isStored(name) ? [] : [`fld ${place(OTHER)}`]),
    name === 'fbld' ? `fbld ${place(TOP)}` : `fld ${place(TOP)}`,
    ...(isStored(name) ? [`fbstp ${place(FIRST)}`] : name === 'fbld' ? [] : [name]),
    `fnstsw [rbp - ${STATUS}]`,
    ...(isStored(name) ? [] : [`fstp ${place(FIRST)}`]),
    `fstp ${place(SECOND)}`,
    'int3',
  ].join('\n')
}

function runOne([name, top, other, control]: readonly string[]) {
  const processor = asmProgram(programOf(name!))
  const fill = (at: number, number: string, byteCount: number) =>
    processor.place(
      STACK_TOP - BigInt(at),
      Uint8Array.from(Buffer.from(number.padStart(2 * byteCount, '0'), 'hex')).reverse(),
    )
  processor.registers.set('rbp', STACK_TOP)
  fill(TOP, top!, 10)
  fill(OTHER, other!, 10)
  fill(CONTROL, control!, 2)
  runToBreak(processor)
  const read = (at: number, byteCount: number) =>
    Buffer.from(processor.bytes(STACK_TOP - BigInt(at), byteCount).toReversed()).toString('hex')
  return { first: read(FIRST, 10), second: read(SECOND, 10), status: parseInt(read(STATUS, 2), 16) }
}

test('what the x87 unit computes is what a real one does, or as near as that promises to be', () => {
  let same = 0
  const wrong = RESULTS.flatMap((result) => {
    const [name, , , , first, second, status] = result as [string, ...string[]]
    const found = runOne(result)
    const difference = [first!, ...(second === '-' ? [] : [second!])].map((number, index) => {
      const distance = BigInt(`0x${number}`) - BigInt(`0x${index === 0 ? found.first : found.second}`)
      return distance < 0n ? -distance : distance
    })
    const isSame = difference.every((distance) => distance === 0n)
    if (isSame) same++
    const mayDiffer = APPROXIMATE.includes(name) && difference.every((distance) => distance <= 1n)
    const ignored = name.startsWith('fprem') ? 0 : C1
    const hasStatus = ((parseInt(status!, 16) ^ found.status) & ~ignored & 0x7fff) === 0
    return (isSame || mayDiffer) && hasStatus
      ? []
      : [`${result}: ${found.first} ${found.second} ${found.status.toString(16)}`]
  })
  expect(wrong).toEqual([])
  expect(same).toBeGreaterThan(0.95 * RESULTS.length)
})

test('all of the unit is stored and loaded, and its exceptions are masked in between', () => {
  const processor = asmProgram(`
    mov rbp, rsp
    finit
    mov word [rbp - 8], 0x372
    fldcw [rbp - 8]
    fldpi
    fldz
    fstenv [rbp - 40]
    fnstcw [rbp - 8]
    fsave [rbp - 160]
    fstsw ax
    fld1
    frstor [rbp - 160]
    fldenv [rbp - 40]
    fstp tword [rbp - 176]
    fstp tword [rbp - 176]
    int3`)
  runToBreak(processor)
  const top = STACK_TOP - 0x100n
  const hexAt = (at: number, byteCount: number) =>
    Buffer.from(processor.bytes(top - BigInt(at), byteCount)).toString('hex')
  // as a real one stores it, but for the addresses of the last instruction and its operand
  expect(hexAt(40, 12)).toBe('7203ffff0030ffffff1fffff')
  expect(hexAt(8, 2)).toBe('7f03')
  expect(hexAt(160, 12)).toBe('7f03ffff0030ffffff1fffff')
  expect(hexAt(160 - 28, 20)).toBe('0000000000000000000035c26821a2da0fc90040')
  expect(processor.registers.get('rax')).toBe(0n)
  expect(hexAt(176, 10)).toBe('35c26821a2da0fc90040')
})
