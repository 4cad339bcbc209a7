import { describe, expect, it } from 'vitest'
import { bootDesign } from '#engine/machine/design/boot-design.ts'
import { designMachine } from '#engine/machine/design/design-machine.ts'
import { parseMachine } from '#engine/machine/design/parse-machine.ts'
import { parseAccesses } from '#engine/machine/access/parse-access.ts'
import { performAccesses } from '#engine/machine/access/perform.ts'
import { Machine } from '#engine/machine/machine.ts'
import { Recording } from '#engine/machine/recording.ts'
import { largePagesOf } from '#engine/memory/scheme.ts'
import { parsePages } from '#engine/os/pages/parse-pages.ts'
import { sizeText } from '#engine/os/pages/print-pages.ts'
import { hex } from '#engine/units.ts'
import type { CellDefinition } from '#notebook/shared/cell.ts'
import { FactReader } from '#notebook/worker/fact-reader.ts'
import { workerLanguage } from '#notebook/worker/languages/languages.ts'
import { shownFacts } from '#notebook/page/shown-facts.ts'
import { parseThings } from '#notebook/shared/thing.ts'
import { CodeMap } from '#notebook/worker/timeline/code-map.ts'
import { accessesOverTimeView } from '#notebook/worker/views/accesses-over-time-view.ts'
import { assemblyView } from '#notebook/worker/views/assembly-view.ts'
import { bitsView } from '#notebook/worker/views/bits-view.ts'
import { callsView } from '#notebook/worker/views/calls-view.ts'
import { countersView } from '#notebook/worker/views/counters-view.ts'
import { flagsView } from '#notebook/worker/views/flags-view.ts'
import { frameView } from '#notebook/worker/views/frame-view.ts'
import { framesView } from '#notebook/worker/views/frames-view.ts'
import { hexView } from '#notebook/worker/views/hex-view.ts'
import { mapsView } from '#notebook/worker/views/maps-view.ts'
import { mirView } from '#notebook/worker/views/mir-view.ts'
import { ramView } from '#notebook/worker/views/ram-view.ts'
import { registerFileView } from '#notebook/worker/views/register-file-view.ts'
import { vectorsView } from '#notebook/worker/views/vectors-view.ts'
import { sourceView } from '#notebook/worker/views/source-view.ts'
import { stackView } from '#notebook/worker/views/stack-view.ts'
import { swapView } from '#notebook/worker/views/swap-view.ts'
import { tlbView } from '#notebook/worker/views/tlb-view.ts'
import { treeView } from '#notebook/worker/views/tree-view.ts'
import type { ViewInput } from '#notebook/worker/views/view-input.ts'
import type { ViewData } from '#notebook/shared/view.ts'
import { CALL, EXIT, ran } from '../engine/os/linux-programs.ts'
import { cell } from './cells.ts'

const DOCUMENT = 'fn example() {\n    let x: u8 = 42;   // 1 byte\n    let y: u32 = 100; // 4 bytes\n}'
const CALLS = `fn add(a: u32, b: u32) -> u32 {
    let sum = a + b;
    sum
}
fn main() {
    let first: u32 = 3;
    let total = add(first, 4);
}`

/** A machine with a cell's program at its beginning. */
function at(source: string, rest: Partial<CellDefinition> = {}): ViewInput {
  const definition = cell('example', source, rest)
  const machine = Machine.boot(definition.image, definition.scheme)
  const { diagnostics } = workerLanguage(definition.language).prepare(machine, definition)
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  return inputOf(machine, definition)
}

function inputOf(machine: Machine, definition: CellDefinition): ViewInput {
  const recording = new Recording(machine, definition.stop)
  const code = new CodeMap(machine, definition)
  return { machine, recording, code, facts: new FactReader(machine), cell: definition }
}

/** The same when it has run so many instructions. */
function after(steps: number, source: string, rest: Partial<CellDefinition> = {}): ReturnType<typeof at> {
  const input = at(source, rest)
  input.recording.run(steps)
  return input
}

