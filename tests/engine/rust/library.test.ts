import { expect, test } from 'vitest'
import { parse } from '#engine/rust/1-parse/parse.ts'
import { resolve } from '#engine/rust/2-resolve/resolve.ts'
import { ProgramTypes } from '#engine/rust/3-check/program-types.ts'
import { library } from '#engine/rust/library/library.ts'

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
