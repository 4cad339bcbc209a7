import { describe, expect, test } from 'vitest'
import { compile } from '#engine/rust/compile.ts'
import { debugLayout, packedLayout, type Extent } from '#engine/rust/6-generate/layout.ts'

const u8: Extent = { size: 1, alignment: 1 }
const u16: Extent = { size: 2, alignment: 2 }
const u32: Extent = { size: 4, alignment: 4 }
const u64: Extent = { size: 8, alignment: 8 }

describe('packed, as the document has it', () => {
  test('puts x at RBP - 1 and y directly below it', () => {
    expect(packedLayout([u8, u32])).toEqual({
      offsets: [-1, -5],
      localBytes: 5,
      frameSize: 8,
      padding: [{ offset: -8, size: 3, reason: 'rounding' }],
    })
  })

  test('needs nothing for no variables, and no rounding for eight bytes', () => {
    expect(packedLayout([])).toEqual({ offsets: [], localBytes: 0, frameSize: 0, padding: [] })
    expect(packedLayout([u64])).toEqual({ offsets: [-8], localBytes: 8, frameSize: 8, padding: [] })
  })
})

describe('debug, as rustc was measured', () => {
  test('puts the last declaration highest', () => {
    expect(debugLayout([u8, u32])).toEqual({
      offsets: [-5, -4],
      localBytes: 5,
      frameSize: 16,
      padding: [{ offset: -16, size: 11, reason: 'rounding' }],
    })
  })

  test('aligns each variable and names the gaps', () => {
    expect(debugLayout([u16, u64, u8])).toEqual({
      offsets: [-18, -16, -1],
      localBytes: 18,
      frameSize: 32,
      padding: [
        { offset: -8, size: 7, reason: 'alignment' },
        { offset: -32, size: 14, reason: 'rounding' },
      ],
    })
  })

  test('every byte of a frame is a variable’s or padding, exactly once', () => {
    for (const layout of [packedLayout, debugLayout]) {
      const extents = [u8, u64, u8, u16, u32, u8, u16]
      const { offsets, frameSize, padding } = layout(extents)
      const parts = [
        ...offsets.map((offset, index) => ({ offset, size: extents[index]?.size ?? 0 })),
        ...padding,
      ]
      const bytes = parts.flatMap(({ offset, size }) =>
        Array.from({ length: size }, (_, index) => offset + index),
      )
      expect(bytes.sort((a, b) => a - b)).toEqual(
        Array.from({ length: frameSize }, (_, index) => index - frameSize),
      )
    }
  })
})

test('arrays of arrays of padded structs name a few of their gaps, and never all', () => {
  const source =
    '#[repr(C)]\nstruct P { a: u8, b: u32 }\nfn main() { let many: [[[P; 40]; 40]; 40]; let two: [P; 2]; }'
  const compiled = compile(source, { layout: 'debug' })
  if (!compiled.ok) throw new Error(compiled.diagnostics[0]?.message)
  const [many, two] = compiled.functions.flatMap(({ symbols }) => symbols.map(({ gaps }) => gaps))
  expect(many).toHaveLength(64)
  expect(two).toEqual([
    { offset: 1, size: 3 },
    { offset: 9, size: 3 },
  ])
})
