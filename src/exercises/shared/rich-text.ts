/** The little Markdown that an exercise's texts use, as data: components turn it into elements, so no HTML is injected. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'emphasis'; readonly text: string }
  /** What the machine has answered. */
  | { readonly kind: 'value'; readonly text: string }

/** Paragraphs of a text. */
export type RichText = readonly (readonly Inline[])[]

const MARK = /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*]+)\*|\uE000([^\uE001]*)\uE001/g

/** Marks a text as a value, between two characters of the private use area. */
export function markValue(text: string): string {
  return `\uE000${text}\uE001`
}

/** Reads `code`, **strong** and *emphasis*; an empty line begins a new paragraph. */
export function richText(markdown: string): RichText {
  return markdown
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => inline(paragraph.replace(/\s*\n\s*/g, ' ')))
}

function inline(text: string): Inline[] {
  const parts: Inline[] = []
  let end = 0
  for (const match of text.matchAll(MARK)) {
    if (match.index > end) parts.push({ kind: 'text', text: text.slice(end, match.index) })
    parts.push(marked(match))
    end = match.index + match[0].length
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) })
  return parts
}

function marked([, code, strong, emphasis, value]: RegExpMatchArray): Inline {
  if (code !== undefined) return { kind: 'code', text: code }
  if (strong !== undefined) return { kind: 'strong', text: strong }
  if (emphasis !== undefined) return { kind: 'emphasis', text: emphasis }
  return { kind: 'value', text: value ?? '' }
}

/** The text without its marks, for a title or a label. */
export function plainText(text: RichText): string {
  return text.map((paragraph) => paragraph.map((part) => part.text).join('')).join(' ')
}
