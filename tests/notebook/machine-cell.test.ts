import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bootDesign } from '#engine/machine/design/boot-design.ts'
import { designMachine } from '#engine/machine/design/design-machine.ts'
import { parseMachine } from '#engine/machine/design/parse-machine.ts'
import { PRESETS } from '#engine/machine/design/presets.ts'
import {
  PRICE_NAMES,
  printMachine,
  SETTING_LINES,
  UPPER_BITS,
  WALKS,
  type MachineSettings,
} from '#engine/machine/design/settings.ts'
import { CACHE_NAMES } from '#engine/memory/cache.ts'
import { ENTRY_FORMATS } from '#engine/memory/formats/formats.ts'
import type { EntryFormatName } from '#engine/memory/formats/entry-format.ts'
import type { CellDefinition, CellResult } from '#notebook/shared/cell.ts'
import type { Language } from '#notebook/shared/language.ts'
import { definitionsOf, withCell, type Pad } from '#notebook/page/pad.ts'
import type { AssistQuestion } from '#notebook/shared/assist.ts'
import { explain } from '#notebook/worker/assist/explain.ts'
import { suggest } from '#notebook/worker/assist/suggest.ts'
import { CellRun } from '#notebook/worker/run-cell.ts'

/** Cells one after the other, each on the machine that the one before it leaves behind. */
function ranAll(...cells: readonly (readonly [Language, string])[]): CellResult[] {
  let pad: Pad = []
  for (const [at, [language, source]] of cells.entries()) {
    pad = withCell(pad, at, language, `c${at + 1}`)
    pad = pad.map((cell, index) => (index === at ? { ...cell, source, follows: at > 0 } : cell))
  }
  let before: ReturnType<CellRun['machine']>
  return definitionsOf(pad).map((definition: CellDefinition) => {
    const run = new CellRun(definition, [], before)
    run.toEnd()
    const result = run.result()
    before = run.machine() ?? before
    return result
  })
}

/** Where each access of the last cell led, or what stopped it. */
function places(results: readonly CellResult[]): (string | undefined)[] {
  const last = results.at(-1)!
  expect(results.map(({ diagnostics, message }) => [diagnostics, message])).toEqual(
    results.map(() => [[], undefined]),
  )
  const view = last.views.find((each) => each.kind === 'accesses')
  return view!.accesses.map(({ parts, fault }) => fault ?? parts[0]!.physicalAddress?.value)
}

/** The same where something is said of the machine besides. */
function led(results: readonly CellResult[]): (string | undefined)[] {
  const errors = results.flatMap(({ diagnostics }) =>
    diagnostics.filter(({ severity }) => severity === 'error'),
  )
  expect(errors).toEqual([])
  const view = results.at(-1)!.views.find((each) => each.kind === 'accesses')
  return view!.accesses.map(({ parts, fault }) => fault ?? parts[0]!.physicalAddress?.value)
}