function linux(source: string): ViewInput {
  return inputOf(ran(source).machine, cell('program', source, { language: 'asm' }))
}

/** Those that ask the machine itself, for speed, and name the facts that they show. */
const MAKERS: readonly ((input: ViewInput) => ViewData | undefined)[] = [
  assemblyView,
  bitsView,
  callsView,
  countersView,
  flagsView,
  framesView,
  hexView,
  mapsView,
  mirView,
  ramView,
  registerFileView,
  sourceView,
  stackView,
  swapView,
  tlbView,
  treeView,
  vectorsView,
]

function thingsIn(data: unknown): string[] {
  if (typeof data !== 'object' || data === null) return []
  return Object.entries(data).flatMap(([key, value]) =>
    key === 'things' ? [value as string] : thingsIn(value),
  )
}

describe.each([
  ['the document’s function', after(6, DOCUMENT, { of: ['x', 'y'] })],
  ['with four levels', after(6, DOCUMENT, { scheme: 'four-level', of: ['x'] })],
  ['about nothing', after(2, DOCUMENT, { scheme: 'five-level' })],
  ['without paging', after(6, DOCUMENT, { scheme: 'none', of: ['x'] })],
  ['a Linux process', linux(`push 5\n${EXIT(3)}`)],
])('%s', (_, input) => {
  const views = MAKERS.flatMap((make) => make(input) ?? [])

  it('shows under a fact’s name what the vocabulary answers', () => {
    for (const [name, value] of shownFacts(views))
      expect([name, input.facts.text(name)]).toEqual([name, value])
  })

  it('names things that can be read back', () => {
    for (const things of thingsIn(views)) {
      expect(parseThings(things)).toHaveLength(things.split(' ').length)
    }
  })
})

describe('the stack', () => {
  it.each(['packed', 'debug'] as const)(
    'has every byte once, whatever instruction comes next: %s',
    (layout) => {
      const FRAMES = `fn mixed(a: u64, b: u8) -> u64 { let c: u16 = 1; a + b as u64 + c as u64 }
fn main() { let wide: u64 = mixed(1, 2); let narrow: u8 = 3; }`
      const input = at(FRAMES, { layout, stop: 'end' })
      for (let step = 0; input.recording.run(1), step < 40; step++) {
        const { stack, frames } = frameView(input)
        const bytes = stack.slots.flatMap((slot) =>
          slot.bytes.map(({ address }) => BigInt(address)).reverse(),
        )
        expect([step, bytes]).toEqual([
          step,
          [...new Set(bytes)].sort((one, other) => (one < other ? 1 : -1)),
        ])
        const drawn = frames.flatMap(({ slots }) => slots.map(({ address }) => address))
        expect([step, drawn]).toEqual([step, [...new Set(drawn)]])
      }
    },
  )

  it('names variables before RSP has made room for them, and what is beside them is below RSP', () => {
    const { slots } = stackView(after(3, 'fn example() {\n    let x: u64 = 42;\n    let y: u8 = 1;\n}'))
    expect(slots.map(({ what, name }) => name ?? what)).toEqual(['return-address', 'saved-rbp', 'x', 'y'])
    const packed = stackView(after(3, DOCUMENT)).slots
    expect(packed.map(({ what, name }) => name ?? what).slice(2)).toEqual(['x', 'y', 'below'])
  })
})

