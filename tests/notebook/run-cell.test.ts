import { describe, expect, it, test } from 'vitest'
import type { Snapshot } from '#engine/machine/snapshot.ts'
import type { CellDefinition, CellResult } from '#notebook/shared/cell.ts'
import { CellRun } from '#notebook/worker/run-cell.ts'
import { shownFacts } from '#notebook/page/shown-facts.ts'
import { VIEW_NAMES } from '#notebook/worker/views/make-view.ts'
import type { ViewData, ViewName } from '#notebook/shared/view.ts'
import { cell } from './cells.ts'

const DOCUMENT = 'fn example() {\n    let x: u8 = 42;   // 1 byte\n    let y: u32 = 100; // 4 bytes\n}'
const TABLE = '0x7FFF007FE → 0x5000 RW\n0x7FFF007FF → 0x6000 RW'

interface Ran {
  result: CellResult
  machine: Snapshot | undefined
}

function run(definition: CellDefinition, before?: Snapshot, facts: string[] = []): Ran {
  const running = new CellRun(definition, facts, before)
  running.toEnd()
  return { result: running.result(), machine: running.machine() }
}

const rust = (source: string, rest: Partial<CellDefinition> = {}) =>
  cell('example', source, { of: ['x'], ...rest })
const asm = (source: string, rest: Partial<CellDefinition> = {}) =>
  cell('code', source, { language: 'asm', ...rest })
const pages = (source: string, rest: Partial<CellDefinition> = {}) =>
  cell('table', source, { language: 'pages', ...rest })
const access = (source: string, rest: Partial<CellDefinition> = {}) =>
  cell('read', source, { language: 'access', ...rest })

function view<Name extends ViewName>(result: CellResult, kind: Name): Extract<ViewData, { kind: Name }> {
  const found = result.views.find((candidate) => candidate.kind === kind)
  if (!found) throw new Error(`no view ${kind}`)
  return found as Extract<ViewData, { kind: Name }>
}

