import { describe, expect, it } from 'vitest'
import type { CachesView } from '#notebook/shared/picture-view.ts'
import { cachesPicture } from '#pictures/caches-picture.ts'
import type { Box } from '#pictures/marks.ts'
import { cell } from '../notebook/cells.ts'
import { expectWellSet, viewOf } from './ran.ts'

const on = (machine: string) => [cell('machine', machine, { language: 'machine' })]
const PROGRAM = `fn main() {
    let a = [1u32; 8];
    let mut sum = 0;
    for i in 0..8 {
        sum += a[i];
    }
}`

const rust = (machine: string) => viewOf('caches', PROGRAM, { language: 'rust', of: [] }, on(machine))
const accesses = (machine: string, source: string): CachesView =>
  viewOf('caches', source, { language: 'access', of: [] }, [
    ...on(machine),
    cell('pages', '0x0F -> 0x340 RW', { language: 'pages', after: 'machine' }),
  ])

const SIXTEEN =
  'cache L1d 16 lines of 16 bytes 4 ways plru\ncache L1i 8 lines of 16 bytes 2 ways fifo write-through'
const VIEWS: [string, CachesView][] = [
  ['a textbook’s', accesses('machine csapp', 'addresses 0x3d4 0x3d7 0x3d4 0x3c0\nwrite u8 0x3c4 = 1')],
  ['an empty one', accesses('machine csapp', 'addresses 0x0')],
  [
    'three levels',
    rust(`${SIXTEEN}\ncache L2 64 lines of 32 bytes 1 way\ncache L3 4096 lines of 64 bytes 16 ways`),
  ],
  ['one large set', rust('cache L1 16 lines of 64 bytes 16 ways random')],
]

const boxes = (view: CachesView) =>
  cachesPicture(view).wide.marks.filter((mark): mark is Box => mark.kind === 'box')

describe.each(VIEWS)('%s', (_, view) => {
  it('is set well', () => expectWellSet(cachesPicture(view)))

  it('draws a box for each way of each set that it shows, and fills those that hold a line', () => {
    const ways = view.caches.reduce((sum, { design, sets }) => sum + sets.length * design.wayCount, 0)
    const lines = view.caches.flatMap(({ sets }) => sets.flatMap((set) => set.lines))
    expect(boxes(view)).toHaveLength(ways)
    expect(boxes(view).filter(({ look }) => !look.includes('empty'))).toHaveLength(lines.length)
    expect(boxes(view).filter(({ look }) => look.includes('dirty'))).toHaveLength(
      lines.filter(({ isDirty }) => isDirty).length,
    )
  })
})

it('names the variables whose bytes lie in a line, an array’s by its elements', () => {
  const [l1] = rust('cache L1d 64 lines of 16 bytes 4 ways').caches
  const whose = l1!.sets.flatMap(({ lines }) => lines.map((line) => line.whose))
  expect(whose.some((text) => /\ba\[\d\.\.\d\]/.test(text))).toBe(true)
  expect(whose.some((text) => text.includes('sum'))).toBe(true)
})

it('names a static as the program does', () => {
  const source = `static mut GRID: [u32; 16] = [1; 16];\nfn main() {\n    let last = unsafe { GRID[15] };\n}`
  const { caches } = viewOf(
    'caches',
    source,
    { language: 'rust', of: [] },
    on('cache L1d 8 lines of 16 bytes 1 way'),
  )
  const whose = caches[0]!.sets.flatMap(({ lines }) => lines.map((line) => line.whose))
  expect(whose).toContain('GRID+48')
})
