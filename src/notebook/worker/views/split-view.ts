import type { PagingScheme } from '#engine/memory/scheme.ts'
import { subjectsOf, type Subject, type ViewInput } from './view-input.ts'
import type { SplitField, SplitView } from '#notebook/shared/view.ts'

/** Addresses in their parts: page number and offset, or the indices of the levels and the offset. */
export function splitView(input: ViewInput): SplitView {
  return { kind: 'split', addresses: subjectsOf(input).map((subject) => splitAddress(input, subject)) }
}

function splitAddress({ machine }: ViewInput, { name, about }: Subject): SplitView['addresses'][number] {
  const virtualAddress = about.need('virtualAddress')
  const page = about.get('page')
  const pageOffset = about.get('pageOffset')
  const bits = BigInt(virtualAddress.value).toString(2).padStart(64, '0')
  const fields = fieldsOf(machine.memory.scheme).map(({ fact, from, bitCount, ...field }): SplitField => {
    const value = fact === undefined ? undefined : about.get(fact)
    return { ...field, bits: bits.slice(64 - from - bitCount, 64 - from), ...(value ? { value } : {}) }
  })
  // An address that was named by its number needs no second name.
  return { of: /^0x/.test(name) ? '' : name, virtualAddress, fields, page, pageOffset }
}

interface FieldPlan {
  readonly name: string
  readonly part: SplitField['part']
  readonly fact?: string
  /** The lowest bit. */
  readonly from: number
  readonly bitCount: number
}

/** The parts of an address under a scheme, the highest first. */
export function fieldsOf(scheme: PagingScheme): FieldPlan[] {
  const { pageBits, virtualBits, lookup, segments } = scheme
  const offset: FieldPlan = {
    name: 'Offset',
    part: 'offset',
    fact: 'pageOffset',
    from: 0,
    bitCount: pageBits,
  }
  if (lookup.kind === 'list') {
    const page: FieldPlan = {
      name: 'Page number',
      part: 'page',
      fact: 'page',
      from: pageBits,
      bitCount: virtualBits - pageBits,
    }
    return [page, offset]
  }
  if (segments !== undefined) return segmentFields(virtualBits, Math.log2(segments.length))
  if (lookup.levels.length === 0) return [{ name: 'Physical address', part: 'offset', from: 0, bitCount: 24 }]
  let from = virtualBits
  const indices = lookup.levels.map(({ name, bits }): FieldPlan => {
    from -= bits
    return { name: `${name} index`, part: 'index', fact: name.toLowerCase(), from, bitCount: bits }
  })
  return [...indices, offset]
}

/** The topmost bits choose a segment, where there are several; the others say how far into it. */
function segmentFields(virtualBits: number, chooserBits: number): FieldPlan[] {
  const from = virtualBits - chooserBits
  const offset: FieldPlan = { name: 'Offset in the segment', part: 'offset', from: 0, bitCount: from }
  return chooserBits === 0
    ? [offset]
    : [{ name: 'Segment', part: 'index', from, bitCount: chooserBits }, offset]
}
