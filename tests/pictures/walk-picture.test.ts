import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PRESETS } from '#engine/machine/design/presets.ts'
import { entryFormatOf } from '#engine/memory/formats/formats.ts'
import { SCHEMES, type SchemeName } from '#engine/memory/scheme.ts'
import { Machine } from '#engine/machine/machine.ts'
import { Recording } from '#engine/machine/recording.ts'
import { hex } from '#engine/units.ts'
import type { CellDefinition } from '#notebook/shared/cell.ts'
import { FactReader } from '#notebook/worker/fact-reader.ts'
import { workerLanguage } from '#notebook/worker/languages/languages.ts'
import { CodeMap } from '#notebook/worker/timeline/code-map.ts'
import type { WalkView } from '#notebook/shared/picture-view.ts'
import { walkView } from '#notebook/worker/views/walk-view.ts'
import type { Box, Drawing, Line } from '#pictures/marks.ts'
import { walkPicture } from '#pictures/walk-picture.ts'
import { cell } from '../notebook/cells.ts'
import { labelsOf } from './measure.ts'
import { DOCUMENT, expectWellSet, viewOf, viewsOf } from './ran.ts'

const texts = (drawing: Drawing) => labelsOf(drawing).map(({ what }) => what)
const boxes = ({ marks }: Drawing, look: string) =>
  marks.filter((mark): mark is Box => mark.kind === 'box' && mark.look === look)
const lines = ({ marks }: Drawing, look: string) =>
  marks.filter((mark): mark is Line => mark.kind === 'line' && mark.look === look)

const before = (scheme: SchemeName) => [cell('before', DOCUMENT, { scheme })]

function walk(scheme: SchemeName, source: string, rest: Partial<CellDefinition> = {}): WalkView {
  const language = /^(read|write) /.test(source) ? 'access' : 'asm'
  return viewOf('walk', source, { language, stop: 'end', ...rest }, before(scheme))
}

/** What each scheme reads on its way, as the picture’s boxes. */
const READS: Record<SchemeName, number> = {
  none: 0,
  'base-limit': 1,
  segments: 1,
  'one-level': 1,
  'four-level': 4,
  'five-level': 5,
}

describe.each(Object.keys(SCHEMES) as SchemeName[])('under %s', (scheme) => {
  const view = walk(scheme, 'mov al, [rbp - 1]')
  const picture = walkPicture(view)

  it('is set well', () => expectWellSet(picture))

  it('has an arrow for every entry that is read, and ends at the byte', () => {
    const { wide } = picture
    expect(boxes(wide, 'entry')).toHaveLength(READS[scheme])
    expect(lines(wide, 'os')).toHaveLength(READS[scheme] + (view.ways[0]!.root === undefined ? 0 : 1))
    expect(texts(wide)).toEqual(expect.arrayContaining(['0x5FFF', '2a', 'x', 'y', 'AL', '0x2A = 42']))
    expect(lines(wide, 'value')).toHaveLength(1)
    expect(boxes(wide, 'byte accessed')).toHaveLength(2)
  })

  it('says the sum, and the bits as they fall into fields', () => {
    const [way] = view.ways
    const address = BigInt(way!.virtualAddress)
    const bits = way!.fields.map((field) => field.bits).join('')
    expect(BigInt(`0b${bits}`)).toBe(BigInt.asUintN(bits.length, address))
    expect(texts(picture.wide).some((text) => /^RBP 0x\w+ − 1 = 0x\w+$/.test(text))).toBe(true)
  })
})

it('shows two ways where an access lies across the edge of a page', () => {
  const picture = walkPicture(walk('four-level', 'read u32 [rbp - 2]'))
  expectWellSet(picture)
  expect(boxes(picture.wide, 'entry')).toHaveLength(8)
  expect(texts(picture.wide)).toEqual(expect.arrayContaining(['0x5FFE', '0x6000']))
  expect(picture.caption).toContain('two ways')
})

it('ends where nothing is present, without an arrow on, and says why', () => {
  const picture = walkPicture(walk('four-level', 'read u8 0x1234'))
  expectWellSet(picture)
  expect(boxes(picture.wide, 'entry wrong')).toHaveLength(1)
  expect(lines(picture.wide, 'fault')).toHaveLength(1)
  expect(lines(picture.wide, 'os')).toHaveLength(1)
  expect(boxes(picture.wide, 'byte accessed')).toEqual([])
  expect(picture.caption).toContain('page fault')
})

it('ends where a right is missing', () => {
  const picture = walkPicture(walk('one-level', 'write u8 0x400000001234 = 3'))
  expectWellSet(picture)
  expect(lines(picture.wide, 'fault')).toHaveLength(1)
  expect(texts(picture.wide).join(' ')).toContain('may be read but not written')
})

it('lets a write go the other way', () => {
  const read = walkPicture(walk('one-level', 'mov al, [rbp - 1]')).wide
  const write = walkPicture(walk('one-level', 'mov [rbp - 1], al')).wide
  const end = (drawing: Drawing) => Number(/^M[\d.]+ ([\d.]+)/.exec(lines(drawing, 'value')[0]!.head!)?.[1])
  expect(end(read)).toBeLessThan(end(write))
})

it('tells of what is asked about where no instruction touches it', () => {
  const view = viewOf('walk', DOCUMENT, { of: ['x'] })
  expect([view.access, view.of, view.text]).toEqual(['look-up', 'x', undefined])
  expect(walkPicture(view).caption).toBe(
    'x is at 0x7FFF_007F_EFFF. The page’s row says where its page is: the byte of RAM is 0x5FFF.',
  )
})