describe('the document’s function', () => {
  const { result, machine } = run(rust(DOCUMENT, { show: VIEW_NAMES }), undefined, [
    'x.physicalAddress',
    'nothing.at.all',
  ])
  const facts = shownFacts(result.views)

  it('runs without a word', () => {
    expect(result).toMatchObject({ state: 'done', diagnostics: [], facts: { 'x.physicalAddress': '0x5FFF' } })
    expect(result.message).toBeUndefined()
    expect('nothing.at.all' in result.facts).toBe(false)
  })

  it('shows every documented value under its name', () => {
    expect(Object.fromEntries(facts)).toMatchObject({
      'x.type': 'u8',
      'x.offset': '-1',
      'y.size': '4',
      'y.offset': '-5',
      'function.localBytes': '5',
      'function.frameSize': '8',
      'instruction(3).text': 'mov byte [rbp - 1], 42',
      'instruction(3).bytes': 'c645ff2a',
      'registers.rbp': '0x7FFF007FF000',
      'registers.rsp': '0x7FFF007FEFF8',
      'memory(0x7FFF007FEFFF)': '2a',
      'memory(0x7FFF007FEFFB)': '64',
      'x.virtualAddress': '0x7FFF007FEFFF',
      'x.page': '0x7FFF007FE',
      'x.pageOffset': '0xFFF',
      'page(0x7FFF007FE).frameBase': '0x5000',
      'page(0x7FFF007FE).flags': 'RW',
      'byte(0x5FFF)': '2a',
      'after(3).registers.rsp': '0x7FFF007FEFF8',
      'region(stack).start': '0x7FFF00000000',
    })
  })

  it('tells the instruction executed last from the next', () => {
    const marks = view(result, 'assembly').rows.map(({ text, mark }) => [text.value, mark])
    expect(marks).toContainEqual(['mov dword [rbp - 5], 100', 'executed'])
    expect(marks).toContainEqual(['leave', 'next'])
  })

  it('has a stack without gaps, high addresses on top, every slot named', () => {
    const { slots, pageStarts } = view(result, 'stack')
    expect(slots.map(({ what, name }) => name ?? what)).toEqual([
      'return-address',
      'saved-rbp',
      'x',
      'y',
      'unused',
      'below',
    ])
    const addresses = slots.flatMap(({ bytes }) => bytes.map(({ address }) => BigInt(address)).reverse())
    addresses.slice(1).forEach((address, index) => expect(address).toBe((addresses[index] ?? 0n) - 1n))
    expect(pageStarts).toEqual(['0x7FFF007FF000'])
    expect(slots.find(({ name }) => name === 'x')?.focus).toBe(true)
  })

  it('puts the loader’s rows below the reader’s, and marks the row in use', () => {
    const { rows } = view(result, 'table')
    expect(rows.slice(0, 2).map(({ page, owner, used }) => [page.value, owner, used])).toEqual([
      ['0x7FFF007FE', 'reader', 'x'],
      ['0x7FFF007FF', 'reader', undefined],
    ])
    expect(rows.slice(2).every(({ owner }) => owner === 'loader')).toBe(true)
  })

  it('boxes the byte of x in RAM, and no other', () => {
    const focused = view(result, 'ram').frames.flatMap(({ rows }) =>
      rows.flatMap(({ bytes }) => bytes.filter(({ focus }) => focus)),
    )
    expect(focused).toEqual([{ fact: 'byte(0x5FFF)', value: '2a', focus: true }])
  })

  it('lists the states after each instruction', () => {
    const { rows } = view(result, 'steps')
    expect(rows.map(({ text }) => text)).toEqual([
      'at the entry',
      'push rbp',
      'mov rbp, rsp',
      'sub rsp, 8',
      'mov byte [rbp - 1], 42',
      'mov dword [rbp - 5], 100',
    ])
  })

  it('is the machine that a fragment goes on with', () => {
    const load = run(asm('mov al, [rbp - 1]', { show: ['assembly', 'registers'] }), machine, [
      'registers.al',
      'x.value',
    ])
    expect(load.result.facts).toEqual({ 'registers.al': '0x2A', 'x.value': '42' })
    const registers = view(load.result, 'registers').registers
    expect(registers.map(({ name }) => name)).toEqual(['rip', 'rsp', 'rbp', 'rax', 'al'])
    expect(view(load.result, 'assembly').rows).toMatchObject([{ mark: 'executed' }])
  })

  it('is read by an access, with its whole way', () => {
    const read = run(access('read u32 [rbp - 5]', { show: ['accesses', 'split'] }), machine)
    const [made] = view(read.result, 'accesses').accesses
    expect(made).toMatchObject({
      text: 'read u32 [rbp - 5]',
      value: { fact: 'access(0).value', value: '100' },
      parts: [{ physicalAddress: { fact: 'access(0).physicalAddress', value: '0x5FFB' } }],
    })
    expect(view(read.result, 'split').addresses).toHaveLength(1)
  })
})

