/**
 * What can be pointed at: the same thing in every view. A page, a frame, a page-table entry and an instruction are
 * ranges of bytes as a variable's bytes are, so that whether two elements speak of the same is whether they overlap.
 */
export type Thing =
  /** A local variable or static, by its name, or a part of one: `p.x`, `a[2]`. */
  | { readonly kind: 'variable'; readonly name: string }
  /** A register by its name for all 64 bits. */
  | { readonly kind: 'register'; readonly name: string }
  /** Characters of the cell's source. */
  | { readonly kind: 'source'; readonly from: number; readonly to: number }
  /** So many bytes from an address on: of the running process's memory, or of RAM. */
  | { readonly kind: 'virtual' | 'physical'; readonly start: bigint; readonly byteCount: number }

/** A thing as an attribute of an element says it: `variable:x`, `virtual:0x7fff007feffb+4`, `source:12-17`. */
export function thingText(thing: Thing): string {
  switch (thing.kind) {
    case 'variable':
    case 'register':
      return `${thing.kind}:${thing.name}`
    case 'source':
      return `source:${thing.from}-${thing.to}`
    case 'virtual':
    case 'physical':
      return `${thing.kind}:0x${thing.start.toString(16)}+${thing.byteCount}`
  }
}

/** The things that an attribute names, a space between two; what is none is left out. */
export function parseThings(text: string): Thing[] {
  return text.split(/\s+/).flatMap((word) => parseThing(word) ?? [])
}

function parseThing(word: string): Thing | undefined {
  const [, kind, rest] = /^(\w+):(.+)$/.exec(word) ?? []
  if (kind === undefined || rest === undefined) return undefined
  if (kind === 'variable' || kind === 'register') return { kind, name: rest }
  const [, from, to] = /^(\d+)-(\d+)$/.exec(rest) ?? []
  if (kind === 'source') return to === undefined ? undefined : { kind, from: Number(from), to: Number(to) }
  const [, start, byteCount] = /^(0x[\da-f]+)\+(\d+)$/i.exec(rest) ?? []
  if ((kind !== 'virtual' && kind !== 'physical') || start === undefined) return undefined
  return { kind, start: BigInt(start), byteCount: Number(byteCount) }
}

/** Whether two things are the same, or have something in common. */
export function overlaps(one: Thing, other: Thing): boolean {
  if (one.kind === 'variable') {
    return other.kind === 'variable' && (isOf(one.name, other.name) || isOf(other.name, one.name))
  }
  if (one.kind === 'register') return other.kind === 'register' && one.name === other.name
  if (one.kind === 'source') return other.kind === 'source' && one.from < other.to && other.from < one.to
  if (one.kind !== other.kind) return false
  return one.start < other.start + BigInt(other.byteCount) && other.start < one.start + BigInt(one.byteCount)
}

/** Whether a place is another or a part of it; what lies behind a pointer is none of the pointer’s. */
function isOf(part: string, whole: string): boolean {
  return part.startsWith(whole) && ['', '.', '['].includes(part.charAt(whole.length))
}
