import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { asmProgram, runToBreak, STACK_TOP } from '../../processor.ts'

/* What a real processor made of random numbers in registers of MMX, and what that left of the x87 unit. */

const RESULTS = readFileSync(new URL('mmx-results.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t'))

/** Below the stack's top. */
const [MEMORY, ENVIRONMENT] = [0x80, 0x60]

const PROGRAM = (instruction: string) => `
  fninit
  mov [rsi], rbx
  movq mm1, rbx
  movq mm0, rcx
  ${instruction}
  fnstenv [rbp - ${ENVIRONMENT}]
  movq r8, mm0
  int3`

const hex = (value: bigint) => value.toString(16)

test.each([...new Set(RESULTS.map(([instruction]) => instruction!))])('%s', (instruction) => {
  for (const [, first, second, upper, otherUpper, ...expected] of RESULTS.filter(
    ([name]) => name === instruction,
  )) {
    const [a, b, x, y] = [first!, second!, upper!, otherUpper!].map((text) => BigInt(`0x${text}`))
    const processor = asmProgram(PROGRAM(instruction))
    const { registers } = processor
    const values = { rbp: STACK_TOP, rsi: STACK_TOP - BigInt(MEMORY), rax: y!, rbx: b!, rcx: a! }
    for (const [name, value] of Object.entries(values)) registers.set(name, value)
    registers.set('xmm0', a! | (x! << 64n))
    registers.set('xmm1', b! | (y! << 64n))
    runToBreak(processor)
    const read = (at: number, byteCount: number) =>
      BigInt(
        `0x${Buffer.from(processor.bytes(STACK_TOP - BigInt(at), byteCount).toReversed()).toString('hex')}`,
      )
    const vector = registers.get('xmm0')
    const found = [
      registers.get('rax'),
      registers.get('r8'),
      `${hex(vector >> 64n)}_${hex(BigInt.asUintN(64, vector))}`,
      read(MEMORY, 8),
      read(ENVIRONMENT - 4, 2),
      read(ENVIRONMENT - 8, 2),
    ].map((each) => (typeof each === 'string' ? each : hex(each)))
    expect(found, `${instruction} ${first} ${second}`).toEqual(expected)
  }
})