describe('what a reader changes', () => {
  it('42 to 99 is seen at 0x5FFF', () => {
    const { result } = run(rust(DOCUMENT.replace('42', '99'), { show: ['ram'] }), undefined, ['x.value'])
    expect(shownFacts(result.views).get('byte(0x5FFF)')).toBe('63')
    expect(result.facts['x.value']).toBe('99')
  })

  it('in the page table moves the physical address and nothing else', () => {
    const { machine } = run(pages(TABLE.replace('0x5000', '0x8000')))
    const { result } = run(rust(DOCUMENT, { show: ['table', 'ram', 'stack'] }), machine, [
      'x.virtualAddress',
      'x.physicalAddress',
      'x.value',
    ])
    expect(result.facts).toEqual({
      'x.virtualAddress': '0x7FFF007FEFFF',
      'x.physicalAddress': '0x8FFF',
      'x.value': '42',
    })
    expect(shownFacts(result.views).get('byte(0x8FFF)')).toBe('2a')
  })

  it('to a read-only page ends in a fault, told in a sentence', () => {
    const { machine } = run(pages(TABLE.replace('0x5000 RW', '0x5000 R')))
    const { result } = run(rust(DOCUMENT, { show: VIEW_NAMES }), machine, ['fault.kind'])
    expect(result).toMatchObject({ state: 'done', facts: { 'fault.kind': 'page-fault' } })
    expect(result.message).toMatch(/read but not written.*0x7FFF007FEFFF.*mov byte \[rbp - 1\], 42/)
  })

  it('by deleting a page’s row ends in a fault, with every view still standing', () => {
    const { machine } = run(pages('0x7FFF007FF → 0x6000 RW'))
    const { result } = run(rust(DOCUMENT, { show: VIEW_NAMES }), machine)
    expect(result.message).toMatch(/page fault/i)
    expect(view(result, 'journey')).not.toHaveProperty('physicalAddress')
  })

  it('to a row without rights leaves a row without a frame', () => {
    const { result } = run(pages('0x7FFF007FE → none', { show: ['table'] }))
    expect(view(result, 'table').rows[0]).toMatchObject({
      page: { value: '0x7FFF007FE' },
      flags: { value: 'none' },
    })
  })

  it('to something wrong yields a diagnostic at its characters, and no result', () => {
    const source = DOCUMENT.replace('42', '300')
    const { result, machine } = run(rust(source, { show: VIEW_NAMES }))
    expect(result).toMatchObject({ state: 'diagnostic', views: [] })
    const [diagnostic] = result.diagnostics
    expect(source.slice(diagnostic?.from, diagnostic?.to)).toBe('300')
    expect(machine).toBeUndefined()
  })

  it.each(['', 'fn', 'fn example() {}', '\u0000', '🦀'.repeat(50), '}'.repeat(2000)])(
    '%j is no trouble in any language',
    (source) => {
      for (const language of ['rust', 'asm', 'pages', 'access'] as const) {
        const { result } = run(cell('any', source, { language, show: VIEW_NAMES, of: ['x'] }))
        expect(['done', 'diagnostic']).toContain(result.state)
      }
    },
  )
})

