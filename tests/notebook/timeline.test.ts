import { describe, expect, test } from 'vitest'
import type { CellDefinition } from '#notebook/shared/cell.ts'
import { CellRun } from '#notebook/worker/run-cell.ts'
import { parseThings } from '#notebook/shared/thing.ts'
import { KeptRuns } from '#notebook/worker/timeline/kept-runs.ts'
import type { Look, Moment } from '#notebook/shared/moment.ts'
import { cell } from './cells.ts'

const TWICE = `fn twice(n: u8) -> u8 {
    n + n
}

fn main() {
    let x: u8 = 21;
    let y: u8 = twice(x);
    let x: u8 = y;
}
`

/** A cell's run, and a way to look at it. */
function visit(definition: CellDefinition): (look?: Partial<Look>) => Moment {
  const runs = new KeptRuns(() => undefined)
  const run = new CellRun(definition, [])
  run.toEnd()
  runs.keep(run)
  return (look = {}) => runs.look(definition.id, { show: [], ...look })!
}

const rust = (source: string, rest: Partial<CellDefinition> = {}) => cell('program', source, rest)
const asm = (source: string) => cell('program', source, { language: 'asm', file: 'program.asm' })

describe('through a function and what it calls', () => {
  const look = visit(rust(TWICE))
  const go = (travel: NonNullable<Look['travel']>) => look({ travel })
  const lines = (moment: Moment) => [moment.executed?.line, moment.next?.line]

  test('steps are counted from the call to the end', () => {
    const start = go({ to: 'step', step: 0 })
    expect(start.step).toBe(0)
    expect(start.executed).toBeUndefined()
    expect(go({ to: 'step', step: 1 }).next).toMatchObject({ text: 'push rbp', line: 4 })
    const end = go({ to: 'step', step: Infinity })
    expect(end.step).toBe(end.newest)
    expect(end.next?.text).toBe('leave')
  })

  test('what belongs to no function of the source is in none', () => {
    const process = visit(rust('fn main() { println!("{}", *Box::new(1)); }'))
    const functions = [0, 1, Infinity].map((step) => {
      const { next, function: name } = process({ travel: { to: 'step', step } })
      return [next?.text, name]
    })
    expect(functions).toEqual([
      ['call main', undefined],
      ['push rbp', 'main'],
      [undefined, undefined],
    ])
    expect(visit(asm('begin: nop\nret'))({ travel: { to: 'step', step: 1 } }).function).toBe('begin')
  })

  test('line by line calls are executed whole, in both directions', () => {
    go({ to: 'step', step: 1 })
    expect(lines(go({ to: 'line', direction: 1 }))[1]).toBe(5)
    expect(lines(go({ to: 'line', direction: 1 }))[1]).toBe(6)
    const after = go({ to: 'line', direction: 1 })
    expect(after.next?.line).toBe(7)
    expect(go({ to: 'line', direction: -1 }).next?.line).toBe(6)
  })

  test('over a call, into it, and out of it', () => {
    let moment = go({ to: 'place', thing: place(TWICE, 'twice(x)'), direction: -1 })
    while (!moment.next?.text.startsWith('call')) moment = go({ to: 'step', step: moment.step + 1 })
    const call = moment.step
    const behind = go({ to: 'over', direction: 1 })
    expect(behind.executed?.text).toBe('ret')
    expect(go({ to: 'over', direction: -1 }).step).toBe(call)
    expect(go({ to: 'step', step: call + 3 }).function).toBe('twice')
    expect(go({ to: 'out', direction: 1 }).step).toBe(behind.step)
    go({ to: 'step', step: call + 3 })
    expect(go({ to: 'out', direction: -1 }).step).toBe(call)
  })

  test('where there is nothing more, it stays and says so', () => {
    const end = go({ to: 'step', step: Infinity })
    const more = go({ to: 'line', direction: 1 })
    expect([more.step, more.note]).toEqual([end.step, 'The run has no other line after this one.'])
    expect(go({ to: 'fault', direction: 1 }).note).toMatch(/No fault/)
    expect(go({ to: 'breakpoint', direction: 1, breakpoints: [] }).note).toMatch(/no breakpoint yet/)
  })

  test('a value is traced to the instruction that wrote it', () => {
    go({ to: 'step', step: Infinity })
    const written = go({ to: 'write', thing: 'variable:y' })
    expect(written.executed).toMatchObject({ line: 6 })
    expect(written.executed?.text).toMatch(/^mov \[rbp - \d+\], al$/)
    const first = go({ to: 'write', thing: 'variable:y' })
    expect([first.step, first.note]).toEqual([
      written.step,
      'It got its value here, and nothing in this run had written to it before.',
    ])
    go({ to: 'step', step: 0 })
    expect(go({ to: 'write', thing: 'variable:y' }).note).toMatch(/has no bytes at this moment/)
  })

  test('breakpoints stop at the nearest, whichever it is', () => {
    const breakpoints = [
      { on: 'line', line: 1 },
      { on: 'line', line: 7 },
    ] as const
    go({ to: 'step', step: 0 })
    expect(go({ to: 'breakpoint', direction: 1, breakpoints }).next?.line).toBe(1)
    expect(go({ to: 'breakpoint', direction: 1, breakpoints }).next?.line).toBe(7)
    expect(go({ to: 'breakpoint', direction: 1, breakpoints }).note).toMatch(/No breakpoint is met after/)
    expect(go({ to: 'breakpoint', direction: -1, breakpoints }).next?.line).toBe(1)
  })
})

