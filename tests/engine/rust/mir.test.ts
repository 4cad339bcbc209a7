import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { printMir } from '#engine/rust/4-mir/print-mir.ts'
import { middleOf } from '#engine/rust/middle.ts'

/** A sample is a folder: `main.rs`, and its middle representation in `main.mir`, as compared with rustc's by eye. */
const folder = join(import.meta.dirname, 'middles')

function printed(source: string): string {
  const middle = middleOf(source)
  if (!middle.ok) throw new Error(middle.diagnostics[0]?.message)
  const lines = middle.bodies.flatMap(printMir)
  return lines.map(({ text, depth }) => `${'    '.repeat(text === '' ? 0 : depth)}${text}\n`).join('')
}

describe('the middle representation', () => {
  test.each(readdirSync(folder))('%s', (sample) => {
    const read = (file: string) => readFileSync(join(folder, sample, file), 'utf8')
    expect(printed(read('main.rs'))).toBe(read('main.mir'))
  })

  test('every line that does something knows where it is from', () => {
    const source = 'fn main() { let x = [1u8, 2]; let mut y = x[1]; y += 1; }'
    const middle = middleOf(source)
    if (!middle.ok) throw new Error('refused')
    const sources = printMir(middle.bodies[0]!).flatMap(({ text, from, to }) =>
      text.startsWith('_') ? [`${text} ${source.slice(from, to)}`] : [],
    )
    expect(sources.find((each) => each.includes('copy _1['))).toMatch(/ x\[1\]$/)
    expect(sources.at(-2)).toMatch(/ y \+= 1$/)
  })
})