describe('a program that asks the operating system for something', () => {
  const printing = rust('fn main() {\n    println!("{}", 6 * 7);\n}')
  const allocating = rust('fn main() {\n    let b = Box::new(7);\n    println!("{}", b);\n}')

  it('keeps the lesson’s machine if it only prints, and what it printed is shown first', () => {
    const { result, machine } = run(printing)
    expect(result).toMatchObject({ state: 'done' })
    expect(result.message).toBeUndefined()
    expect(machine?.image).toBe('walkthrough')
    expect(result.views[0]).toMatchObject({ kind: 'console', output: { value: '42\n' } })
  })

  it('runs as a process if it allocates', () => {
    const { result, machine } = run(allocating)
    expect(result).toMatchObject({ state: 'done', message: expect.stringContaining('Linux process') })
    expect(machine?.image).toBe('linux')
    expect(result.views[0]).toMatchObject({ kind: 'console', output: { value: '7\n' } })
  })

  it('has no next instruction once it has ended', () => {
    const { result } = run({ ...allocating, show: ['assembly'] })
    const marks = view(result, 'assembly').rows.map(({ mark }) => mark)
    expect(marks).toContain('executed')
    expect(marks).not.toContain('next')
  })

  it('says how it ended', () => {
    const { result } = run(
      rust(
        'fn main() {\n    let a = [1, 2, 3];\n    let mut i = 2;\n    i += 1;\n    println!("{}", a[i]);\n}',
      ),
    )
    expect(result.message).toContain('exit code 101')
    expect(view(result, 'console').output.value).toContain(
      'index out of bounds: the len is 3 but the index is 3',
    )
  })

  it('prints where another cell’s machine goes on, and keeps it', () => {
    const { result, machine } = run(printing, run(rust(DOCUMENT)).machine)
    expect(result.message).toBeUndefined()
    expect(view(result, 'console').output.value).toBe('42\n')
    expect(machine?.image).toBe('walkthrough')
  })

  it('is told why it can’t have memory there', () => {
    const { result } = run(allocating, run(rust(DOCUMENT)).machine)
    expect(result.message).toMatch(/only Linux answers/)
  })

  it.each(['none', 'one-level', 'four-level', 'base-limit', 'segments'] as const)(
    'keeps its pair, with paging scheme %s',
    (scheme) => {
      const source = 'fn example() {\n    let x: u8 = 42;\n    println!("{}", x);\n}'
      const first = run(rust(source, { image: 'pair', scheme, process: 'A' }), undefined, ['x.value'])
      expect(first.result).toMatchObject({ state: 'done', facts: { 'x.value': '42' } })
      expect(first.result.message).toBeUndefined()
      const second = run(rust(source.replace('42', '7'), { process: 'B' }), first.machine, ['x.value'])
      expect(second.result).toMatchObject({ state: 'done', facts: { 'x.value': '7' } })
      expect(view(second.result, 'console').output.value).toBe('42\n7\n')
    },
  )

  it('in a pair has a process of its own if it wants memory, and who would go on with the pair says why it can’t', () => {
    const source = 'fn main() {\n    let b = Box::new(7);\n    println!("{}", b);\n}'
    const first = run(rust(source, { image: 'pair', process: 'A' }))
    expect(view(first.result, 'console').output.value).toBe('7\n')
    const second = run(rust(DOCUMENT, { process: 'B' }), first.machine)
    expect(second.result).toMatchObject({ state: 'stale', message: expect.stringContaining('Linux process') })
    expect(second.machine).toBeUndefined()
  })

  it('is not gone on with by who needs the lesson’s machine', () => {
    const { result } = run(asm('mov al, [rbp - 1]'), run(allocating).machine)
    expect(result).toMatchObject({ state: 'stale', message: expect.stringContaining('Linux process') })
  })

  it('begins anew wherever it stands, if it is a whole program in assembly', () => {
    const program = asm('section .text\nglobal _start\n_start: mov eax, 60\nmov edi, 3\nsyscall')
    for (const above of [printing, allocating]) {
      const { result } = run(program, run(above).machine)
      expect(result).toMatchObject({ state: 'done', message: expect.stringContaining('exit code 3') })
    }
  })

  it('may call as 32-bit programs do', () => {
    const { result } = run(asm('global _start\n_start: mov eax, 1\nmov ebx, 6\nint 0x80'))
    expect(result).toMatchObject({ state: 'done', message: expect.stringContaining('exit code 6') })
  })

  it.each([
    ['above', 'fn helper(n: u8) -> u8 { n + 1 }\nfn example() { let x: u8 = helper(41); }'],
    ['that takes nothing', 'fn helper() -> u8 { 42 }\nfn example() { let x: u8 = helper(); }'],
    [
      'that calls itself',
      'fn helper(n: u8) -> u8 { if n == 42 { n } else { helper(n + 1) } }\nfn example() { let x: u8 = helper(0); }',
    ],
  ])('begins with the function that could be the beginning, not with a helper %s', (_which, source) => {
    for (const image of ['walkthrough', 'linux'] as const) {
      const { result } = run(rust(source, { image, scheme: 'four-level' }), undefined, ['x.value'])
      expect(result.facts).toEqual({ 'x.value': '42' })
    }
  })

  it('is run by no process that is not there', () => {
    const { result } = run(rust(DOCUMENT, { process: 'B' }), run(rust(DOCUMENT)).machine)
    expect(result).toMatchObject({ state: 'stale', message: expect.stringContaining('process B') })
  })

  it('keeps the lesson’s machine and its frame if it only could', () => {
    const { result } = run(
      rust('fn main() {\n    let mut x: u8 = 1;\n    while x < 9 { x += 2; }\n}'),
      undefined,
      ['x.value'],
    )
    expect(result.message).toBeUndefined()
    expect(result.facts).toEqual({ 'x.value': '9' })
  })
})

