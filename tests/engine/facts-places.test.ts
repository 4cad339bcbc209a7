/** Parts of variables, what lies behind pointers, and variables of frames further out. */
import { describe, expect, test } from 'vitest'
import { fact } from '#engine/facts.ts'
import { factText } from '#engine/facts/fact-value.ts'
import type { Machine } from '#engine/machine/machine.ts'
import { ranRust } from './machine/walkthrough.ts'

const ask = (machine: Machine, name: string) => {
  const value = fact(machine, name)
  return value && factText(value)
}

const SOURCE = `
struct Point { x: u8, y: u32 }
struct Line { from: Point, to: Point }
fn example() {
    let line = Line { from: Point { x: 1, y: 2 }, to: Point { x: 3, y: 4 } };
    let grid: [[u16; 3]; 2] = [[10, 11, 12], [20, 21, 22]];
    let pair = (7u8, true);
    let to: &Point = &line.to;
    let row: *const [u16; 3] = &grid[1];
    let some: &[u16] = &grid[0];
    let twice = &to;
}
`

describe('of a variable', () => {
  const machine = ranRust(SOURCE, 'four-level')
  const number = (name: string) => BigInt(ask(machine, name)!)

  test.each(
    Object.entries({
      'line.from.x.value': '1',
      'line.to.y.value': '4',
      'line.to.type': 'Point',
      'line.to.size': '8',
      'line.to.y.alignment': '4',
      'grid[1][2].value': '22',
      'grid[1].type': '[u16; 3]',
      'grid[1].value': '[20, 21, 22]',
      'pair.0.value': '7',
      'pair.1.value': 'true',
      '(*to).x.value': '3',
      '(*to).type': 'Point',
      'to.y.value': '4',
      '(*row)[1].value': '21',
      'some[2].value': '12',
      '(*some)[0].value': '10',
      '(**twice).y.value': '4',
      'twice.x.value': '3',
      'example::line.to.x.value': '3',
    }),
  )('%s is %s', (name, value) => expect(ask(machine, name)).toBe(value))

  test('parts lie inside the whole', () => {
    const [line, part] = [number('line.virtualAddress'), number('line.to.y.virtualAddress')]
    expect(part).toBeGreaterThanOrEqual(line)
    expect(part).toBeLessThan(line + 16n)
    expect(number('line.to.y.offset') - number('line.offset')).toBe(part - line)
    expect(number('grid[1][0].virtualAddress')).toBe(number('grid.virtualAddress') + 6n)
    expect(number('line.to.y.lastByte')).toBe(part + 3n)
  })

  test('what lies behind a pointer is what it points at, and has no distance from RBP', () => {
    expect(ask(machine, '(*to).virtualAddress')).toBe(ask(machine, 'line.to.virtualAddress'))
    expect(ask(machine, '(*to).physicalAddress')).toBe(ask(machine, 'line.to.physicalAddress'))
    expect(ask(machine, 'to.value')).toBe(ask(machine, 'line.to.virtualAddress'))
    expect(ask(machine, '(*to).offset')).toBeUndefined()
    expect(ask(machine, '(*row)[0].virtualAddress')).toBe(ask(machine, 'grid[1].virtualAddress'))
  })

  test.each([
    'line.z.value',
    'line[0].value',
    'grid[2].value',
    'grid[1][3].value',
    'some[3].value',
    'pair.2.value',
    'pair.00.value',
    '(*line).value',
    // Rust follows a raw pointer only where it is told to.
    'row[1].value',
    'example[1]::line.value',
    'other::line.value',
    'nothing.x.value',
  ])('there is no %s', (name) => expect(ask(machine, name)).toBeUndefined())
})

test('variables of the functions that have called, and of each call of one', () => {
  const machine = ranRust(
    `
fn example() {
    let start: u32 = 3;
    let all = sum(start);
}
fn sum(n: u32) -> u32 {
    if n == 0 { return 0; }
    let rest = sum(n - 1);
    n + rest
}
`,
    'four-level',
  )
  let deepest = 0
  for (;;) {
    const isSum = ask(machine, 'function.name') === 'sum'
    if (isSum && ask(machine, 'n.value') === '0') {
      deepest += 1
      const calls = [0, 1, 2, 3, 4].map((call) => ask(machine, `sum[${call}]::n.value`))
      expect(calls).toEqual(['0', '1', '2', '3', undefined])
      expect(ask(machine, 'sum::n.value')).toBe('0')
      expect(ask(machine, 'example::start.value')).toBe('3')
    }
    if (machine.journal.stepCount === machine.journal.oldestStep) break
    machine.back(1)
  }
  expect(deepest).toBeGreaterThan(0)
})