describe('the source', () => {
  it('tells the line executed last from the next, and where a run can stop', () => {
    const lines = sourceView(after(5, DOCUMENT))!.lines
    expect(lines.map(({ tokens }) => tokens.map(({ text }) => text).join('')).join('\n')).toBe(DOCUMENT)
    expect(lines.map(({ mark }) => mark)).toEqual([undefined, 'executed', 'next', undefined])
    expect(lines.map(({ hasCode }) => hasCode)).toEqual([true, true, true, true])
    expect(lines[1]?.tokens.find(({ text }) => text === 'let')?.class).toBe('tok-keyword')
  })

  it('knows where its lines and tokens stand', () => {
    for (const { from, to, tokens } of sourceView(at(DOCUMENT))!.lines) {
      expect(DOCUMENT.slice(from, to)).toBe(tokens.map(({ text }) => text).join(''))
      for (const token of tokens) expect(DOCUMENT.startsWith(token.text, token.from)).toBe(true)
    }
  })

  it('is the assembly of an assembly cell, and nothing for a cell that is no program', () => {
    const assembly = after(1, 'start:\n  mov eax, 1\n  add eax, 2', { language: 'asm' })
    expect(sourceView(assembly)!.lines.map(({ mark }) => mark)).toEqual([undefined, 'next', undefined])
    expect(sourceView(at('0x7FFF007FE → 0x5000 RW', { language: 'pages' }))).toBeUndefined()
  })

  it('says when the processor is somewhere else', () => {
    expect(sourceView(at(DOCUMENT))!.isElsewhere).toBe(true)
  })
})

describe('flags', () => {
  it('have their values and what those say', () => {
    const { flags } = flagsView(after(4, 'start:\n mov eax, 5\n sub eax, 5\n nop', { language: 'asm' }))
    const set = flags.filter(({ value }) => value.value === '1').map(({ name }) => name)
    expect(set).toEqual(['pf', 'zf', 'if'])
    expect(flags.find(({ name }) => name === 'zf')).toMatchObject({ bit: 6, meaning: /zero/ })
  })
})

describe('the tree', () => {
  it('has every entry that is not empty, and the way to x through it', () => {
    const view = treeView(after(6, DOCUMENT, { scheme: 'four-level', of: ['x'] }))
    const way = view.rows.filter((row) => row.kind === 'entry' && row.ways.includes('x'))
    expect(way.map((row) => row.kind === 'entry' && [row.depth, row.level, row.index, row.next])).toEqual([
      [0, 'PML4', 255, '0x2000'],
      [1, 'PDPT', 508, '0x3000'],
      [2, 'PD', 3, '0x4000'],
      [3, 'PT', 510, '0x5000'],
    ])
    expect(way.at(-1)).toMatchObject({ page: '0x7FFF007FE', flags: expect.arrayContaining(['P', 'R/W']) })
    expect(view.ways).toEqual([{ of: 'x', address: '0x7FFF007FEFFF', end: '0x5FFF' }])
  })

  it('shows a list as its rows', () => {
    const { rows, isList } = treeView(after(6, DOCUMENT, { of: ['x'] }))
    expect(isList).toBe(true)
    expect(rows[0]).toMatchObject({ level: 'row', index: 0, page: '0x7FFF007FE', ways: ['x'] })
    expect(rows[1]).toMatchObject({ ways: [] })
  })

  it('names the pages of a machine without upper bits, and no way of a register that is empty', () => {
    const { settings, spans } = parseMachine(
      'machine multilevel\naddresses 20 bits\npage 256 bytes\nlevels 6 6',
    )
    const designed = designMachine(settings, spans, 0)
    if (!designed.ok) throw new Error(designed.diagnostics[0]?.message)
    const machine = bootDesign(designed.design)
    machine.setRows(parsePages('0x010 -> 0x200 RW\n0xFFF -> 0x300 RW', 8).rows)
    const view = treeView({
      machine,
      facts: new FactReader(machine),
      cell: cell('table', '', { language: 'pages' }),
    })
    expect(view.rows.flatMap((row) => (row.kind === 'entry' && row.page ? [row.page] : []))).toEqual([
      '0x10',
      '0xFFF',
    ])
    expect(view.ways).toEqual([])
    const told = view.rows.flatMap((row) => (row.kind === 'entry' ? [row.entry] : []))
    const facts = new FactReader(machine)
    expect(told.map(({ fact }) => facts.get(fact)?.value)).toEqual(told.map(({ value }) => value))
  })

  it('passes long runs over, and says how many there are', () => {
    const touch = 'mov rcx, 40\nagain:\npush rax\nsub rsp, 4088\ndec rcx\njnz again'
    const view = treeView(linux(`${touch}\n${EXIT(0)}`))
    const entries = view.rows.filter(({ kind }) => kind === 'entry').length
    const passed = view.rows.reduce((sum, row) => sum + (row.kind === 'run' ? row.count : 0), 0)
    expect(passed).toBeGreaterThan(30)
    expect(entries).toBeLessThan(25)
  })
})