describe('a program that has ended', () => {
  const source =
    'fn add(a: u32, b: u32) -> u32 {\n    a + b\n}\nfn main() {\n    let total = add(3, 4);\n    println!("{total}");\n}'
  const shown: ViewName[] = ['symbols', 'calls', 'stack', 'registers', 'ram']

  it.each(['walkthrough', 'linux'] as const)('on %s shows its own last frame, and says so', (image) => {
    const scheme = image === 'linux' ? 'four-level' : 'one-level'
    const { result } = run(rust(source, { show: shown, of: ['total'], image, scheme }), undefined, [
      'total.value',
    ])
    expect(view(result, 'symbols').function).toBe('main')
    expect(view(result, 'calls').frames.map((frame) => frame.function)).toEqual(['main'])
    const local = view(result, 'calls').frames[0]?.locals.find(({ name }) => name === 'total')
    expect(local?.value?.value).toBe('7')
    expect(view(result, 'stack').slots.find(({ name }) => name === 'total')?.value?.value).toBe('7')
    expect(result.facts).toEqual({ 'total.value': '7' })
    if (image === 'walkthrough') expect(result.message).toBeUndefined()
    else expect(result.message).toContain('has ended: the frame shown is that of main')
  })

  it('says the same in the text as in its views', () => {
    const asked = ['registers.rsp', 'registers.rip', 'registers.rax']
    const { result } = run(rust(source, { show: ['registers'] }), undefined, asked)
    const shownThere = shownFacts(result.views)
    expect(result.facts).toEqual(Object.fromEntries(asked.map((name) => [name, shownThere.get(name)])))
  })

  it('in a panic shows the frame that panicked', () => {
    const panicking =
      'fn pick(at: usize) -> u8 {\n    let a: [u8; 2] = [1, 2];\n    a[at]\n}\nfn main() {\n    let x = pick(2);\n    println!("{x}");\n}'
    const { result, machine } = run(rust(panicking, { show: shown }), undefined, ['at.value'])
    expect(view(result, 'calls').frames.map((frame) => frame.function)).toEqual(['pick', 'main'])
    expect(result.facts).toEqual({ 'at.value': '2' })
    expect(result.message).toContain('exit code 101')
    // As rustc 1.95 writes it: with the thread’s number, which is that of its process.
    const written = new TextDecoder().decode(machine!.output)
    expect(written).toMatch(/^\nthread 'main' \(1000\) panicked at .*:3:5:\n/)
  })

  it('and has returned shows it too', () => {
    const { result } = run(rust(DOCUMENT, { show: ['symbols', 'stack'], stop: 'end' }))
    expect(view(result, 'symbols').function).toBe('example')
    expect(view(result, 'stack').slots.find(({ name }) => name === 'x')?.value?.value).toBe('42')
  })

  it('in assembly is as it is: nobody has described its frames', () => {
    const { result } = run(asm('start:\n    mov eax, 6', { stop: 'end', show: shown }))
    expect(result.message).toBeUndefined()
  })
})

describe('a cell that says nothing', () => {
  it.each([
    ['assembly', asm('; nothing\n'), /mov al, \[rbp - 1\]/],
    ['accesses', access('\n\n'), /read u8 \[rbp - 1\]/],
  ])('is told what to write: %s', (_, definition, example) => {
    const { result } = run(definition)
    expect(result.state).toBe('diagnostic')
    expect(result.diagnostics[0]?.message).toMatch(example)
  })
})

describe('an endless loop', () => {
  const { result, machine } = run(asm('l: jmp l', { show: VIEW_NAMES }))

  it('is stopped with a message', () => {
    expect(result.state).toBe('interrupted')
    expect(result.message).toMatch(/Stopped after 10\u202F000\u202F000 instructions.*jmp l/)
  })

  it('tells its first moments and how many there were', () => {
    expect(view(result, 'steps')).toMatchObject({ more: { value: '10000000' } })
    expect(view(result, 'steps').rows).toHaveLength(32)
  })

  it('leaves no machine to go on with', () => {
    expect(machine).toBeUndefined()
  })

  it('can be interrupted between slices', () => {
    const running = new CellRun(asm('l: jmp l'), [])
    expect(running.advance(1)).toBe(false)
    running.break('Interrupted')
    expect(running.advance(1)).toBe(true)
    expect(running.result()).toMatchObject({
      state: 'interrupted',
      message: expect.stringContaining('Interrupted'),
    })
  })
})