describe('a machine cell', () => {
  test('makes the machine of a textbook, and its TLB serves pages of 64 bytes', () => {
    const results = ranAll(
      ['machine', 'machine csapp'],
      ['pages', '0x0F -> 0x340 RW\n0x28 -> 0xCC0 R'],
      ['access', 'addresses 0x3d4 0x3d7 0x3d4\nread u8 0xA01'],
    )
    expect(places(results)).toEqual(['0x354', '0x357', '0x354', '0xCC1'])
  })

  test.each([
    'machine csapp\nphysical 10 bits',
    'addresses 14 bits\npage 64 bytes\nphysical 10 bits\ntlb 16 entries 4 ways lru',
  ])('is read off a homework: one table, and RAM as long as physical addresses reach: %s', (homework) => {
    const access = ['access', 'addresses 0x3d4'] as const
    expect(places(ranAll(['machine', homework], ['pages', '0x0F -> 0x340 RW'], access))).toEqual(['0x354'])
    const [, refused] = ranAll(['machine', homework], ['pages', '0x0F -> 0x400 RW'], access)
    expect(refused!.diagnostics[0]?.message).toBe('RAM has no frame at 0x400: it ends at 0x400.')
  })

  test('knows the frames of its own size, whatever asks for them', () => {
    const asked = ['access(0)', 'page(0xF)', 'address(0x3D4)'].flatMap((of) => [
      `${of}.frame`,
      `${of}.frameBase`,
    ])
    const cells = [
      ['machine', 'machine csapp'],
      ['pages', '0x0F -> 0x340 RW'],
      ['access', 'addresses 0x3d4'],
    ] as const
    let pad: Pad = []
    for (const [at, [language, source]] of cells.entries())
      pad = withCell(pad, at, language, `c${at}`).map((cell, index) =>
        index === at ? { ...cell, source, follows: at > 0 } : cell,
      )
    let before: ReturnType<CellRun['machine']>
    let facts: Readonly<Record<string, string>> = {}
    for (const definition of definitionsOf(pad)) {
      const run = new CellRun(definition, [...asked, 'page(0xF).present', 'page(0x10).present'], before)
      run.toEnd()
      facts = run.result().facts
      before = run.machine()
    }
    expect(facts).toMatchObject(
      Object.fromEntries(asked.map((name) => [name, name.endsWith('Base') ? '0x340' : '0xD'])),
    )
    expect([facts['page(0xF).present'], facts['page(0x10).present'] ?? '0']).toEqual(['1', '0'])
  })

  test('has the cache of its textbook, which misses once for each line of four bytes', () => {
    const results = ranAll(
      ['machine', 'machine csapp'],
      ['pages', '0x0F -> 0x340 RW'],
      ['access', 'addresses 0x3d4 0x3d7 0x3d4 0x3d8'],
    )
    const view = results.at(-1)!.views.find((each) => each.kind === 'caches')
    expect(view!.caches[0]!.counts.map(({ name, value }) => `${name} ${value.value}`)).toEqual(
      expect.arrayContaining(['hits 2', 'misses 2']),
    )
  })

  test('reads page tables through its caches where it says so: neighbouring pages share the lines of their entries', () => {
    const counted = (walks: string) => {
      const machine = `machine x86-64\ntlb 4 entries 4 ways lru\ncache L1 64 lines of 64 bytes 8 ways lru\n${walks}`
      const results = ranAll(
        ['machine', machine],
        ['pages', '0x10 -> 0x5000 RW\n0x11 -> 0x6000 RW'],
        ['access', 'addresses 0x10000 0x11000 0x10000'],
      )
      const views = results.at(-1)!.views
      const caches = views.find((each) => each.kind === 'caches')!
      const [hits, misses] = caches.caches[0]!.counts.map(({ value }) => Number(value.value))
      return [hits, misses]
    }
    // Three reads of data, two of which miss. Of two walks of four entries, the first brings in the lines for the second.
    expect(counted('')).toEqual([1, 2])
    expect(counted('walks uncached')).toEqual([1, 2])
    expect(counted('walks cached')).toEqual([1 + 4, 2 + 4])
  })

  test.each(Object.keys(PRESETS))(
    '%s boots, is described somewhere, and takes a row and an access',
    (name) => {
      expect(PRESETS[name]!.source).not.toBe('')
      const { scheme } = PRESETS[name]!
      const hasTable = scheme.lookup.kind === 'list' || scheme.lookup.levels.length > 0
      const frame = 2 ** scheme.pageBits
      const row = `2 -> ${3 * frame} RW`
      const cells: [Language, string][] = [
        ['machine', `machine ${name}`],
        ...(hasTable ? ([['pages', row]] as [Language, string][]) : []),
        ['access', `write u8 ${2 * frame + 5} = 7\nread u8 ${2 * frame + 5}`],
      ]
      const results = ranAll(...cells)
      expect(
        results.flatMap(({ diagnostics }) => diagnostics.filter(({ severity }) => severity === 'error')),
      ).toEqual([])
      const view = results.at(-1)!.views.find((each) => each.kind === 'accesses')
      const [, read] = view!.accesses
      if (hasTable)
        expect(read!.parts[0]!.physicalAddress?.value).toBe(`0x${(3 * frame + 5).toString(16).toUpperCase()}`)
    },
  )

  const SIZES = [64, 512, 4096, 8192, 16_384, 65_536]
  test.each([
    ['x86-64', 4096],
    ['x86-32', 4096],
    ['x86-pae', 4096],
    ['sv32', 4096],
    ['sv48', 4096],
    ['armv8-4k', 4096],
    ['armv8-64k', 65_536],
    ['linear', 4],
    ['multilevel', 4],
  ])('%s translates with pages of any size from %i bytes on', (name, least) => {
    for (const size of SIZES.filter((each) => each >= least)) {
      const bits = 20 - Math.log2(size)
      const levels = name === 'linear' ? `${bits}` : `${Math.floor(bits / 2)} ${Math.ceil(bits / 2)}`
      const machine = `machine ${name}\naddresses 20\nupper zero\npage ${size}\nlevels ${levels}\nram 1 MiB`
      const results = ranAll(
        ['machine', name === 'multilevel' ? `${machine}\nentry 4 bytes` : machine],
        ['pages', `1 -> ${3 * size} RW`],
        ['access', `write u8 ${size + 5} = 7\nread u8 ${size + 5}`],
      )
      const hex = `0x${(3 * size + 5).toString(16).toUpperCase()}`
      const view = results.at(-1)!.views.find((each) => each.kind === 'accesses')
      const led = view?.accesses.map(({ parts, fault }) => fault ?? parts[0]!.physicalAddress?.value)
      expect([size, led]).toEqual([size, [hex, hex]])
    }
  })

  test('knows no end of RAM that its physical addresses do not reach', () => {
    const first = (physical: number) =>
      places(
        ranAll(
          ['machine', `machine x86-64\nlevels 8\naddresses 20\nphysical ${physical}`],
          ['pages', '1 -> 0x3000 RW'],
          ['access', 'read u8 0x1005'],
        ),
      )
    expect([first(14), first(20)]).toEqual([['0x3005'], ['0x3005']])
  })

  test('counts levels on where it has more of them than its preset', () => {
    const names = (source: string) => {
      const { settings } = parseMachine(source)
      const designed = designMachine(settings, {}, 0)
      const lookup = designed.ok ? designed.design.hardware.paging?.lookup : undefined
      return lookup?.kind === 'radix' ? lookup.levels.map(({ name }) => name) : undefined
    }
    expect(names('machine armv8-64k\nlevels 6 6 13 13')).toEqual(['L0', 'L1', 'L2', 'L3'])
    expect(names('machine sv39\nlevels 9 9 9 9 9')).toEqual(['L4', 'L3', 'L2', 'L1', 'L0'])
    expect(names('machine x86-64\nlevels 9 9 9 9 9')).toEqual(['PML5', 'PML4', 'PDPT', 'PD', 'PT'])
  })

  test('names a fault as its architecture does, also where the TLB remembers the right', () => {
    for (const name of ['sv39', 'armv8-4k', 'x86-32']) {
      const said = (tlb: string) => {
        const results = ranAll(
          ['machine', `machine ${name}${tlb}`],
          ['pages', '2 -> 0x3000 R'],
          ['access', 'read u8 0x2005\nwrite u8 0x2005 = 1'],
        )
        const view = results.at(-1)!.views.find((each) => each.kind === 'accesses')!
        return view.accesses[1]!.fault
      }
      expect(said('')).toMatch(name === 'x86-32' ? /read but/ : /scause|ESR_EL1/)
      expect(said('\ntlb 4 entries 4 ways')).toBe(said(''))
    }
  })

  test('tells nothing over time of instructions that never ran', () => {
    for (const name of ['pdp-11', 'base-limit', 'csapp'])
      expect(ranAll(['machine', `machine ${name}`])[0]!.views.map(({ kind }) => kind)).not.toContain(
        'accesses-over-time',
      )
    const shown = { id: 'm', language: 'machine', source: 'machine pdp-11', show: ['accesses-over-time'] }
    const run = new CellRun(shown as unknown as CellDefinition, [])
    run.toEnd()
    expect(run.result()).toMatchObject({ state: 'done', views: [] })
  })

  test('says that no real processor mixes tables and programs so, where they are another architecture’s', () => {
    const said = (name: string) => ranAll(['machine', `machine ${name}`])[0]!
    expect(said('sv48')).toMatchObject({
      state: 'done',
      message: expect.stringContaining('no real') as string,
    })
    expect(said('armv8-16k').message).toMatch(/those of ARM.*Programs need addresses of 48 bits/)
    for (const name of ['x86-64', 'x86-32', 'course', 'csapp']) expect(said(name).message).toBeUndefined()
  })

  test('counts frames out: Belady’s string, and the optimal policy’s for accesses too', () => {
    const count = (frames: string, pages: string) => {
      const results = ranAll(['machine', `machine x86-64\nframes ${frames}`], ['access', pages])
      const view = results.at(-1)!.views.find((each) => each.kind === 'accesses')
      return view!.accesses.filter(({ answers }) => answers !== undefined).length
    }
    const belady = '1 2 3 4 1 2 5 1 2 3 4 5'
    expect([count('3 fifo', belady), count('4 fifo', belady), count('3 optimal', belady)]).toEqual([9, 10, 7])
  })

  test('has as much RAM as is written, to the byte where there are segments and to the frame where there are pages', () => {
    const bytes = ranAll(
      ['machine', 'machine base-limit\nram 1000 bytes\nsegment 900 200'],
      ['access', 'read u8 99\nread u8 100\nread u16 99'],
    )
    expect(places(bytes)).toEqual(['0x3E7', expect.stringMatching(/No RAM/), expect.stringMatching(/No RAM/)])
    const [, refused] = ranAll(['machine', 'machine csapp\nram 640 bytes'], ['pages', '1 -> 0x280 RW'])
    expect(refused!.diagnostics[0]!.message).toMatch(/ends at 0x280/)
    const frames = ranAll(
      ['machine', 'machine csapp\nram 640 bytes'],
      ['pages', '1 -> 0x240 RW'],
      ['access', 'read u8 0x7F'],
    )
    expect(places(frames)).toEqual(['0x27F'])
  })

  test('has as many segments as lines say, each growing as its line says', () => {
    const four = ['0x100 0x10', '0x200 0x10 down', '0x300 0x10 up', '0x400 0x10 down'].map(
      (one) => `segment ${one}`,
    )
    const results = ranAll(
      ['machine', `machine segments\naddresses 12\n${four.join('\n')}`],
      ['access', 'addresses 0x00F 0x010 0x7FF 0x7EF 0x800 0xFF0 0xBFF'],
    )
    expect(places(results)).toEqual([
      '0x10F',
      expect.stringMatching(/limit/),
      '0x1FF',
      expect.stringMatching(/limit/),
      '0x300',
      '0x3F0',
      expect.stringMatching(/limit/),
    ])
  })

  test('has all 32 bits of a VAX, whose highest two choose the region', () => {
    const rows = Array.from({ length: 8 }, (_, page) => `${page} -> ${(page + 8) * 512} RW`).join('\n')
    const results = ranAll(
      ['machine', 'machine vax'],
      ['pages', `${rows}\n0x3FFFFF -> 0x200 RW\n0x400000 -> 0x400 R`],
      ['access', 'read u8 0x00000005\nread u8 0x7FFFFFFF\nread u8 0x80000001\nwrite u8 0x80000001 = 1'],
    )
    expect(places(results)).toEqual(['0x1005', '0x3FF', '0x401', expect.stringMatching(/read but/)])
  })

  test('tells what each access took, and what of it for what', () => {
    const results = ranAll(
      ['machine', 'machine csapp\nprice walk 10 cycles\nprice memory 50 cycles'],
      ['pages', '0x0F -> 0x340 RW'],
      ['access', 'addresses 0x3d4 0x3d7 0x3d8'],
    )
    const view = results.at(-1)!.views.find((each) => each.kind === 'accesses')!
    expect(view.accesses.map(({ cost }) => [cost?.cycles.value, cost?.parts])).toEqual([
      ['65', 'TLB 1, page table 10, L1 4, RAM 50'],
      ['5', 'TLB 1, L1 4'],
      ['55', 'TLB 1, L1 4, RAM 50'],
    ])
    const without = ranAll(['machine', 'machine linear'], ['pages', '1 -> 0x2000'], ['access', 'pages 1'])
    expect(without.at(-1)!.views.find(({ kind }) => kind === 'accesses')).not.toMatchObject({
      accesses: [{ cost: expect.anything() as unknown }],
    })
  })

  test('is the machine of a whole program in assembly too, which begins anew on it', () => {
    const program = '_start: mov eax, [rsp]\nmov eax, 60\nxor edi, edi\nsyscall'
    const [, result] = ranAll(
      ['machine', 'machine sv48\ncache L1 16 lines of 64 bytes 4 ways lru'],
      ['asm', program],
    )
    expect(result).toMatchObject({ state: 'done', diagnostics: [] })
    const pad = withCell(withCell([], 0, 'machine', 'm'), 1, 'asm', 'a')
    const [machine, asm] = definitionsOf(
      pad.map((cell) =>
        cell.id === 'm'
          ? { ...cell, source: 'cache L1 16 lines of 64 bytes 4 ways lru' }
          : { ...cell, source: program, follows: true },
      ),
    )
    const first = new CellRun(machine!, [])
    first.toEnd()
    const run = new CellRun(asm!, ['L1.misses', 'cache(L1).misses'], first.machine())
    run.toEnd()
    expect(Number(run.result().facts['cache(L1).misses'])).toBeGreaterThan(0)
  })

  test.each([
    ['x86-64', '2 MiB', 0x200, 0],
    ['x86-64', '1GiB', 0x40000, 0],
    ['x86-32', '4 MiB', 0x400, 0x400000],
    ['x86-pae', '2 MiB', 0x200, 0x400000],
    ['sv32', '4 MiB', 0x800, 0x400000],
    ['sv39', '2 MiB', 0x200, 0x200000],
    ['sv48', '1 GiB', 0x40000, 0],
    ['armv8-4k', '2 MiB', 0x600, 0],
    ['armv8-16k', '32 MiB', 0x800, 0],
    ['armv8-64k', '512 MiB', 0x2000, 0],
  ])(
    '%s maps a page of %s by one entry, with rights in words, and takes it away again',
    (name, size, page, frame) => {
      const pageByteCount = 2 ** PRESETS[name]!.scheme.pageBits
      const machine: [Language, string] = ['machine', `machine ${name}\nram 8 MiB`]
      const hex = (value: number) => `0x${value.toString(16).toUpperCase()}`
      const start = page * pageByteCount
      const access: [Language, string] = [
        'access',
        `read u8 ${start + 0x1234}\nwrite u8 ${start + 0x1234} = 1\nread u8 ${start + 3 * pageByteCount + 5}`,
      ]
      const rows = `${page} -> ${frame} R U G ${size}`
      expect(led(ranAll(machine, ['pages', rows], access))).toEqual([
        hex(frame + 0x1234),
        expect.stringMatching(/read but|permission/),
        hex(frame + 3 * pageByteCount + 5),
      ])
      expect(led(ranAll(machine, ['pages', `${page} -> ${frame} R W U A D ${size}`], access))[1]).toBe(
        hex(frame + 0x1234),
      )
      const [gone] = led(
        ranAll(machine, ['pages', rows], ['pages', `1 -> ${100 * pageByteCount} RW`], access),
      )
      expect(gone).toMatch(/no row|not present|translation fault|page fault/i)
    },
  )

  test.each([
    ['sv39', '0x200 -> 0x1000 RW 2 MiB', '0x1000', /multiple of its size/],
    ['sv39', '0x201 -> 0x200000 RW 2 MiB', '0x201', /No page of 2 MiB begins/],
    ['sv39', '0x200 -> 0x200000 RW 4 MiB', '0x200 -> 0x200000 RW 4 MiB', /No page of this machine has 4 MiB/],
    ['csapp', '0 -> 0 RW 2 MiB', '0 -> 0 RW 2 MiB', /No page of this machine/],
    ['x86-64', '0x200 -> 0 RW 2 MiB\n0x201 -> 0x5000 RW', '0x201 -> 0x5000 RW', /lies within the large page/],
    ['x86-64', '0x200 -> 0x5000 R U kernel', 'kernel', /contradicts/],
    ['x86-64', '0x200 -> 0x5000 none A', 'A', /contradicts/],
  ])('on %s says what is wrong with the rows %j', (name, rows, marked, message) => {
    const { diagnostics } = ranAll(['machine', `machine ${name}`], ['pages', rows])[1]!
    expect(rows.slice(diagnostics[0]!.from, diagnostics[0]!.to)).toBe(marked)
    expect(diagnostics[0]!.message).toMatch(message)
  })

  test('has a swap area of the size that is written', () => {
    const ended = (swap: string) => {
      const [, result] = ranAll(
        ['machine', `machine x86-64\nframes 2 fifo\n${swap}`],
        ['access', Array.from({ length: 8 }, (_, page) => `write u8 ${(page + 1) * 0x1000} = 1`).join('\n')],
      )
      return JSON.stringify(result)
    }
    expect(ended('swap 64 pages')).toBe(ended(''))
    expect(ended('swap 1 page')).not.toBe(ended(''))
  })

  test('says what the bits above an address must be', () => {
    const first = (upper: string) => {
      const results = ranAll(
        ['machine', `machine x86-64\naddresses 20 bits\nlevels 8\n${upper}`],
        ['access', 'read u8 0x80000'],
      )
      const access = results.at(-1)!.views.find((each) => each.kind === 'accesses')!.accesses[0]!
      return access.fault ?? results.at(-1)!.message
    }
    expect(first('upper sign')).toMatch(/canonical/)
    expect(first('upper zero')).not.toMatch(/canonical/)
  })

  test('lets programs run on tables of other architectures, and says where they can’t', () => {
    const program = 'fn main() { let x: u8 = 42; let y: u32 = 100; }'
    for (const name of ['x86-64', 'sv48', 'armv8-4k'])
      expect(ranAll(['machine', `machine ${name}`], ['rust', program])[1]).toMatchObject({
        state: 'done',
        diagnostics: [],
      })
    const [, refused] = ranAll(['machine', 'machine sv39'], ['rust', program])
    expect(refused).toMatchObject({
      state: 'stale',
      message: expect.stringContaining('No program can run') as string,
    })
  })

  test.each([
    ['machine pdp-12', 'machine pdp-12', /no machine pdp-12/],
    ['machine csapp\npage 60 bytes', 'page 60 bytes', /power of two/],
    ['machine sv39\naddresses 39 bits\nlevels 9 9', 'levels 9 9', /Levels and offset make 30 bits/],
    ['machine sv39\npage 64 bytes\nlevels 9 9 9', 'page 64 bytes', /begin at multiples of 4 KiB/],
    ['colour red', 'colour', /nothing that a machine has/],
    ['tlb 12 entries 4 ways', 'tlb 12 entries 4 ways', /no whole number of sets/],
    ['itlb 8 entries 8 ways', 'itlb 8 entries 8 ways', /stands beside one for data/],
    [
      'tlb 8 entries 8 ways\nitlb 8 entries 8 ways forgetful',
      'forgetful',
      /none of lru, fifo, random, tagged/,
    ],
    ['tlb 8 entries 8 ways tagged lru fifo', 'fifo', /One word of this kind/],
    ['cache L4 16 lines of 4 bytes 1 way', 'L4', /none of L1/],
    ['cache L1 12 lines of 4 bytes 4 ways', 'cache L1 12 lines of 4 bytes 4 ways', /no whole number of sets/],
    ['cache L1 16 lines of 5 bytes 4 ways', 'cache L1 16 lines of 5 bytes 4 ways', /no power of two/],
    ['cache L1 3 lines of 4 bytes 3 ways plru', 'cache L1 3 lines of 4 bytes 3 ways plru', /tree of bits/],
    ['cache L2 16 lines of 4 bytes 1 way', 'cache L2 16 lines of 4 bytes 1 way', /none of level 1/],
    [
      'cache L1 16 lines of 4 bytes 1 way\ncache l1 4 lines of 4 bytes 1 way',
      'cache l1 4 lines of 4 bytes 1 way',
      /already/,
    ],
    ['cache L1 16 lines of 4 bytes 1 way write-never', 'write-never', /none of lru/],
    ['walks cached', 'walks cached', /where a TLB misses/],
    ['swap 4 pages', 'swap 4 pages', /where frames are counted out/],
    ['upper one', 'one', /none of sign, zero/],
    ['walks often', 'often', /none of cached/],
    ['price bread 3', 'bread', /none of memory/],
    ['price L1 3\nprice l1 4', 'price l1 4', /already/],
    ['machine', 'machine', /missing/],
    ['ram 4 KiB\nram 8 KiB', 'ram 8 KiB', /already/],
    ['ram 1', 'ram 1', /too little/],
    ['page many', 'many', /not a number/],
    ['machine base-limit\nframes 3 fifo', 'frames 3 fifo', /this machine has none/],
    ['machine csapp\nframes 64 fifo', 'frames 64 fifo', /no room for 64 frames of 64 bytes/],
    ['machine multilevel\nframes 3\nswap 128 pages', 'swap 128 pages', /one of 127 places/],
    ['frames 3 best', 'best', /none of fifo/],
    ['marks software now', 'now', /does not belong/],
    ['cache L1i 4 lines of 4 bytes 1 way', 'cache L1i 4 lines of 4 bytes 1 way', /beside an L1d/],
    ['machine course\naddresses 20', 'addresses 20', /rows for pages of 4 KiB/],
    ['machine course\nlevels 3 3', 'levels 3 3', /rows for pages of 4 KiB/],
    ['machine course\npage 8 KiB', 'page 8 KiB', /rows for pages of 4 KiB/],
    ['machine armv8-4k\nphysical 14', 'physical 14', /do not reach the end of 128 KiB/],
    ['machine armv8-4k\nphysical 17\nframes 3', 'physical 17', /do not reach the end/],
    ['machine sv39\nphysical 20\nram 2 MiB', 'physical 20', /do not reach the end of 2 MiB/],
    ['machine linear\naddresses 45 bits', 'addresses 45 bits', /A table of 33 bits/],
    ['machine base-limit\naddresses 33', 'addresses 33', /from 4 to 32 bits/],
    ['machine pdp-11\naddresses 3', 'addresses 3', /from 7 to 32 bits/],
    ['machine pdp-11\npage 64 bytes', 'page 64 bytes', /no page tables/],
    ['machine csapp\nphysical 10 bits\nram 4 KiB', 'physical 10 bits', /do not reach the end of 4 KiB/],
    ['machine x86-32\nmarks software', 'marks software', /Only RISC-V and ARM/],
    ['machine csapp\nram 100 bytes', 'ram 100 bytes', /whole frames.*64 bytes/],
    ['ram 1000 KiB\nram 1 MiB', 'ram 1 MiB', /already/],
    ['machine x86-64\nram 130 KiB', 'ram 130 KiB', /whole frames.*4 KiB/],
    ['machine sv39\nsegment 0 0x100', 'segment 0 0x100', /page tables, and no segments/],
    ['machine segments\nsegment 0 1\nsegment 0 1\nsegment 0 1', 'segment 0 1', /1, 2, 4 or 8 of them, not 3/],
    ['machine segments\nsegment 0 1 sideways', 'sideways', /none of up, down/],
    ['price L3 4', 'price L3 4', /no cache L3/],
    ['machine armv8-16k\nlevels 5 1 11 11 11', 'levels 5 1 11 11 11', /levels 0 to 3/],
  ])('says what is wrong with %j', (source, marked, message) => {
    const { diagnostics } = ranAll(['machine', source])[0]!
    expect(diagnostics.length).toBe(1)
    expect(source.slice(diagnostics[0]!.from, diagnostics[0]!.to)).toBe(marked)
    expect(diagnostics[0]!.message).toMatch(message)
  })
})