describe('the swap area', () => {
  it('is not shown where there is none', () => {
    expect(swapView(at(DOCUMENT))).toEqual({ kind: 'swap', resident: [], places: [], counts: [] })
  })

  it('shows which pages compete, who leaves next, and what is out', () => {
    const fill = Array.from({ length: 16 }, (_, page) => `mov byte [pages + ${page * 4096}], 1`).join('\n')
    const source = `section .bss\npages: resb 65536\nsection .text\n_start:\n${fill}\n${EXIT(0)}`
    const hardware = { ramByteCount: 24 * 4096, swap: { pageCount: 8, replacement: 'fifo' } } as const
    const { machine } = ran(source, 'four-level', hardware)
    const view = swapView({ machine, facts: new FactReader(machine) })
    expect(view.design).toEqual({ placeCount: 8, replacement: 'fifo' })
    expect(view.resident.filter(({ leavesNext }) => leavesNext)).toEqual([view.resident[0]])
    expect(view.places.length).toBeGreaterThan(0)
    const pageOf = (page: string) => machine.memory.translate((BigInt(page) << 12n) as never)
    for (const { page, frameBase } of view.resident)
      expect(pageOf(page)).toMatchObject({ ok: true, physicalAddress: Number(frameBase) })
    for (const { page } of view.places) expect(pageOf(page)).toMatchObject({ ok: false })
    expect(view.counts.map(({ value }) => Number(value.value))).toEqual([0, view.places.length, 1])
  })
})

describe('the TLB', () => {
  it('is not shown where none counts', () => {
    expect(tlbView(at(DOCUMENT))).toEqual({ kind: 'tlb', pageBits: 12, tlbs: [], told: [] })
  })

  it('shows what it remembers, set by set', () => {
    const tlb = { entryCount: 8, wayCount: 2, replacement: 'lru', tagged: false } as const
    const { machine } = ran(`push 5\npop rax\n${EXIT(0)}`, 'four-level', { tlb })
    const [view] = tlbView({ machine, facts: new FactReader(machine) }).tlbs
    expect(view!.design).toMatchObject({ setCount: 4, wayCount: 2 })
    const entries = view!.sets.flatMap(({ index, entries: found }) =>
      found.map((entry) => ({ index, ...entry })),
    )
    expect(entries.length).toBeGreaterThan(0)
    for (const { index, page, frameBase } of entries) {
      expect(Number(BigInt(page) % 4n)).toBe(index)
      const translation = machine.memory.translate((BigInt(page) << 12n) as never)
      expect(translation).toMatchObject({ ok: true, physicalAddress: Number(frameBase) })
    }
  })
})

describe('the map', () => {
  it('has regions, guard and gaps without holes, and both texts agree', () => {
    const input = linux(`push 5\n${EXIT(0)}`)
    const view = mapsView(input)
    const bounds = view.rows.map(({ start, end }) => [BigInt(start), BigInt(end)] as const)
    bounds.slice(1).forEach(([, end], index) => expect(end).toBe(bounds[index]![0]))
    expect(view.rows.filter(({ kind }) => kind === 'guard')).toHaveLength(1)
    expect(view.text.map(({ line }) => line).join('\n')).toBe(input.facts.text('process(A).maps'))
    const stack = view.rows.find((row) => row.kind === 'region' && row.name === 'stack')
    expect(stack).toMatchObject({ pointers: [{ name: 'RSP' }], residentPageCount: 1 })
  })

  it('says when lengths are no proportions', () => {
    expect(mapsView(at(DOCUMENT)).scale).toBe('logarithmic')
  })
})