describe('schemes and processes', () => {
  it('four levels are walked, one row for each', () => {
    const { result } = run(rust(DOCUMENT, { scheme: 'four-level', show: ['table', 'split'] }))
    const [walk] = view(result, 'table').walks
    expect(walk?.steps.map(({ level, entryAddress }) => [level, entryAddress.value])).toEqual([
      ['PML4', '0x17F8'],
      ['PDPT', '0x2FE0'],
      ['PD', '0x3018'],
      ['PT', '0x4FF0'],
    ])
    expect(walk?.physicalAddress?.value).toBe('0x5FFF')
    const fields = view(result, 'split').addresses[0]?.fields
    expect(fields?.map(({ bits, value }) => [bits.length, value?.value])).toEqual([
      [9, '255'],
      [9, '508'],
      [9, '3'],
      [9, '510'],
      [12, '0xFFF'],
    ])
  })

  it.each([
    ['none', '7'],
    ['one-level', '42'],
  ] as const)('two programs and one address, with paging scheme %s: A reads %s', (scheme, value) => {
    const first = run(rust('fn example() {\n    let x: u8 = 42;\n}', { image: 'pair', scheme, process: 'A' }))
    const second = run(
      rust('fn example() {\n    let x: u8 = 7;\n}', { process: 'B', show: VIEW_NAMES }),
      first.machine,
    )
    const back = run(access('switch A\nread u8 [rbp - 1]', { show: ['accesses'] }), second.machine, [
      'access(0).value',
    ])
    expect(back.result.facts['access(0).value']).toBe(value)
    expect(view(back.result, 'accesses').accesses).toMatchObject([{ process: 'A', value: { value } }])
  })

  it('an access across two pages has two parts', () => {
    const { machine } = run(rust(DOCUMENT))
    const { result } = run(access('read u32 0x7FFF007FEFFE', { show: ['accesses', 'split', 'ram'] }), machine)
    const [made] = view(result, 'accesses').accesses
    expect(made?.parts.map(({ physicalAddress }) => physicalAddress?.value)).toEqual(['0x5FFE', '0x6000'])
  })
})

it('data for the page can be cloned and written as JSON', () => {
  const { result, machine } = run(rust(DOCUMENT, { show: VIEW_NAMES }))
  expect(structuredClone(result)).toEqual(result)
  expect(JSON.parse(JSON.stringify(result))).toEqual(result)
  expect(structuredClone(machine)).toBeDefined()
})

describe('a program with references', () => {
  it('that conflict is refused, and shown all places that have to do with it', () => {
    const conflict = 'fn main() { let mut x = 1; let r = &mut x; let s = &mut x; *r += 1; *s += 1; }'
    expect(run(cell('c', conflict)).result).toMatchObject({
      state: 'diagnostic',
      diagnostics: [{ code: 'E0499', labels: [{ from: 35 }, { from: 59 }] }],
    })
  })
})

describe('other hardware', () => {
  const touch = (pages: number) =>
    Array.from({ length: pages }, (_, page) => `mov al, [rsp - ${4096 * (page % 2)}]`).join('\n')

  it('has a TLB that counts, and whose view tells what it remembers', () => {
    const { result } = run(
      cell('c', touch(6), { language: 'asm', scheme: 'four-level', hardware: 'small-tlb', show: ['tlb'] }),
    )
    expect(view(result, 'tlb')).toMatchObject({ tlbs: [{ design: { entryCount: 4 } }] })
    const counts = new Map(
      view(result, 'tlb').tlbs[0]!.counts.map(({ name, value }) => [name, Number(value.value)]),
    )
    expect([counts.get('misses'), counts.get('hits')]).toEqual([2, 4])
  })

  it('may have so little RAM that the program is ended, and the cell says so', () => {
    const greedy =
      'fn main() {\n    let mut a = [0u8; 400000];\n    let mut i = 0;\n    while i < 400000 { a[i] = 1; i += 4096; }\n    println!("{}", a[0]);\n}'
    expect(
      run(cell('c', greedy, { image: 'linux', scheme: 'four-level', hardware: 'little-ram' })).result.message,
    ).toMatch(/no frame was free/)
  })
})

