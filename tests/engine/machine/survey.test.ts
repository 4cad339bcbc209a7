import { describe, expect, test } from 'vitest'
import { bootDesign } from '#engine/machine/design/boot-design.ts'
import { designMachine } from '#engine/machine/design/design-machine.ts'
import { PRESETS } from '#engine/machine/design/presets.ts'
import { surveyOf } from '#engine/machine/design/survey.ts'
import { addressDrawing } from '#pictures/address-picture.ts'
import { collisions, outside, overflowing } from '../../pictures/measure.ts'

const KIB = 1024

describe.each(Object.entries(PRESETS))('%s', (name, preset) => {
  const survey = surveyOf(preset)

  test('has an address of as many bits as its fields have, drawn well for both widths', () => {
    const bits = survey.fields.reduce((sum, field) => sum + field.bits, 0)
    expect([survey.virtualBits, 64]).toContain(bits)
    for (const format of ['wide', 'narrow'] as const) {
      const drawing = addressDrawing(
        survey.fields.map(({ part, ...rest }) => ({ ...rest, look: part })),
        format,
      )
      expect([outside(drawing), collisions(drawing), overflowing(drawing)]).toEqual([[], [], []])
    }
  })

  test('takes as much RAM for the tables of one page as the survey says', () => {
    if (survey.tables.length === 0) return
    const designed = designMachine({ machine: name }, {}, 0)
    if (!designed.ok) throw new Error('a preset is a machine')
    const machine = bootDesign(designed.design)
    const table = machine.kernel.pageTable()
    const sizes = survey.tables.map((_, depth) => table.tableByteCount(depth))
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(survey.leastTableBytes)
    machine.release()
  })
})

test.each([
  ['x86-64', 16 * KIB, 4, 500],
  ['sv39', 12 * KIB, 3, 400],
  ['x86-32', 8 * KIB, 2, 300],
  ['armv8-64k', 512 + 2 * 64 * KIB, 3, 400],
  ['csapp', KIB, 1, 200],
  ['multilevel', 64, 2, 300],
])('of %s one page costs %d bytes of tables, and a walk reads %d entries', (name, least, reads, cycles) => {
  const survey = surveyOf(PRESETS[name]!)
  expect([survey.leastTableBytes, survey.walkReads, survey.walkCycles]).toEqual([least, reads, cycles])
})

test('one array for 32 bits in pages of 4 KiB would take what textbooks say: 4 MiB', () => {
  const { scheme } = PRESETS['x86-32']!
  const flat = { ...scheme, lookup: { kind: 'radix', levels: [{ name: 'PT', bits: 20 }], entry: 'x86-32' } }
  const survey = surveyOf({ title: '', source: '', settings: {}, scheme: flat as typeof scheme })
  expect(survey.leastTableBytes).toBe(4 * KIB * KIB)
})