describe('frames', () => {
  it('are all counted, each once', () => {
    const view = framesView(after(6, DOCUMENT, { scheme: 'four-level' }))
    expect(view.frameCount).toBe(256)
    expect(view.legend.reduce((sum, { count }) => sum + count, 0)).toBe(256)
    expect(view.rows.reduce((sum, { rowCount }) => sum + rowCount * view.perRow, 0)).toBe(256)
    expect(view.rows[0]?.kinds.slice(0, 8)).toEqual([
      'free',
      'table',
      'table',
      'table',
      'table',
      'stack',
      'stack',
      'code',
    ])
    expect(view.marks).toContainEqual({ frame: 5, name: 'RSP' })
  })

  it('are marked where processes share them', () => {
    const view = framesView(linux(`push 5\n${CALL(57, '0')}\nagain: jmp again`))
    const kinds = view.legend.map(({ kind }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['kernel', 'zeros', 'shared', 'table', 'free']))
  })
})

describe('the hex dump', () => {
  it('has the same bytes on both sides while it is one page, and others beyond it', () => {
    const view = hexView(after(6, DOCUMENT, { of: ['x'] }))
    expect(view.address).toBe('0x7FFF007FEFFF')
    for (const [index, row] of view.virtual.entries()) {
      const other = view.physical[index]!
      const isSame = other.virtual === row.virtual
      if (isSame) expect(row.bytes.map(({ value }) => value)).toEqual(other.bytes.map(({ value }) => value))
    }
    expect(view.virtual.find(({ begins }) => begins)).toMatchObject({
      virtual: '0x7FFF007FF000',
      physical: '0x6000',
    })
  })
})

describe('counters', () => {
  it('are the machine’s', () => {
    const { counters } = countersView(linux(`push 5\n${EXIT(0)}`))
    const values = Object.fromEntries(counters.map(({ name, value }) => [name, value.value]))
    expect(values).toMatchObject({
      'instructions executed': '4',
      'system calls': '1',
      'context switches': '0',
    })
  })

  it('have a row for each count of a cache, and what accesses took', () => {
    const designed = designMachine({ machine: 'csapp' }, {}, 0)
    if (!designed.ok) throw new Error('the preset has a flaw')
    const machine = bootDesign(designed.design)
    const { counters } = countersView({ machine, facts: new FactReader(machine) })
    const names = counters.map(({ name }) => name)
    expect(names).toEqual(
      expect.arrayContaining(['L1 hits', 'L1 misses', 'L1 evictions', 'L1 lines written back']),
    )
    expect(names).toEqual(expect.arrayContaining(['TLB misses of fetches', 'cycles', 'accesses']))
  })
})

describe('frames counted out on a textbook’s machine', () => {
  it('are told with the pages in them, the swap area and the table', () => {
    const text = 'machine multilevel\nframes 3 lru'
    const { settings, spans } = parseMachine(text)
    const designed = designMachine(settings, spans, text.length)
    if (!designed.ok) throw new Error(designed.diagnostics[0]!.message)
    const machine = bootDesign(designed.design)
    const { statements } = parseAccesses('1 2 3 4 1')
    performAccesses(machine, statements)
    const input = inputOf(machine, cell('accesses', '', { language: 'access' }))
    const { resident, places } = swapView(input)
    // Frame 2 was page 2’s, and page 1’s frame is page 4’s: pages have 32 bytes.
    expect(resident.map(({ page, frameBase, leavesNext }) => [page, frameBase, leavesNext])).toEqual([
      ['0x3', '0x60', true],
      ['0x4', '0x20', undefined],
      ['0x1', '0x40', undefined],
    ])
    expect(parseThings(resident[0]!.things)).toEqual([
      { kind: 'virtual', start: 0x60n, byteCount: 32 },
      { kind: 'physical', start: 0x60n, byteCount: 32 },
    ])
    expect(places.map(({ page }) => page)).toEqual(['0x2'])
    const { runs } = framesView(input)
    expect(runs.filter(({ about }) => about === 'heap')).toEqual([{ first: 1, last: 3, about: 'heap' }])
    const tables = runs.filter(({ about }) => about === 'page table')
    expect(tables.map(({ first, last }) => [first, last])).toEqual([[127, 128]])
    const entries = treeView(input).rows.flatMap((row) =>
      row.kind === 'entry' && row.level === 'PT' ? [[row.page, row.entry.value, row.next]] : [],
    )
    expect(entries).toEqual([
      ['0x1', '0x82', '0x40'],
      ['0x2', '0x2', undefined],
      ['0x3', '0x83', '0x60'],
      ['0x4', '0x81', '0x20'],
    ])
    const told = accessesOverTimeView(input)!
    expect(told.policy).toBe('lru')
    expect(told.marks.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['evicted', 'read-back']))
  })
})