test('a breakpoint at writes stops behind each of them', () => {
  const look = visit(
    asm(
      'f: push rbp\nmov rbp, rsp\nsub rsp, 8\nmov byte [rbp - 1], 7\nmov byte [rbp - 2], 7\nmov byte [rbp - 1], 9\nleave\nret',
    ),
  )
  const end = look({ travel: { to: 'step', step: Infinity } })
  const address = '0x7fff007fefff+1'
  const breakpoints = [{ on: 'write', thing: `virtual:${address}` }] as const
  look({ travel: { to: 'step', step: 4 } })
  const steps = [1, 2].map(() => look({ travel: { to: 'breakpoint', direction: 1, breakpoints } }).step)
  expect(steps).toEqual([5, 7])
  expect(end.newest).toBe(7)
  expect(look({ travel: { to: 'breakpoint', direction: -1, breakpoints } }).step).toBe(5)
})

test.each([
  ['a byte at the beginning of a word', 'virtual:0x7fff007feff8+1', 'mov byte [rbp - 8], 7'],
  ['two bytes in its middle', 'virtual:0x7fff007feff9+2', 'mov word [rbp - 7], 9'],
  ['the word', 'virtual:0x7fff007feff8+4', 'mov byte [rbp - 5], 3'],
])('the writer of %s is not the one of its neighbours', (_what, thing, writer) => {
  const look = visit(
    asm(
      'f: push rbp\nmov rbp, rsp\nsub rsp, 8\nmov byte [rbp - 8], 7\nmov word [rbp - 7], 9\nmov byte [rbp - 5], 3\nnop\nleave\nret',
    ),
  )
  look({ travel: { to: 'step', step: Infinity } })
  expect(look({ travel: { to: 'write', thing } }).executed?.text).toBe(writer)
})

test('a vector has writers of its own, also one that leaves it as it was', () => {
  const look = visit(
    asm(
      'f: mov eax, 1\ncvtsi2sd xmm3, eax\nmov ebx, 2\nmovaps xmm3, xmm3\nmov eax, 3\naddsd xmm2, xmm3\nret',
    ),
  )
  look({ travel: { to: 'step', step: Infinity } })
  const writer = (name: string) => look({ travel: { to: 'write', thing: `register:${name}` } }).executed?.text
  expect(writer('xmm2')).toBe('addsd xmm2, xmm3')
  expect(writer('xmm3')).toBe('movaps xmm3, xmm3')
  expect(writer('xmm3')).toBe('cvtsi2sd xmm3, eax')
})

test('a byte that is written with the value it has is written all the same', () => {
  const look = visit(
    asm(
      'f: push rbp\nmov rbp, rsp\nsub rsp, 8\nmov byte [rbp - 1], 7\nmov byte [rbp - 2], 7\nmov byte [rbp - 1], 7\nmov byte [rbp - 3], 7\nleave\nret',
    ),
  )
  look({ travel: { to: 'step', step: Infinity } })
  const thing = 'virtual:0x7fff007fefff+1'
  const breakpoints = [{ on: 'write', thing }] as const
  expect(look({ travel: { to: 'write', thing } }).step).toBe(7)
  look({ travel: { to: 'step', step: 4 } })
  const steps = [1, 2].map(() => look({ travel: { to: 'breakpoint', direction: 1, breakpoints } }).step)
  expect(steps).toEqual([5, 7])
})

