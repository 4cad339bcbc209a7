import { describe, expect, it } from 'vitest'
import type { CellDefinition } from '#notebook/shared/cell.ts'
import { CellRun } from '#notebook/worker/run-cell.ts'
import { cell } from './cells.ts'

function run(source: string, rest: Partial<CellDefinition> = {}): CellRun {
  const running = new CellRun(cell('program', source, rest), [])
  running.toEnd()
  return running
}

describe('a function may be called what Rust lets it be called', () => {
  const names =
    'section rax al mov call db equ times dword ptr rel main été größe 変数 xmm0 cr3 e global program org use32 _start'

  it.each(names.split(' '))('%s', (name) => {
    const running = run(`fn ${name}() { let x: u8 = 42; }`)
    expect(running.result()).toMatchObject({ state: 'done', diagnostics: [] })
    expect(running.result().message).toBeUndefined()
    expect(running.fact('x.value')).toBe('42')
    const printing = run(`fn ${name}() { let x: u8 = 42; println!("{x}"); }`)
    expect(printing.result().views).toMatchObject([{ kind: 'console', output: { value: '42\n' } }])
    // What the compiler knows is known although the frame is gone.
    expect(printing.fact('x.offset')).toBe('-1')
  })

  it.each(names.split(' ').filter((name) => name !== 'main'))('%s, called and inside another', (name) => {
    const inner = `fn ${name}(a: u8) -> u8 { let b = a; b }`
    const source = `fn outer() { ${inner} let x = ${name}(7); }`
    expect(run(source).fact('x.value')).toBe('7')
    expect(run(`fn outer() { let x = ${name}(7); }\n${inner}`).fact('x.value')).toBe('7')
  })
})

it('functions inside functions have other labels than what stands in for the standard library', () => {
  const source =
    'fn output() { fn write() { print!("w"); } fn flush() {} write(); flush(); }\n' +
    'fn main() { output(); println!("{}", 5); }'
  expect(run(source).result().views).toMatchObject([{ kind: 'console', output: { value: 'w5\n' } }])
})

describe('values of variables that are no single number', () => {
  const source =
    'fn main() { let v: u8 = 7; let a = [&v, &v]; let c = &v; let d = [1u8, 2]; let b = [[true; 2]; 2];' +
    ' let p = &raw const v; let s: &[u8] = &d; let long = [0u8; 9]; }'

  it.each([
    ['a', '[0x7FFF007FEFFF, 0x7FFF007FEFFF]'],
    ['c', '0x7FFF007FEFFF'],
    ['p', '0x7FFF007FEFFF'],
    ['d', '[1, 2]'],
    ['b', '[[true, true], [true, true]]'],
    ['s', undefined],
    ['long', undefined],
  ])('%s', (name, value) => {
    expect(run(source).fact(`${name}.value`)).toBe(value)
  })
})