describe('a large page', () => {
  it.each([
    ['x86-64', '1 GiB', 0x40000, 0, 256],
    ['x86-32', '4 MiB', 0x400, 0x400000, 1024],
    ['sv39', '2 MiB', 0x200, 0x200000, 512],
    ['armv8-16k', '32 MiB', 0x800, 0, 512],
  ])('of %s, %s long, is told in the table and has its frames', (name, size, page, frame, frameCount) => {
    const ram = name === 'x86-64' ? 2 ** 20 : 2 ** 23
    const designed = designMachine({ machine: name, ram }, {}, 0)
    if (!designed.ok) throw new Error('the preset has a flaw')
    const machine = bootDesign(designed.design)
    const { pageBits } = machine.memory.scheme
    machine.setRows(parsePages(`${page} -> ${frame} RW ${size}`, pageBits).rows)
    const input = { machine, facts: new FactReader(machine), cell: cell('table', '', { language: 'pages' }) }
    const mapping = treeView(input).rows.flatMap((row) =>
      row.kind === 'entry' && row.size !== undefined ? [row] : [],
    )
    const byteCount = largePagesOf(machine.memory.scheme).find(
      (one) => sizeText(one.byteCount) === size,
    )!.byteCount
    expect(mapping).toMatchObject([{ page: hex(page), size, next: hex(frame) }])
    expect(parseThings(mapping[0]!.things).slice(1)).toEqual([
      { kind: 'virtual', start: BigInt(page) << BigInt(pageBits), byteCount },
      { kind: 'physical', start: BigInt(frame), byteCount },
    ])
    const owned = framesView({ machine }).runs.filter(({ about }) => about === 'large page')
    const tables = [...machine.kernel.frameOwners(2 ** pageBits)].filter(
      ([at, { purpose }]) =>
        purpose !== 'large page' &&
        frame / 2 ** pageBits <= at &&
        at < Math.min(frame + byteCount, ram) / 2 ** pageBits,
    )
    expect(owned.reduce((sum, { first, last }) => sum + last - first + 1, tables.length)).toBe(frameCount)
    expect(input.facts.get(`page(${hex(page + 1)}).frameBase`)?.value).toBe(hex(frame + 2 ** pageBits))
  })
})

describe('the register file', () => {
  it('has all registers with the names of their parts', () => {
    const { registers } = registerFileView(after(6, DOCUMENT))
    expect(registers).toHaveLength(18)
    expect(registers[0]).toMatchObject({
      name: 'rax',
      digits: 'A'.repeat(16),
      names: { d: 'eax', w: 'ax', b: 'al', h: 'ah' },
    })
    expect(registers[15]).toMatchObject({ name: 'r15', names: { d: 'r15d', w: 'r15w', b: 'r15b' } })
  })
})

