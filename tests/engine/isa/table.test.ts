import { expect, test } from 'vitest'
import { assemble } from '#engine/assembler/assemble.ts'
import { decode } from '#engine/isa/decode.ts'
import { isMnemonic } from '#engine/isa/mnemonics.ts'
import { runnableExample } from '#engine/isa/runnable-example.ts'
import { FORMS, formsOf, INSTRUCTIONS, instructionNamed, mnemonics } from '#engine/isa/table.ts'
import { definitionsOf, withCell } from '#notebook/page/pad.ts'
import { CellRun } from '#notebook/worker/run-cell.ts'

const BASIC =
  'mov movzx movsx movsxd lea add sub adc sbb and or xor cmp test not neg inc dec mul imul div idiv'
const SHIFTS = 'shl sal shr sar rol ror push pop xchg cbw cwde cdqe cwd cdq cqo leave bt bsf bsr jmp call ret'
const SYSTEM = 'syscall int3 ud2 hlt nop cmpxchg xadd movsb movsw movsd movsq stosb stosw stosd stosq'
const CONDITIONS = 'o no b nae c ae nb nc e z ne nz be na a nbe s ns p pe np po l nge ge nl le ng g nle'

test('every instruction of the course is there, under all its names', () => {
  const conditional = CONDITIONS.split(' ').flatMap((name) => [`j${name}`, `set${name}`, `cmov${name}`])
  for (const name of [...`${BASIC} ${SHIFTS} ${SYSTEM}`.split(' '), ...conditional]) {
    expect(instructionNamed(name), name).toBeDefined()
  }
})

test('no name stands for two instructions, except those that their operands tell apart', () => {
  const names = INSTRUCTIONS.flatMap((row) => [
    row.mnemonic,
    ...(row.aliases ?? []),
    ...(row.waitingName === undefined ? [] : [row.waitingName]),
    ...Object.keys(row.shorthands ?? {}),
  ])
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual(['mov', 'movsd', 'cmpsd'])
  expect(mnemonics()).toEqual([...new Set(names)])
  const hasVectors = (name: string, operandCount: number) =>
    formsOf(instructionNamed(name, operandCount)!)[0]!.hasVectors
  expect([hasVectors('movsd', 0), hasVectors('cmpsd', 0)]).toEqual([false, false])
  expect([hasVectors('movsd', 2), hasVectors('cmpsd', 3)]).toEqual([true, true])
  expect(instructionNamed('mov', 2)!.example).not.toMatch(/cr/)
  expect(instructionNamed('mov', 2, true)!.example).toBe('mov cr3, rax')
})

test.each(INSTRUCTIONS.map((row) => [row.mnemonic, row] as const))(
  '%s has a sentence, and its example assembles',
  (_, row) => {
    expect(row.summary).toMatch(/^[A-Z].*\.$/)
    const result = assemble(`${row.example}\n.done:\n.again:\nexample:`)
    if (!result.ok) throw new Error(result.diagnostics[0]!.message)
    const read = decode(result.assembly.instructions[0]!.bytes)
    expect(typeof read === 'string' ? read : read.form.row).toBe(row)
  },
)

test('flags are either written or undefined', () => {
  for (const { mnemonic, flags } of INSTRUCTIONS) {
    expect(
      flags.written.filter((flag) => flags.undefined.includes(flag)),
      mnemonic,
    ).toEqual([])
  }
})

test('forms say in the same notation how many bytes their numbers have', () => {
  for (const { notation, operands, immediateByteCount, relativeByteCount } of FORMS) {
    const numbers = operands.filter(({ kind }) => kind === 'immediate' || kind === 'relative')
    expect(
      numbers.reduce((sum, { size }) => sum + size / 8, 0),
      notation.join(' '),
    ).toBe(immediateByteCount + relativeByteCount)
  }
})

test('the editor knows every name of the table as an instruction, and no label is one', () => {
  expect(mnemonics().filter((name) => !isMnemonic(name))).toEqual([])
  for (const name of ['start', 'again', 'vertex', 'jump', 'sets', 'value', 'cmove2']) {
    expect([name, isMnemonic(name)]).toEqual([name, name === 'sets'])
  }
})

/** They stop there, or ask an operating system. */
const NOT_TO_THE_END =
  'in out cli sti wbinvd invd clts rdmsr wrmsr swapgs invlpg lgdt lidt syscall int int3 int1 ud2 hlt'.split(
    ' ',
  )

test.each(
  INSTRUCTIONS.filter(
    ({ mnemonic, example }) => !NOT_TO_THE_END.includes(mnemonic) && example !== 'mov cr3, rax',
  ).map((row) => [row.mnemonic, row] as const),
)('the example of %s runs to its end', (_, row) => {
  const definition = definitionsOf(withCell([], 0, 'asm', 'c1'))[0]!
  const run = new CellRun({ ...definition, source: runnableExample(row) }, [], undefined)
  run.toEnd()
  expect(run.result()).toMatchObject({ state: 'done', diagnostics: [] })
})