test('a breakpoint at reads stops behind each of them, however wide they are', () => {
  const look = visit(
    asm(
      `f: push rbp
mov rbp, rsp
sub rsp, 16
mov byte [rbp - 1], 7
mov al, [rbp - 2]
mov al, [rbp - 1]
lea rcx, [rbp - 1]
mov rax, [rbp - 8]
add byte [rbp - 1], 1
mov rsi, rcx
lea rdi, [rbp - 16]
movsb
leave
ret`,
    ),
  )
  look({ travel: { to: 'step', step: Infinity } })
  const breakpoints = [{ on: 'read', thing: 'virtual:0x7fff007fefff+1' }] as const
  const go = (direction: 1 | -1) => look({ travel: { to: 'breakpoint', direction, breakpoints } })
  look({ travel: { to: 'step', step: 4 } })
  const forward = [1, 2, 3, 4].map(() => go(1).executed?.text)
  expect(forward).toEqual(['mov al, [rbp - 1]', 'mov rax, [rbp - 8]', 'add byte [rbp - 1], 1', 'movsb'])
  expect(go(1).note).toMatch(/No breakpoint is met/)
  const back = [1, 2, 3].map(() => go(-1).executed?.text)
  expect(back).toEqual(['add byte [rbp - 1], 1', 'mov rax, [rbp - 8]', 'mov al, [rbp - 1]'])
  expect(go(-1).note).toMatch(/No breakpoint is met/)
})

describe('what belongs together', () => {
  const look = visit(rust(TWICE))
  look({ travel: { to: 'step', step: Infinity } })
  const related = (thing: string) => look({ thing }).related
  /** `virtual`, `physical`… of all things that belong to it. */
  const has = (thing: string, other: string) => expect(related(thing)).toContain(other)

  test('a variable is its bytes in both kinds of memory, its entry, its mentions and its instructions', () => {
    const y = related('variable:y')
    expect(y).toContain('virtual:0x7fff007feffe+1')
    expect(y).toContain('physical:0x5ffe+1')
    expect(y.filter((thing) => thing.startsWith('source:')).map(textAt)).toEqual(['y', 'y'])
    const instructions = parseThings(y.join(' ')).filter(
      (thing) => thing.kind === 'virtual' && thing.start < 0x5000_0000_0000n,
    )
    expect(instructions).toHaveLength(2)
  })

  test('and from any of these the way leads back', () => {
    for (const thing of ['virtual:0x7fff007feffe+1', 'physical:0x5ffe+1', place(TWICE, 'y;')]) {
      has(thing, 'variable:y')
    }
  })

  test('two variables of one name are told apart', () => {
    const [first, second] = [place(TWICE, 'x: u8 = 21', 1), place(TWICE, 'x: u8 = y', 1)]
    expect(
      related(first)
        .filter((thing) => thing.startsWith('source:'))
        .map(textAt),
    ).toHaveLength(2)
    expect(related(first)).not.toContain(second)
  })

  test('an entry of the page table belongs to the page it maps', () => {
    const [entry] = related('variable:y').filter((thing) => /^physical:.*\+8$/.test(thing))
    has(entry!, 'virtual:0x7fff007fe000+4096')
  })

  test('a register has its other names, and the byte it points to', () => {
    has('register:rbp', 'register:ebp')
    has('register:rbp', 'virtual:0x7fff007ff000+1')
    has('register:al', 'register:rax')
  })

  test('code is code, and a name is what it names', () => {
    expect(look({ thing: place(TWICE, 'let y: u8 = twice(x);') }).isCode).toBe(true)
    expect(look({ thing: place(TWICE, 'y;') }).isCode).toBe(false)
    expect(look({ thing: 'variable:y' }).isCode).toBe(false)
  })

  test('views of one value’s way follow what is pointed at', () => {
    const [split] = look({ thing: 'variable:y', show: ['split'] }).views
    expect(split).toMatchObject({ addresses: [{ of: 'y', virtualAddress: { value: '0x7FFF007FEFFE' } }] })
  })

  function textAt(thing: string): string {
    const [, from, to] = /^source:(\d+)-(\d+)$/.exec(thing)!
    return TWICE.slice(Number(from), Number(to))
  }
})