describe('the XMM registers', () => {
  const SUM = `
    mov eax, 0xBFC00000
    movd xmm1, eax
    cvtss2sd xmm2, xmm1
    divsd xmm3, xmm3
    addsd xmm2, xmm2
    ${EXIT(0)}`

  it('are those that the program names, as the reader takes them', () => {
    const input = linux(SUM)
    input.recording.goTo(3)
    const view = vectorsView(input)!
    const of = (kind: string) =>
      view.registers.map(({ name, elements }) => [name, ...elements[view.kinds.indexOf(kind)]!])
    expect(view.kinds[view.likely]).toBe('2 doubles')
    expect(of('2 doubles')[1]).toEqual(['xmm2', '0', '−1.5'])
    expect(of('4 floats')[0]).toEqual(['xmm1', '0', '0', '0', '−1.5'])
    expect(of('4 whole numbers of 32 bits')[0]!.at(-1)).toBe(String(0xbfc0_0000 | 0))
    expect(of('16 bytes, in hexadecimal')[0]!.slice(-4)).toEqual(['bf', 'c0', '00', '00'])
    expect(view.registers.map(({ value }) => value.value).slice(0, 2)).toEqual([
      '0xBFC00000',
      '0xBFF8000000000000',
    ])
    expect(view.modes).toEqual(['rounds to the nearest', 'has met nothing'])
  })

  it('show what MXCSR has noted, and floats as short as they can be told apart', () => {
    const input = linux(`
      mov eax, 0x3DCCCCCD
      movd xmm0, eax
      divss xmm1, xmm1
      addss xmm0, xmm0
      push 0x7F00
      ldmxcsr [rsp]
      ${EXIT(0)}`)
    input.recording.goTo(2)
    const [first] = vectorsView(input)!.registers
    expect(first!.elements[0]!.at(-1)).toBe('0.1')
    input.recording.goTo(3)
    const view = vectorsView(input)!
    expect(view.kinds[view.likely]).toBe('4 floats')
    expect(view.registers[1]!.elements[0]!.at(-1)).toBe('NaN')
    expect(view.modes).toEqual(['rounds to the nearest', 'has met: invalid operation'])
    input.recording.goTo(6)
    expect(vectorsView(input)!.modes).toEqual([
      'rounds towards zero',
      'has met nothing',
      'faults at: invalid operation',
    ])
  })

  it('are not there where no program has used one', () => {
    expect(vectorsView(after(6, DOCUMENT))).toBeUndefined()
  })
})

describe('the stack by the frame', () => {
  const run = (steps: number) => callsView(after(steps, CALLS))!

  it('nests callers around what is running, with their variables', () => {
    const input = after(400, CALLS, { stop: 'end' })
    const journal = input.machine.journal
    const deepest: string[][] = []
    while (input.machine.back() > 0) {
      const view = callsView(input)
      if (view) deepest.push(view.frames.map((frame) => frame.function))
    }
    expect(journal.stepCount).toBe(0)
    expect(deepest).toContainEqual(['add', 'main'])
    expect(deepest.every((names) => names.at(-1) === 'main')).toBe(true)
  })

  it('knows the return address before the frame is set up', () => {
    const callAt = at(CALLS).machine.registers.rip
    const { frames } = run(1)
    expect(frames).toMatchObject([{ function: 'main', locals: [] }])
    expect(frames[0]?.returnAddress?.value.value).toBe(hex(callAt + 5n))
    expect(run(2).frames[0]?.savedRbp?.value.value).toBe('0x7FFF007FFFF0')
  })
})

describe('code that no compiler has described', () => {
  it('is no function’s, and says its name', () => {
    const input = at('fn main() {\n    println!("{}", 4);\n}', { image: 'linux', scheme: 'four-level' })
    const routines = new Set<string>()
    while (input.recording.run(1).kind === 'budget') {
      const view = callsView(input)
      if (view?.routine !== undefined) routines.add(view.routine.replace(/\..*$/, ''))
      const names = view?.frames.map((frame) => frame.function) ?? []
      expect(names.length <= 1 && names.every((name) => name === 'main')).toBe(true)
    }
    expect([...routines]).toEqual(expect.arrayContaining(['format', 'output']))
  })
})

describe('the bits', () => {
  it('are sixty-four, each in one part', () => {
    const [address] = bitsView(after(6, DOCUMENT, { scheme: 'four-level', of: ['x'] })).addresses
    expect(address?.fields.map(({ bits }) => bits.length)).toEqual([16, 9, 9, 9, 9, 12])
    expect(BigInt('0b' + address?.fields.map(({ bits }) => bits).join(''))).toBe(0x7fff_007f_efffn)
  })
})
