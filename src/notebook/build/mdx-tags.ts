/** A component's tag as it stands in a lesson. */
export interface MdxTag {
  readonly name: string
  /** An attribute without a value is `true`. */
  readonly attributes: ReadonlyMap<string, string | true>
  /** Offset of the tag in the file, and of the character behind it. */
  readonly from: number
  readonly to: number
}

const FENCE = /^( {0,3})(`{3,}|~{3,}).*$/
const COMMENT = /\{\/\*[\s\S]*?\*\/\}/g

/** The text with everything between two offsets replaced by spaces, so that lines and columns stay where they are. */
export function blank(text: string, from: number, to: number): string {
  return text.slice(0, from) + text.slice(from, to).replace(/[^\n]/g, ' ') + text.slice(to)
}

/** A lesson's file without frontmatter, fenced code samples and comments: what remains is prose and tags, in place. */
export function proseOf(file: string): string {
  const frontmatter = /^---\n[\s\S]*?\n---(?=\n|$)/.exec(file)
  const body = frontmatter ? blank(file, 0, frontmatter[0].length) : file
  return blankFences(body).replace(COMMENT, (comment) => comment.replace(/[^\n]/g, ' '))
}

function blankFences(text: string): string {
  let fence: string | undefined
  return text
    .split('\n')
    .map((line) => {
      const mark = FENCE.exec(line)?.[2]
      if (fence === undefined && mark === undefined) return line
      if (fence === undefined) fence = mark
      else if (mark?.startsWith(fence) && line.trim() === mark) fence = undefined
      return ' '.repeat(line.length)
    })
    .join('\n')
}

/** The opening tags of one component in a lesson's prose, inline code excepted, in order. */
export function tagsNamed(prose: string, name: string): MdxTag[] {
  const tags: MdxTag[] = []
  const opening = new RegExp(`<${name}(?=[\\s/>])`, 'g')
  const searched = withoutInlineCode(prose)
  for (let match = opening.exec(searched); match; match = opening.exec(searched)) {
    const tag = readTag(prose, name, match.index)
    tags.push(tag)
    opening.lastIndex = tag.to
  }
  return tags
}

/** Inline code blanked; an attribute's value is no inline code, so tags are stepped over. */
function withoutInlineCode(prose: string): string {
  return prose.replace(
    /<[A-Z]\w*(?:\s+[\w-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*\s*\/?>|(`+)[^`]+\1/g,
    (found, ticks) => (ticks === undefined ? found : found.replace(/[^\n]/g, ' ')),
  )
}

function readTag(prose: string, name: string, from: number): MdxTag {
  const attributes = new Map<string, string | true>()
  const attribute = /\s*([A-Za-z][\w-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|(\{[^}]*\})))?/y
  attribute.lastIndex = from + 1 + name.length
  let to = attribute.lastIndex
  for (let match = attribute.exec(prose); match; match = attribute.exec(prose)) {
    attributes.set(match[1] ?? '', match[2] ?? match[3] ?? match[4] ?? true)
    to = attribute.lastIndex
  }
  const end = /\s*\/?>/y
  end.lastIndex = to
  return { name, attributes, from, to: end.test(prose) ? end.lastIndex : to }
}

/** Where the text of a tag's attribute begins. */
export function attributeAt(text: string, { from, to }: MdxTag, name: string): number {
  const before = new RegExp(`\\s${name}\\s*=\\s*["']`).exec(text.slice(from, to))
  return before === null ? from : from + before.index + before[0].length
}

/** The column of an offset in its line, counted from 1. */
export function columnAt(text: string, offset: number): number {
  return offset - text.lastIndexOf('\n', offset - 1)
}

/** The line of an offset, counted from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
