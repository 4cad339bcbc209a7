/** What the scratchpad offers to begin with does what its title says. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { Random } from '#exercises/shared/random.ts'
import { HARDWARE } from '#engine/machine/hardware.ts'
import { definitionsOf, readPad, type Pad } from '#notebook/page/pad.ts'
import { LANGUAGE_NAMES } from '#notebook/shared/language.ts'
import { prepareExecutable } from '#notebook/worker/executables.ts'
import { provideExecutables } from '#notebook/worker/languages/elf.ts'
import { CellRun } from '#notebook/worker/run-cell.ts'
import { SEED } from '../seed.ts'

provideExecutables(prepareExecutable)

interface Example {
  readonly id: string
  readonly title: string
  readonly ends: Readonly<Record<string, string>>
  readonly cells: readonly Readonly<Record<string, unknown>>[]
}

const themes = parse(readFileSync('content/examples.yaml', 'utf8')) as {
  readonly examples: readonly Example[]
}[]
const examples = themes.flatMap(({ examples }) => examples)

function padOf({ cells }: Example): Pad {
  const pad = readPad(JSON.stringify(cells.map((cell, index) => ({ ...cell, id: `c${index + 1}` }))))
  if (pad === undefined) throw new Error('a cell cannot be read')
  return pad
}

test('every language and every hardware has one, under names of their own', () => {
  const cells = examples.flatMap((example) => [...padOf(example)])
  const names = <Name>(found: readonly (Name | undefined)[]) =>
    [...new Set(found)].filter((each) => each !== undefined).toSorted()
  expect(names(cells.map(({ language }) => language))).toEqual(LANGUAGE_NAMES.toSorted())
  expect(names(cells.map(({ hardware }) => hardware))).toEqual(Object.keys(HARDWARE).toSorted())
  expect(new Set(examples.map(({ id }) => id)).size).toBe(examples.length)
})

test.each(examples)('“$title” is read as it was written', (example) => {
  expect(example.id).toMatch(/^[a-z0-9-]+$/)
  expect(padOf(example)).toMatchObject(example.cells)
  expect(Object.keys(example.ends).length).toBeGreaterThan(0)
})

/** Several run ten million instructions. */
const ASKED = process.env['PAGEWALK_CLOSELY'] === '1' ? examples.length : 4

test.each(new Random(SEED).shuffle(examples).slice(0, ASKED))('“$title” ends so', (example) => {
  const { says, mistake, ...facts } = example.ends
  let last: CellRun | undefined
  for (const definition of definitionsOf(padOf(example))) {
    const machine = definition.after === undefined ? undefined : last?.machine()
    last = new CellRun(definition, Object.keys(facts), machine)
    last.toEnd()
  }
  const result = last!.result()
  expect(result.facts).toEqual(facts)
  if (says !== undefined) expect(result.message).toContain(says)
  const said = result.diagnostics.map(({ code, message }) => `${code}: ${message}`).join('\n')
  if (mistake === undefined) expect(said).toBe('')
  else expect(said).toContain(mistake)
})