const segment = fc.record({
  ...{ base: fc.nat(2 ** 26), limit: fc.nat(2 ** 26) },
  grows: fc.constantFrom('up' as const, 'down' as const),
})

describe('the words of a machine', () => {
  const settings: fc.Arbitrary<MachineSettings> = fc.record(
    {
      machine: fc.constantFrom(...Object.keys(PRESETS)),
      addresses: fc.integer({ min: 1, max: 57 }),
      upper: fc.constantFrom(...UPPER_BITS),
      swap: fc.integer({ min: 1, max: 4096 }),
      page: fc.integer({ min: 1, max: 16 }).map((bits) => 2 ** bits),
      levels: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 5 }),
      physical: fc.integer({ min: 4, max: 56 }),
      entry: fc.constantFrom<number | EntryFormatName>(
        1,
        2,
        4,
        8,
        ...(Object.keys(ENTRY_FORMATS) as EntryFormatName[]),
      ),
      marks: fc.constantFrom('processor' as const, 'software' as const),
      ram: fc.integer({ min: 1, max: 2 ** 26 }),
      tlb: fc.record({
        entryCount: fc.constant(16),
        wayCount: fc.constantFrom(1, 2, 4, 16),
        replacement: fc.constantFrom('lru' as const, 'fifo' as const, 'random' as const),
        tagged: fc.boolean(),
        forgetful: fc.boolean(),
      }),
      itlb: fc.record({
        ...{ entryCount: fc.constant(8), wayCount: fc.constantFrom(2, 8) },
        replacement: fc.constantFrom('lru' as const, 'fifo' as const, 'random' as const),
        ...{ tagged: fc.boolean(), forgetful: fc.constant(false) },
      }),
      caches: fc.uniqueArray(
        fc.record({
          name: fc.constantFrom(...CACHE_NAMES),
          lineCount: fc.constantFrom(16, 64),
          lineByteCount: fc.constantFrom(4, 64),
          wayCount: fc.constantFrom(1, 4, 16),
          replacement: fc.constantFrom('lru' as const, 'fifo' as const, 'random' as const, 'plru' as const),
          writes: fc.constantFrom('back' as const, 'through' as const),
        }),
        { minLength: 1, maxLength: 5, selector: ({ name }) => name },
      ),
      walks: fc.constantFrom(...WALKS),
      prices: fc
        .dictionary(fc.constantFrom(...PRICE_NAMES), fc.nat(1_000_000), { minKeys: 1, noNullPrototype: true })
        .map((prices) => prices as NonNullable<MachineSettings['prices']>),
      frames: fc.record({
        frameCount: fc.integer({ min: 1, max: 256 }),
        replacement: fc.constantFrom('fifo' as const, 'clock' as const, 'lru' as const, 'optimal' as const),
      }),
      segments: fc.array(
        fc.oneof(
          segment,
          segment.map(({ base, limit }) => ({ base, limit })),
        ),
        {
          minLength: 1,
          maxLength: 8,
        },
      ),
    },
    { requiredKeys: [] },
  )

  test('are printed so that they read back the same', () => {
    fc.assert(
      fc.property(settings, (wanted) => {
        const read = parseMachine(printMachine(wanted))
        expect([read.diagnostics, read.settings]).toEqual([[], wanted])
      }),
    )
  })

  test('make a machine or say why not, whatever is written', () => {
    fc.assert(
      fc.property(settings, (wanted) => {
        const designed = designMachine(wanted, {}, 10)
        if (designed.ok) bootDesign(designed.design).release()
        else expect(designed.diagnostics.length).toBeGreaterThan(0)
      }),
      { numRuns: process.env['PAGEWALK_CLOSELY'] === '1' ? 2000 : 60 },
    )
  })

  test('are offered and explained', () => {
    const at = (source: string, place = source.length) =>
      ({ language: 'machine', source, at: place }) as AssistQuestion
    expect(suggest(at('')).map(({ text }) => text)).toEqual(SETTING_LINES.map(({ key }) => key))
    expect(suggest(at('machine ')).map(({ text }) => text)).toContain('armv8-16k')
    const said = explain(at('machine armv8-16k', 12))
    expect(said).toMatchObject({ from: 8, to: 17, title: 'armv8-16k' })
    expect(SETTING_LINES.every(({ example }) => parseMachine(example).diagnostics.length === 0)).toBe(true)
  })
})

test('foresees an access over the end of all addresses, where the optimal policy asks which pages it uses', () => {
  const [, reads] = ranAll(
    ['machine', 'machine x86-64\nframes 3 optimal'],
    ['access', 'read u64 0xFFFFFFFFFFFFFFFC'],
  )
  expect(reads?.mistakes ?? []).toEqual([])
  expect(reads?.state).toBe('done')
})
