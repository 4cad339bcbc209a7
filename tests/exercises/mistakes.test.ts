/** Each mistake of the catalogue, on the document's own frame: x at rbp − 1, y at rbp − 5, page in the frame at 0x5000. */
import { describe, expect, test } from 'vitest'
import type { Fact } from '#engine/facts/fact.ts'
import { parseFact } from '#engine/facts/parse-fact.ts'
import type { CellDefinition } from '#notebook/shared/cell.ts'
import { runCells } from '#exercises/worker/laboratory.ts'
import { MISTAKE_NAMES, wrongAnswers, type MistakeName, MISTAKES } from '#exercises/worker/mistakes.ts'
import { describePlace, showAnswer } from '#exercises/worker/place.ts'
import { possibleAnswers } from '#exercises/worker/possible-answers.ts'

const cell = (
  id: string,
  language: CellDefinition['language'],
  source: string,
  after?: string,
): CellDefinition => ({
  id,
  file: id,
  language,
  source,
  image: 'walkthrough',
  scheme: 'one-level',
  layout: 'packed',
  stop: 'before-leave',
  show: [],
  of: [],
  ...(after === undefined ? {} : { after }),
})

const PROGRAM = cell(
  'program',
  'rust',
  'fn f() { let x: u8 = 42; let y: u32 = 0x12345678; let z: i16 = -2; }',
)
const machine = runCells([PROGRAM])
const loaded = runCells([
  PROGRAM,
  cell('load', 'asm', 'mov eax, [rbp - 5]\nmov al, [rbp - 1]\nmovsx rax, word [rbp - 7]', 'program'),
])

function factOf(text: string): Fact {
  const parsed = parseFact(text)
  if (!parsed.ok) throw parsed.misreading
  return parsed.fact
}

function wrong(name: MistakeName, fact: string, experiment = machine): bigint[] {
  const answers = possibleAnswers({ fact, label: '', mistakes: [], foreseen: [] }, experiment)
  if (typeof answers === 'string') throw new Error(answers)
  return wrongAnswers(name, answers.right)
}

describe('the catalogue', () => {
  test.each<[MistakeName, string, bigint[]]>([
    ['page-and-offset-swapped', 'x.page', [0xfffn]],
    ['page-and-offset-swapped', 'x.pageOffset', [0x7fff007fen]],
    ['page-and-offset-swapped', 'x.physicalAddress', [0xfff005n]],
    ['frame-not-shifted', 'x.physicalAddress', [0x1004n, 0xfffn]],
    ['frame-not-shifted', 'x.frameBase', [5n]],
    ['frame-shifted', 'x.frame', [0x5000n]],
    ['bytes-in-wrong-order', 'y.bytes', [0x12345678n]],
    ['bytes-in-wrong-order', 'y.value', [0x78563412n]],
    ['bytes-in-wrong-order', 'memory(y)', [0x12n]],
    ['bytes-in-wrong-order', 'memory(y + 1)', [0x34n]],
    ['off-by-one-page', 'x.page', [0x7fff007fdn, 0x7fff007ffn]],
    ['off-by-one-page', 'x.physicalAddress', [0x4fffn, 0x6fffn]],
    ['off-by-one', 'x.size', [0n, 2n]],
    ['offset-from-rsp', 'x.offset', [7n]],
    ['offset-from-rsp', 'x.virtualAddress', [0x7fff007feff7n]],
    ['wrong-type-size', 'x.size', [2n, 4n, 8n]],
    ['wrong-type-size', 'y.offset', [-2n, -3n, -9n]],
    ['wrong-type-size', 'x.lastByte', [0x7fff007ff000n, 0x7fff007ff002n, 0x7fff007ff006n]],
    ['sign-not-extended', 'z.value', [0xfffen]],
    ['decimal-read-as-hexadecimal', 'function.frameSize', [0x8n]],
    ['distance-as-it-is-encoded', 'y.offset', [0xfbn, 0xfffbn, 0xffff_fffbn, 0xffff_ffff_ffff_fffbn]],
    ['decimal-read-as-hexadecimal', 'address(rbp + 18).pageOffset', [0x18n, 12n]],
    ['not-translated', 'x.physicalAddress', [0x7fff007fefffn]],
    ['offset-forgotten', 'x.physicalAddress', [0x5000n]],
    ['offset-forgotten', 'x.virtualAddress', [0x7fff007ff000n]],
    ['direction-reversed', 'y.offset', [5n]],
    ['direction-reversed', 'y.virtualAddress', [0x7fff007ff005n]],
    ['highest-byte-named', 'y.virtualAddress', [0x7fff007feffen]],
    ['highest-byte-named', 'y.offset', [-2n]],
    ['one-past-the-end', 'y.lastByte', [0x7fff007fefffn]],
    ['first-byte-named', 'y.lastByte', [0x7fff007feffbn]],
    ['not-rounded', 'function.frameSize', [7n]],
    ['one-step-early', 'after(1).registers.rsp', [0x7fff007ff008n]],
    ['one-step-late', 'after(2).registers.rsp', [0x7fff007feff8n]],
  ])('%s of %s', (name, fact, values) => {
    expect(wrong(name, fact)).toEqual(values)
  })

  test('knows what a load does to the rest of a register', () => {
    expect(wrong('upper-bits-kept', 'after(1).registers.rax', loaded)).toEqual([0xaaaaaaaa12345678n])
    expect(wrong('upper-bits-cleared', 'after(2).registers.rax', loaded)).toEqual([0x2an, 0x562an])
    expect(wrong('sign-not-extended', 'after(3).registers.rax', loaded)).toEqual([
      0xfen,
      0xfffen,
      0xfffffffen,
    ])
    expect(wrong('sign-extended', 'after(1).registers.rax', loaded)).toContain(0x78n)
  })

  test('points to the idea, and gives no number away', () => {
    for (const name of MISTAKE_NAMES) {
      const says = MISTAKES[name].says(factOf('x.physicalAddress'), 12)
      expect(says).toMatch(/^[A-Z].*[.?]$/)
      expect(says).not.toMatch(/0x[0-9A-F]{2,}/)
    }
  })
})