describe('padding', () => {
  const source =
    '#[repr(C)]\nstruct P { a: u8, b: u32, c: u8 }\nfn main() {\n    let p = P { a: 1, b: 2, c: 3 };\n    let q: (u8, u16) = (1, 2);\n    let n: u64 = 5;\n}'
  const symbols = (layout: 'packed' | 'debug') =>
    view(run(cell('c', source, { layout, show: ['symbols'] })).result, 'symbols')

  it('is named, between variables and inside them, and accounts for every byte', () => {
    const { padding, symbols: variables, localBytes } = symbols('debug')
    const p = variables.find(({ name }) => name === 'p')!
    const inP = padding.filter(({ why }) => why === 'inside p')
    expect(inP.map(({ offset, size }) => [offset - Number(p.offset.value), size])).toEqual([
      [9, 3],
      [1, 3],
    ])
    const used = variables.reduce((sum, { size }) => sum + Number(size.value), 0)
    const between = padding.filter(({ why }) => why === 'so that what lies below is aligned')
    expect(used + between.reduce((sum, { size }) => sum + size, 0)).toBe(Number(localBytes.value))
  })

  it('is none of the document’s layout', () => {
    expect(symbols('packed').padding).toEqual([])
  })
})

describe('a program that reads', () => {
  const echo = asm(`section .bss
buffer: resb 64
section .text
_start: mov eax, 0
mov edi, 0
mov rsi, buffer
mov edx, 64
syscall
mov rdx, rax
mov eax, 1
mov edi, 1
syscall
test rax, rax
jnz _start
mov eax, 60
mov edi, 5
syscall`)
  const consoleOf = ({ views }: ReturnType<typeof run>['result']) =>
    views.find(({ kind }) => kind === 'console')

  it('waits for what is typed, and goes on with it', () => {
    const waiting = new CellRun(echo, [])
    waiting.toEnd()
    expect(waiting.result()).toMatchObject({ state: 'interrupted', waitsForInput: true })
    expect(consoleOf(waiting.result())).toMatchObject({ input: { typed: '', waits: true } })
    const typed = { ...echo, input: 'hello\n' }
    expect(waiting.isOf(typed, undefined)).toBe(true)
    waiting.goOn(typed)
    waiting.toEnd()
    expect(consoleOf(waiting.result())).toMatchObject({
      output: { value: 'hello\n' },
      input: { typed: 'hello\n', waits: true },
    })
    const ended = { ...echo, input: 'hello\n\x04' }
    waiting.goOn(ended)
    waiting.toEnd()
    expect(waiting.result()).toMatchObject({ state: 'done', message: expect.stringContaining('exit code 5') })
    expect(waiting.isOf({ ...echo, input: 'other' }, undefined)).toBe(false)
  })

  it('reads what was typed before', () => {
    const { result } = run({ ...echo, input: 'one\ntwo\n\x04' })
    expect(result).toMatchObject({ state: 'done' })
    expect(consoleOf(result)).toMatchObject({ output: { value: 'one\ntwo\n' } })
  })

  it('is told what nobody answers', () => {
    const { result } = run(asm('_start: mov eax, 41\nsyscall\nmov eax, 60\nmov edi, 0\nsyscall'))
    expect(result.message).toMatch(/ENOSYS\): `socket`\.$/)
  })
})

test('what cells after it start from is its end, wherever a reader has travelled since, and taken once', () => {
  const run = new CellRun(rust(DOCUMENT), [])
  run.toEnd()
  const left = run.machine()
  const end = left?.words.slice()
  run.tour()?.recording.goTo(0)
  expect(run.machine()).toBe(left)
  expect(left?.words).toEqual(end)
})
