import { packedLayout } from '#engine/rust/6-generate/layout.ts'

export interface LayoutPackedArrayRecord {
  readonly input: { readonly locals: readonly { readonly name: string; readonly type: string }[] }
  readonly expect: {
    readonly symbols: readonly {
      readonly name: string
      readonly size: number
      readonly rbp_offset: number
      readonly elements?: readonly { readonly index: number; readonly rbp_offset: number }[]
    }[]
    readonly frame_size: number
  }
}

/** The document's layout with arrays among the variables: the rule needs only sizes. Elements go upwards. */
export function check({ input, expect }: LayoutPackedArrayRecord): string | undefined {
  const sizes = input.locals.map(({ type }) => sizeOf(type))
  const { offsets, frameSize } = packedLayout(sizes.map((size) => ({ size, alignment: 1 })))
  if (frameSize !== expect.frame_size) return `frame of ${frameSize} bytes, expected ${expect.frame_size}`
  for (const [index, symbol] of expect.symbols.entries()) {
    const [offset, size] = [offsets[index] ?? 0, sizes[index] ?? 0]
    if (size !== symbol.size) return `${symbol.name} has ${size} bytes, expected ${symbol.size}`
    if (offset !== symbol.rbp_offset) return `${symbol.name} at ${offset}, expected ${symbol.rbp_offset}`
    const { elements = [] } = symbol
    const wrong = elements.find(
      (element) => offset + (element.index * size) / elements.length !== element.rbp_offset,
    )
    if (wrong) return `${symbol.name}[${wrong.index}] is expected at ${wrong.rbp_offset}`
  }
  return undefined
}

/** In bytes, of the scalar types and arrays of them, however nested. */
function sizeOf(type: string): number {
  const { element, count } = /^\[(?<element>.+); (?<count>\d+)\]$/.exec(type)?.groups ?? {}
  if (element !== undefined) return sizeOf(element) * Number(count)
  if (type === 'bool') return 1
  if (type === 'char') return 4
  return /^[ui]size$|^&|^\*/.test(type) ? 8 : Number(type.slice(1)) / 8
}