it('is set well for any address', () => {
  const address = fc.oneof(
    fc.bigInt({ min: 0n, max: 2n ** 48n - 1n }),
    fc.bigInt({ min: 0x7fff007fe000n, max: 0x7fff007fffffn }),
    fc.bigInt({ min: 0x400000000ff0n, max: 0x400000002000n }),
  )
  fc.assert(
    fc.property(
      address,
      fc.constantFrom('u8', 'u16', 'u32', 'u64'),
      fc.constantFrom(...(Object.keys(SCHEMES) as SchemeName[])),
      (at, type, scheme) => {
        expectWellSet(walkPicture(walk(scheme, `read ${type} 0x${at.toString(16)}`)))
      },
    ),
    { numRuns: Number(process.env['PAGEWALK_PICTURES'] ?? 25) },
  )
})

it('tells a visitor what the next instruction does, also of a machine with much RAM', () => {
  for (const image of ['walkthrough', 'linux'] as const) {
    const machine = Machine.boot(image, 'four-level')
    const definition = cell('visited', DOCUMENT, { image, scheme: 'four-level', of: ['x'] })
    workerLanguage(definition.language).prepare(machine, definition)
    const recording = new Recording(machine, definition.stop)
    const code = new CodeMap(machine, definition)
    const input = { machine, recording, code, facts: new FactReader(machine), cell: definition }
    const visit = () => walkView({ ...input, isVisit: true })!
    // On to the first store into the frame.
    for (let step = 0; step < 50 && !/^mov \w+ \[rbp/.test(visit().text ?? ''); step++) recording.run(1)
    const view = visit()
    expect([image, view.access, view.when, view.text?.split(' ')[0]]).toEqual([image, 'write', 'next', 'mov'])
    expectWellSet(walkPicture(view))
  }
})

/** What each machine that can be named reads on its way to a byte of its page 2, and what it calls the register that begins it. */
const MACHINES = Object.entries(PRESETS)
const ROOTS = { x86: 'CR3', 'risc-v': 'satp', arm: 'TTBR0', textbook: 'PTBR' } as const

describe.each(MACHINES)('on the machine %s', (name, { scheme, settings }) => {
  const { lookup, segments, pageBits } = scheme
  const levelCount = lookup.kind === 'list' ? 1 : lookup.levels.length
  const frame = 2 ** pageBits
  const before = [
    cell('design', `machine ${name}`, { language: 'machine' }),
    ...(levelCount === 0
      ? []
      : [cell('rows', `2 -> ${3 * frame} R`, { language: 'pages', after: 'design' })]),
  ]
  const source = `read u8 ${segments === undefined ? 2 * frame + 1 : 5}`
  const definition = { language: 'access', after: before.at(-1)!.id, of: [] } as const
  const look = viewsOf(['walk', 'frames', 'ram', 'tlb'], source, definition, before)
  const view = look('walk')
  const picture = walkPicture(view)

  it('is set well', () => expectWellSet(picture))

  it('names its registers, its bits and its pages as the architecture does', () => {
    const { architecture, bits } = entryFormatOf(scheme)
    const [way] = view.ways
    expect(way!.fault).toBeUndefined()
    expect(way!.entries).toHaveLength(levelCount)
    const known = new Set(bits.map((bit) => bit.name))
    for (const { flags } of way!.entries) {
      expect(flags.filter((flag) => !known.has(flag))).toEqual([])
      expect(flags).toContain(bits[0]!.name)
    }
    if (levelCount > 0) expect(texts(picture.wide)).toContain(ROOTS[architecture])
    if (levelCount > 0) expect(texts(picture.narrow)).toContain(ROOTS[architecture])
    if (lookup.kind === 'list') expect(texts(picture.wide).join(' ')).toContain('0x2 → 0x3000')
  })

  it('draws the field of every choice that is made, on a page and on a phone', () => {
    const fields = view.ways[0]!.fields.filter(({ part }) => part !== 'unused')
    for (const drawing of [picture.wide, picture.narrow])
      expect(fields.filter(({ part }) => boxes(drawing, `field ${part}`).length === 0)).toEqual([])
    expect(lines(picture.wide, 'cpu').length).toBe(fields.length + 1)
    expect(lines(picture.narrow, 'cpu').length).toBe(fields.length)
  })

  it('counts frames and pages in its own size', () => {
    // So many as a VAX has are drawn four at a time.
    expect(look('frames').frameByteCount).toBe(name === 'vax' ? 4 * frame : frame)
    const end = Number(view.ways[0]!.frame!.physicalAddress)
    const rams = look('ram').frames
    expect(rams.find(({ base }) => Number(base) === end - (end % frame))).toBeDefined()
    if (levelCount > 0) expect(rams[0]!.page).toBe('0x2')
    if (settings.tlb === undefined) return
    const [remembered] = look('tlb').tlbs[0]!.sets[0]!.entries
    expect(remembered).toMatchObject({ page: '0x2', frameBase: hex(3 * frame) })
    expect(remembered!.things).toContain(`physical:${hex(3 * frame).toLowerCase()}+${frame}`)
  })
})

it('compares a page with one row after the other, and says so of those that it leaves out', () => {
  const rows = Array.from({ length: 8 }, (_, row) => `${row + 2} -> 0x${(row + 5).toString(16)}000 RW`)
  const list = cell('rows', rows.join('\n'), { language: 'pages' })
  const picture = walkPicture(viewOf('walk', 'read u8 0x9001', { language: 'access', of: [] }, [list]))
  expectWellSet(picture)
  expect(texts(picture.wide)).toEqual(expect.arrayContaining(['4 rows, others', '0x9 → 0xC000']))
  expect(picture.wide.marks.some(({ key }) => key === 'choose 0 0')).toBe(true)
})
