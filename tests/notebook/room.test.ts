import { describe, expect, it } from 'vitest'
import type { CellDefinition, CellResult } from '#notebook/shared/cell.ts'
import { CellRun } from '#notebook/worker/run-cell.ts'
import { cell } from './cells.ts'

function run(source: string, rest: Partial<CellDefinition> = {}): CellResult {
  const running = new CellRun(cell('program', source, rest), [])
  running.toEnd()
  return running.result()
}

const consoleOf = ({ views }: CellResult) =>
  views.flatMap((view) => (view.kind === 'console' ? [view.output.value] : [])).join('')

const COUNT = 'fn f(n: u64) -> u64 { if n == 0 { 0 } else { 1 + f(n - 1) } }'
const DEEP = `${COUNT}\nfn main() { let n = f(400); let m = n; }`
const LARGE = 'fn main() { let a = [7u8; 5000]; let b = a[4999]; }'

describe('a stack of two pages', () => {
  const images: Partial<CellDefinition>[] = [
    { image: 'walkthrough' },
    { image: 'walkthrough', scheme: 'four-level' },
    { image: 'walkthrough', scheme: 'segments' },
    { image: 'pair', process: 'B' },
  ]

  it.each(images.flatMap((rest) => [DEEP, LARGE].map((source) => ({ ...rest, source }))))(
    'says that it ran out: $image, $scheme, $source',
    ({ source, ...rest }) => {
      const { state, message } = run(source, rest)
      expect(state).toBe('done')
      expect(message).toContain('The stack’s 2 pages ran out')
      expect(message).toContain('under Machine')
    },
  )

  it('is not blamed for another fault', () => {
    const { message } = run('fn main() { let p = 16 as *const u8; let x = unsafe { *p }; }')
    expect(message).toContain('fault')
    expect(message).not.toContain('ran out')
  })
})

describe('the stack of a Linux process', () => {
  const linux = { image: 'linux', scheme: 'four-level' } as const

  it.each([DEEP, LARGE, 'fn main() { let a = [7u8; 200_000]; let b = a[199_999]; }'])(
    'grows: %s',
    (source) => {
      expect(run(source, linux)).toMatchObject({ state: 'done', diagnostics: [] })
      expect(run(source, linux).message).toBeUndefined()
    },
  )

  it('ends at 8 MiB, and the page says so', () => {
    const { message } = run('fn f(n: u64) -> u64 { f(n + 1) } fn main() { f(0); }', linux)
    expect(message).toContain('SIGSEGV')
    expect(message).toContain('8 MiB')
  })
})

describe('a program that asks for more than the lesson’s machine has', () => {
  it('gets a process when it would have printed', () => {
    const result = run(`${COUNT}\nfn main() { println!("{}", f(400)); }`)
    expect(consoleOf(result)).toBe('400\n')
    expect(result.message).toContain('run as a Linux process')
  })

  it('gets one for large statics, which lie in RAM only where they are touched', () => {
    const source =
      'static mut S: [u8; 1_000_000] = [0; 1_000_000];\nfn main() { unsafe { S[999_999] = 7; S[0] = 1; } }'
    const result = run(source, { layout: 'debug' })
    expect(result).toMatchObject({ state: 'done', diagnostics: [] })
    expect(result.message).toContain('more memory than the lesson’s machine has')
  })

  it('is told which machine to choose where it goes on from a cell above', () => {
    const first = new CellRun(cell('first', 'fn main() {}'), [])
    first.toEnd()
    const source = 'static mut S: [u8; 1_000_000] = [0; 1_000_000];\nfn main() { unsafe { S[5] = 7; } }'
    const second = new CellRun(cell('second', source), [], first.machine())
    second.toEnd()
    expect(second.result()).toMatchObject({
      state: 'diagnostic',
      diagnostics: [{ help: expect.stringContaining('A Linux process has room') as unknown }],
    })
  })

  it('may have 15 MiB of them, and touch every page', () => {
    const source =
      'static mut S: [u32; 3_900_000] = [0; 3_900_000];\n' +
      'fn main() { let mut i = 0; while i < 3_900_000 { unsafe { S[i] = 1; } i += 1024; } print!("{i}"); }'
    expect(consoleOf(run(source))).toBe('3900416')
  })

  it('may have them begin with something', () => {
    const source = 'static S: [u8; 300_000] = [7; 300_000];\nfn main() { print!("{}", S[299_999]); }'
    expect(consoleOf(run(source))).toBe('7')
  })
})

describe('what is printed without an end of line', () => {
  it.each(['fn main() { print!("hi"); }', 'fn example() { print!("h"); print!("i"); }'])('%s', (source) => {
    expect(consoleOf(run(source))).toBe('hi')
    expect(consoleOf(run(source, { image: 'linux', scheme: 'four-level' }))).toBe('hi')
  })
})

describe('the frame in the stack’s table', () => {
  const slotsOf = (result: CellResult) =>
    result.views.flatMap((view) => (view.kind === 'stack' ? view.slots : []))

  it.each([
    ['let z = [x, x];', ['alignment', 'rounding']],
    ['fn f(n: u32) -> u32 { n } let z = f(1) + f(2);', ['alignment', 'temporaries']],
  ])('says what bytes are for that are no variable’s: %s', (statement, reasons) => {
    const source = `fn main() { let x: u8 = 1; let y: u32 = 2; let r = &y; ${statement} }`
    expect(slotsOf(run(source, { show: ['stack'] })).flatMap(({ why }) => why ?? [])).toEqual(reasons)
  })

  it('says in the symbol table which gap is there for a reference', () => {
    const source = 'fn main() { let x: u8 = 1; let y: u32 = 2; let r = &y; }'
    const { views } = run(source, { show: ['symbols'] })
    expect(views).toMatchObject([
      { padding: [{ why: 'so that y is aligned: a reference to it is taken', size: 3, offset: -4 }] },
    ])
  })

  it('shows the beginning of what is too large to be shown', () => {
    const source = 'fn main() { let a = [7u8; 100_000]; let x = 1; println!("{x}"); }'
    const large = slotsOf(run(source, { show: ['stack'] })).find(({ name }) => name === 'a')
    expect(large?.bytes).toHaveLength(64)
    expect(large?.omitted).toBe(99_936)
  })

  it('and so does RAM; the way to it has an end', () => {
    const source = 'fn main() { let a = [7u8; 100_000]; let x = 1; println!("{x}"); }'
    const { views } = run(source, { show: ['ram', 'journey'], of: ['a'] })
    const [ram] = views.flatMap((view) => (view.kind === 'ram' ? view : []))
    const bytes = ram?.frames.flatMap(({ rows }) => rows.flatMap((row) => row.bytes)) ?? []
    expect(bytes.filter(({ focus }) => focus)).toHaveLength(64)
    expect(ram?.omitted).toBe(99_936)
    expect(JSON.stringify(views).length).toBeLessThan(20_000)
  })
})
