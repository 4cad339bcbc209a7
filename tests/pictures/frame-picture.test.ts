import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { framePicture } from '#pictures/frame-picture.ts'
import type { Box, Drawing, Line } from '#pictures/marks.ts'
import { labelsOf } from './measure.ts'
import { DOCUMENT, expectWellSet, viewOf } from './ran.ts'

const texts = (drawing: Drawing) => labelsOf(drawing).map(({ what }) => what)
const boxes = ({ marks }: Drawing, look: string) =>
  marks.filter((mark): mark is Box => mark.kind === 'box' && mark.look.split(' ').includes(look))
const lines = ({ marks }: Drawing, look: string) =>
  marks.filter((mark): mark is Line => mark.kind === 'line' && mark.look === look)

describe('the document’s frame', () => {
  const picture = framePicture(viewOf('frame', DOCUMENT))
  const { wide } = picture

  it('is set well', () => expectWellSet(picture))

  it('is to scale: four bytes are four times as high as one', () => {
    const [x, y] = boxes(wide, 'variable')
    expect(y!.height).toBe(4 * x!.height)
    expect(boxes(wide, 'unused').map(({ height }) => height)).toEqual([3 * x!.height])
    expect(y!.y).toBe(x!.y + x!.height)
  })

  it('measures from RBP, and says what lies at each distance', () => {
    expect(texts(wide)).toEqual(
      expect.arrayContaining([
        '−1',
        '−5',
        '−8',
        'x: u8 = 42',
        'y: u32 = 100',
        'return address',
        '2a',
        '64',
        'cc',
      ]),
    )
    const arrows = lines(wide, 'pointer').map(({ head }) => Number(/^M[\d.]+ ([\d.]+)/.exec(head!)?.[1]))
    const [x] = boxes(wide, 'variable')
    const [unused] = boxes(wide, 'unused')
    expect(arrows).toEqual([x!.y, unused!.y + unused!.height])
  })

  it('hatches what is nobody’s, and marks where a page begins', () => {
    expect(lines(wide, 'hatching')).toHaveLength(1)
    expect(lines(wide, 'boundary')).toHaveLength(1)
    expect(picture.caption).toContain('The dashed line is where one page ends')
  })

  it('stands for what it shows', () => {
    expect(boxes(wide, 'variable').map(({ things }) => things)).toEqual([
      'variable:x virtual:0x7fff007fefff+1',
      'variable:y virtual:0x7fff007feffb+4',
    ])
  })
})

it('keeps a mark’s key from one state to the next', () => {
  const keys = (source: string) => framePicture(viewOf('frame', source)).wide.marks.map(({ key }) => key)
  expect(keys(DOCUMENT.replace('42', '7'))).toEqual(keys(DOCUMENT))
})

it('draws the frames of nested calls, each with its own tape', () => {
  const source = `fn inner(a: u32) -> u32 {\n    let x = 7 / a;\n    x\n}\nfn main() {\n    let first: u32 = 0;\n    let total = inner(first);\n}`
  const view = viewOf('frame', source, { stop: 'end' })
  const { wide } = framePicture(view)
  expect(texts(wide)).toEqual(
    expect.arrayContaining(['frame of main', 'frame of inner', 'return address, into main']),
  )
  expect(lines(wide, 'tape')).toHaveLength(2)
})

it('draws references as arrows: on the stack, to the heap and to statics', () => {
  const source = `static GREETING: u8 = 72;
fn main() {
    let a: u32 = 3;
    let r = &a;
    let list: [u16; 4] = [1, 2, 3, 4];
    let p: &u8 = &GREETING;
    let b = Box::new(7u32);
    let last = *r + *b;
}`
  const picture = framePicture(viewOf('frame', source, { layout: 'debug' }))
  expectWellSet(picture)
  expect(lines(picture.wide, 'pointing')).toHaveLength(3)
  expect(texts(picture.wide)).toEqual(
    expect.arrayContaining([
      'heap, 0x40_4000',
      expect.stringMatching(/^data, 0x/),
      '72',
      'list: [u16; 4] = [1, 2, 3, 4]',
    ]),
  )
  expect(lines(picture.wide, 'rule edge')).toHaveLength(1)
})

it('draws what a Vec, a String and a slice have on the heap', () => {
  const source = `fn main() {
    let mut list: Vec<u32> = Vec::new();
    list.push(7);
    list.push(8);
    let text = String::from("hi");
    let part: &[u32] = &list[1..];
    let same: &str = &text[..1];
    let pair = Box::new((1u8, 2u32));
    println!("{} {} {} {} {}", list.len(), text, part.len(), same, pair.0);
}`
  const view = viewOf('frame', source, {
    image: 'linux',
    scheme: 'four-level',
    stop: 'end',
    at: 'before("call output.line")',
  })
  const picture = framePicture(view)
  expectWellSet(picture)
  expect(view.targets.map(({ text }) => text)).toEqual(['[7, 8]', '"hi"', '[8]', '"h"', '(1, 2)'])
  expect(lines(picture.wide, 'pointing')).toHaveLength(5)
})

it('draws a stack that no compiler has described', () => {
  const picture = framePicture(
    viewOf('frame', 'push rbp\nmov rbp, rsp\npush 5', { language: 'asm', stop: 'end' }),
  )
  expectWellSet(picture)
  expect(texts(picture.wide)).toEqual(expect.arrayContaining(['RBP', 'RSP', 'below RSP: free']))
})

const TYPES = ['u8', 'i16', 'u32', 'i64', 'bool', '[u8; 5]', '[u32; 3]', '[u64; 40]', '&u32'] as const
const INITIAL: Record<(typeof TYPES)[number], string> = {
  u8: '200',
  i16: '-3',
  u32: '4000000000',
  i64: '-9000000000000000000',
  bool: 'true',
  '[u8; 5]': '[1; 5]',
  '[u32; 3]': '[4000000000; 3]',
  '[u64; 40]': '[7; 40]',
  '&u32': '&target',
}

it('moves the tape measure away from the registers where distances are long', () => {
  const source = `fn example() {\n    let far: [u64; 40] = [7; 40];\n    let further: [u64; 2000] = [7; 2000];\n    let last: u8 = 1;\n}`
  for (const layout of ['packed', 'debug'] as const) {
    const picture = framePicture(viewOf('frame', source, { layout, scheme: 'none' }))
    expect(texts(picture.narrow)).toContainEqual(expect.stringMatching(/^−16.?\d{3}$/))
    expectWellSet(picture)
  }
})

it('is set well whatever the variables are', () => {
  const variable = fc.record({
    name: fc.constantFrom('a', 'count', 'a_rather_long_name_for_a_variable'),
    type: fc.constantFrom(...TYPES),
  })
  fc.assert(
    fc.property(
      fc.array(variable, { maxLength: 9 }),
      fc.constantFrom('packed', 'debug'),
      fc.constantFrom('none', 'one-level', 'four-level'),
      (variables, layout, scheme) => {
        const lets = variables.map(
          ({ name, type }, at) => `    let ${name}${at}: ${type} = ${INITIAL[type]};`,
        )
        const source = `fn example() {\n    let target: u32 = 3;\n${lets.join('\n')}\n}`
        expectWellSet(framePicture(viewOf('frame', source, { layout, scheme, of: [] } as never)))
      },
    ),
    { numRuns: Number(process.env['PAGEWALK_PICTURES'] ?? 25) },
  )
})
