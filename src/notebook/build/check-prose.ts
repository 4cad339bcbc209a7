import { LessonError } from './lesson-error.ts'
import { blank, lineAt, tagsNamed } from './mdx-tags.ts'

const HEXADECIMAL = /0x[0-9A-Fa-f_]{3,}(?:(?:…|\.\.\.)[0-9A-Fa-f]+)?/
const TAG = /<\/?[A-Za-z][^>]*>/g
const CODE = /(`+)([^`]+)\1/g

/**
 * Every address a reader sees in prose is computed: a hexadecimal number of three digits or more outside `<Fact>`
 * stops the build. What may hold one: attributes of tags, fenced code samples, and inline code that is a sample
 * of one of the cells' languages, recognised by a word in lower case (an instruction, a type, `read`) or by the
 * arrow of a page-table row. A number alone in inline code is a result typed by hand, and stops the build too.
 * @throws LessonError
 */
export function checkProse(file: string, prose: string): void {
  const bare = withoutSamples(withoutTags(prose))
  const found = HEXADECIMAL.exec(bare)
  if (!found) return
  throw new LessonError(
    file,
    lineAt(bare, found.index),
    `the address ${found[0]} is typed by hand; let the engine compute it with <Fact of="…" />`,
  )
}

function withoutTags(prose: string): string {
  const cells = ['Cell', 'Fact', 'Part'].flatMap((name) => tagsNamed(prose, name))
  const rest = cells.reduce((text, tag) => blank(text, tag.from, tag.to), prose)
  return rest.replace(TAG, (tag) => tag.replace(/[^\n]/g, ' '))
}

function withoutSamples(prose: string): string {
  return prose.replace(CODE, (code: string, _ticks: string, inside: string) =>
    isSample(inside) ? code.replace(/[^\n]/g, ' ') : code,
  )
}

function isSample(code: string): boolean {
  return /(?:^|[^0-9A-Za-z_])[a-z]{2,}/.test(code) || /→|->/.test(code)
}
