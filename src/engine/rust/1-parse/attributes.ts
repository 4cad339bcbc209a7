import { INTEGER_TYPES, type Name, type Representation } from './syntax.ts'

/** The names in `#[derive(…)]`. */
export function derivedIn({ text, from }: Name): Name[] {
  const list = /derive\s*\(([^)]*)\)/d.exec(text)
  const start = list?.indices?.[1]?.[0] ?? 0
  return [...(list?.[1] ?? '').matchAll(/[\w:]+/g)].map((name) => {
    const at = from + start + name.index
    // `std::fmt::Debug` is `Debug`.
    return { text: name[0].replace(/^.*::/, ''), from: at, to: at + name[0].length }
  })
}

/** What all `#[repr(…)]` of an item ask for together; attributes that are refused are not among them. */
export function representationOf(attributes: readonly Name[]): Representation {
  return Object.assign(
    {},
    ...attributes.flatMap(({ text }) => representationsIn(text)).map(meaningOf),
    ...attributes.map(({ text }) => validIn(text)),
  ) as Representation
}

/** `#[valid(1, 255)]`, which no reader’s program may have. */
function validIn(attribute: string): Representation {
  const [, least, greatest] = /^#\[valid\((\d+), (\d+)\)\]$/.exec(attribute) ?? []
  return least && greatest ? { valid: [BigInt(least), BigInt(greatest)] } : {}
}

/** `C`, `packed(2)`, … */
export function representationsIn(attribute: string): readonly string[] {
  const list = /^#!?\[\s*repr\s*\((.*)\)\s*\]$/s.exec(attribute)?.[1] ?? ''
  return list.split(',').flatMap((each) => each.replace(/\s/g, '') || [])
}

/** @returns undefined for what means nothing */
export function meaningOf(representation: string): Representation | undefined {
  const [, word = '', number = ''] = /^(\w+)(?:\((\d+)\))?$/.exec(representation) ?? []
  const tag = number ? undefined : INTEGER_TYPES.find((type) => type === word)
  if (tag) return { tag }
  if (word === 'packed') return { packed: Number(number || 1) }
  if (word === 'align') return isAlignment(number) ? { align: Number(number) } : undefined
  if (number) return undefined
  if (word === 'C') return { isC: true }
  // They lie as Rust likes: a struct of one field with a size lies as the field.
  return word === 'transparent' || word === 'Rust' ? {} : undefined
}

/** More than a frame's alignment, 16 bytes, no variable could have. */
function isAlignment(number: string): boolean {
  return ['1', '2', '4', '8', '16'].includes(number)
}
