import { describe, expect, it } from 'vitest'
import { bytesPicture } from '#pictures/bytes-picture.ts'
import type { Box, Line } from '#pictures/marks.ts'
import { expectWellSet, viewOf } from './ran.ts'

const CASES = [
  ['u8', '42', ['2a'], ['2a', '00', '00', '00', '00', '00', '00', '00']],
  ['i8', '-1', ['ff'], ['ff', 'ff', 'ff', 'ff', 'ff', 'ff', 'ff', 'ff']],
  ['i16', '-3', ['fd', 'ff'], ['fd', 'ff', 'ff', 'ff', 'ff', 'ff', 'ff', 'ff']],
  ['u32', '305419896', ['78', '56', '34', '12'], ['78', '56', '34', '12', '00', '00', '00', '00']],
  ['u64', '18364758544493064720', ['10', '32', '54', '76', '98', 'ba', 'dc', 'fe'], []],
  ['bool', 'true', ['01'], []],
] as const

describe.each(CASES)('%s of %s', (type, value, inMemory, widened) => {
  const picture = bytesPicture(viewOf('bytes', `fn example() {\n    let x: ${type} = ${value};\n}`))
  const { marks } = picture.wide
  const row = (key: string) =>
    marks
      .filter((mark): mark is Box => mark.kind === 'box' && mark.key.startsWith(`${key} `))
      .map(({ labels }) => labels[0]?.text)

  it('is set well', () => expectWellSet(picture))

  it('lies in memory from its least byte, and widens as its type does', () => {
    expect(row('byte')).toEqual(inMemory)
    expect(row('wide')).toEqual(widened)
  })

  it('has a line from each pair of digits to its byte', () => {
    const crossings = marks.filter((mark): mark is Line => mark.kind === 'line')
    expect(crossings).toHaveLength(inMemory.length > 1 ? inMemory.length : 0)
    if (inMemory.length > 1) expect(row('digit')).toEqual(inMemory.toReversed())
  })
})

it('says what is left of a number that is cut to a byte', () => {
  const picture = bytesPicture(viewOf('bytes', 'fn example() {\n    let x: i32 = 200;\n}'))
  expect(picture.caption).toContain('it would be −56.')
})

it('shows the whole number to who points at one of its bytes', () => {
  const source = 'fn example() {\n    let x: u32 = 7;\n}'
  expect(viewOf('bytes', source, { of: ['address(rbp - 2)'] }).name).toBe('x')
})