/** The source thing of the last place where this text stands, or of so many of its first characters. */
function place(source: string, text: string, length = text.length): string {
  const from = source.lastIndexOf(text)
  const to = from + (text.endsWith(';') && text.length === 2 ? 1 : length)
  return `source:${from}-${to}`
}

test('faults of a process are gone to one by one', () => {
  const source =
    'fn main() {\n    let mut a = [0u8; 9000];\n    a[0] = 1;\n    a[8999] = 2;\n    println!("{}", a[0] + a[8999]);\n}'
  const look = visit(rust(source, { image: 'linux', scheme: 'four-level' }))
  look({ travel: { to: 'step', step: 0 } })
  const steps: number[] = []
  for (let moment = look({ travel: { to: 'fault', direction: 1 } }); moment.note === undefined;) {
    steps.push(moment.step)
    moment = look({ travel: { to: 'fault', direction: 1 } })
  }
  expect(steps.length).toBeGreaterThan(3)
  expect(steps).toEqual([...steps].sort((one, other) => one - other))
  expect(look({ travel: { to: 'fault', direction: -1 } }).step).toBe(steps.at(-2))
})

test('a run that ended in a fault ends there', () => {
  const look = visit(asm('f: mov al, [0]\nret'))
  look({ travel: { to: 'step', step: 0 } })
  const fault = look({ travel: { to: 'fault', direction: 1 } })
  expect(fault).toMatchObject({ step: 1, newest: 1, next: { text: 'mov al, [0]' } })
  expect(look({ travel: { to: 'fault', direction: 1 } }).note).toMatch(/No fault happens after/)
})

describe('what a cell is about comes next', () => {
  const DECLARED = 'fn example() {\n    let x: u8 = 42;\n    let y: u32 = 100;\n}'
  const nextOf = (definition: CellDefinition) => visit(definition)({ travel: { to: 'subject' } }).next?.text

  test.each([
    ['the variable that is named', rust(DECLARED, { of: ['y'] }), 'mov dword [rbp - 5], 100'],
    ['the first where none is', rust(DECLARED), 'mov byte [rbp - 1], 42'],
    ['its last reading', rust('fn example() {\n    let x: u8 = 42;\n    let v = x;\n}'), 'mov al, [rbp - 1]'],
    [
      'in the last frame of a program that has ended',
      rust(DECLARED, { stop: 'end', image: 'linux', scheme: 'four-level' }),
      'mov byte [rbp - 1], 42',
    ],
  ])('%s', (_, definition, text) => expect(nextOf(definition)).toBe(text))

  test('or the moment that its author has named, which its views are made at', () => {
    const definition = rust(DECLARED, { at: 'after("mov rbp, rsp")', show: ['registers'] })
    expect(nextOf(definition)).toBe('sub rsp, 8')
    const run = new CellRun(definition, [])
    run.toEnd()
    const text = JSON.stringify(run.result().views)
    const [, rsp] = /registers\.rsp","value":"(0x[\dA-F]+)/.exec(text)!
    const [, rbp] = /registers\.rbp","value":"(0x[\dA-F]+)/.exec(text)!
    expect(rsp).toBe(rbp)
    expect(nextOf(rust(DECLARED, { at: 'after("nop")' }))).toBe('mov byte [rbp - 1], 42')
  })

  test('what goes to the stack is counted from RSP, and leave from RBP', () => {
    const look = visit(rust(DECLARED, { stop: 'end' }))
    const addressOf = (text: string) => {
      let moment = look({ travel: { to: 'step', step: 0 }, phases: true })
      while (moment.next?.text !== text)
        moment = look({ travel: { to: 'step', step: moment.step + 1 }, phases: true })
      return moment.phases.find(({ title }) => title === 'Address')?.detail
    }
    expect(addressOf('push rbp')).toBe('RSP 0x7FFF_007F_F008 − 0x8 = 0x7FFF_007F_F000')
    expect(addressOf('leave')).toBe('RBP 0x7FFF_007F_F000 = 0x7FFF_007F_F000')
  })

  test('and the end, where no step has to do with it', () => {
    const moment = visit(asm('begin: nop\nret'))({ travel: { to: 'subject' } })
    expect(moment.step).toBe(moment.newest)
  })
})
