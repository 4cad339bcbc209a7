import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { gapsOf } from '#engine/rust/3-check/type-layout.ts'
import { typesIn } from '../../conformance/rust-types/types-in.ts'
import { drawnType, optional, written, type WrittenType } from './type-layout-arbitrary.ts'
import { rustc } from './rustc.ts'

/** With PAGEWALK_LAYOUTS=2000 as many types are drawn. */
const COUNT = Number(process.env['PAGEWALK_LAYOUTS'] ?? 60)

const folder = mkdtempSync(join(tmpdir(), 'pagewalk-layouts-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What rustc says of types: size, alignment, size of `Option`, then the offsets. */
function askRustc(types: readonly WrittenType[]): readonly string[] {
  const lines = types.map(({ text, offsets }, index) => {
    const asked = offsets.map(([path]) => `core::mem::offset_of!(T${index}, ${path})`)
    const all = [
      `size_of::<T${index}>()`,
      `align_of::<T${index}>()`,
      `size_of::<Option<T${index}>>()`,
      ...asked,
    ]
    return {
      definition: `type T${index} = ${text};`,
      code: `println!("${all.map(() => '{}').join(' ')}", ${all.join(', ')});`,
    }
  })
  const definitions = [...types.map((each) => each.definitions), ...lines.map(({ definition }) => definition)]
  const source = `#![feature(offset_of_enum)]
enum Nothing {}
${definitions.join('\n')}
fn main() {
${lines.map(({ code }) => code).join('\n')}
}
`
  const executable = join(folder, 'layouts')
  const options = ['--edition=2024', '-A', 'warnings', '-o', executable, '-']
  const compiled = spawnSync(rustc ?? '', options, {
    input: source,
    encoding: 'utf8',
    env: { ...process.env, RUSTC_BOOTSTRAP: '1' },
    maxBuffer: 1 << 26,
  })
  if (compiled.status !== 0) throw new Error(`${compiled.stderr.slice(0, 3000)}`)
  return spawnSync(executable, { encoding: 'utf8', maxBuffer: 1 << 26 })
    .stdout.trimEnd()
    .split('\n')
}

describe.skipIf(rustc === undefined)('types lie in memory as rustc lays them out', () => {
  test(`${COUNT} drawn ones`, () => {
    const drawn = fc.sample(drawnType, COUNT)
    const types = drawn.map((shape, index) => written(shape, `N${index}_`))
    const answers = askRustc(types)
    types.forEach((type, index) => {
      const { layout, offsets } = type
      const numbers = [
        layout.size,
        layout.alignment,
        optional(layout).size,
        ...offsets.map(([, offset]) => offset),
      ]
      expect(`${type.definitions}\n${type.text}: ${numbers.join(' ')}`).toBe(
        `${type.definitions}\n${type.text}: ${answers[index]}`,
      )
    })
  })
})

describe('bytes that belong to nothing', () => {
  test.each([
    ['(u8, u32)', '1+3'],
    ['Option<u32>', ''],
    ['Option<u8>', ''],
    ['F', '1+3'],
    ['N', '2+6'],
  ])('of %s', (type, gaps) => {
    const source = '#[repr(u8)] enum F { A(u32) }\nenum N { A(bool, u64), B, C }'
    const [asked] = typesIn(source, [type])
    expect(
      gapsOf(asked!)
        .map(({ offset, size }) => `${offset}+${size}`)
        .join(' '),
    ).toBe(gaps)
  })
})
