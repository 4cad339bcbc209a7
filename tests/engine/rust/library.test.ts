import { expect, test } from 'vitest'
import { parse } from '#engine/rust/1-parse/parse.ts'
import { resolve } from '#engine/rust/2-resolve/resolve.ts'
import { ProgramTypes } from '#engine/rust/3-check/program-types.ts'
import { library } from '#engine/rust/library/library.ts'
import { runProgram } from './run-program.ts'

/** Of its functions a program looks only at those that it calls; here all are looked at. */
test('every function of the library is in order', () => {
  const parsed = parse('fn main() {}')
  if (!parsed.ok) throw new Error('an empty program is refused')
  const resolution = resolve(
    parsed.program,
    library(new Set(['..', 'parse', 'from_digit', 'from_u32', 'HashMap'])),
  )
  const program = new ProgramTypes(resolution, [])
  const functions = resolution.beneath?.functions ?? []
  for (const { item, label } of functions) {
    program.signatureOf(item)
    if (item.hasBody) program.bodyOf(item)
    const said = [...program.diagnostics, ...resolution.diagnostics].map(({ message }) => message)
    expect(said, label).toEqual([])
  }
  expect(functions.length).toBeGreaterThan(800)
})

/** What is looked at once for all programs, and what each program has of its own, are functions of the same text. */
test('a program prints the same whatever was compiled before it', () => {
  const program = (own: string, other: string) => `#[derive(Debug, Clone, PartialEq)]
struct Own(${own});
fn main() {
    let mut mine = vec![Own(1), Own(2)];
    let mut numbers: Vec<${other}> = (1..5).rev().collect();
    mine.insert(1, Own(3));
    numbers.retain(|each| *each != 2);
    println!("{mine:?} {numbers:?} {:?} {:?}", numbers.iter().max(), mine.iter().position(|each| each.0 == 2));
}
`
  const printed = '[Own(1), Own(3), Own(2)] [4, 3, 1] Some(4) Some(2)\n'
  for (const [own, other] of [
    ['u8', 'i32'],
    ['i32', 'u8'],
    ['i32', 'i64'],
  ] as const)
    expect(runProgram(program(own, other), 'debug')).toMatchObject({ stdout: printed, exit_code: 0 })
})