test.each([
  [0x7fff0045fn, 'x.page', '0x7FFF_0045_F (in decimal 34358690911)'],
  [0x7fff0045fn, 'x.virtualAddress', '0x7_FFF0_045F (in decimal 34358690911)'],
  [12n, 'steps.count', '12'],
])('%i is written as the values of %s are', (answer, fact, text) => {
  expect(showAnswer(answer, factOf(fact), (asked) => machine.fact(asked))).toBe(text)
})

describe('an answer that nobody foresaw', () => {
  const place = (answer: bigint, fact: string) =>
    describePlace(answer, factOf(fact), (asked) => machine.fact(asked))

  test.each([
    [
      0x7fff007feffen,
      'x.virtualAddress',
      'byte 0xFFE of page 0x7FFF_007F_E, in the region stack. The byte 12 lies there.',
    ],
    [0x900000000000n, 'x.virtualAddress', 'in no region of this process. No frame stands behind it'],
    [-1n, 'x.virtualAddress', 'is no address'],
    [0x5ffen, 'x.physicalAddress', 'byte 0xFFE of the frame that begins at 0x5000, which holds 12.'],
    [0xffffffffn, 'x.physicalAddress', 'has no RAM that far up'],
    [0x7fff00400n, 'x.page', 'from 0x7FFF_0040_0000 to 0x7FFF_0040_0FFF. They belong to the region stack.'],
    [0x1000n, 'x.pageOffset', 'is no offset: a page has 4096 bytes'],
    [0x5001n, 'x.frameBase', 'inside the frame at 0x5000'],
    [-3n, 'x.offset', 'RBP \u2212 3: that is byte 0xFFD of page'],
    [12n, 'function.frameSize', 'no multiple of eight'],
    [512n, 'address(x).pml4', 'numbered from 0 to 511'],
    [0x56n, 'memory(y + 1)', 'it lies 1 above its lowest address'],
    [0x99n, 'memory(y)', 'There is no byte 99 in `y`'],
    [300n, 'x.value', 'in memory 2C 01'],
    [300n, 'steps.count', 'You have answered 300. Go through it once more'],
  ])('%i for %s is placed', (answer, fact, part) => {
    expect(place(answer, fact)).toContain(part)
  })
})
