/** What a page of another site shows of the course: named in the fragment of `/embed/`, so that no server sees it. */
import { plainLines } from './kept-text.ts'

const EMBEDDED_KINDS = ['cell', 'picture', 'machine', 'exercise'] as const
type EmbeddedKind = (typeof EMBEDDED_KINDS)[number]

export interface Embedded {
  readonly kind: EmbeddedKind
  readonly lesson: string
  /** Of the cell or exercise. */
  readonly id: string
  /** Which of the cell's pictures. */
  readonly view?: string
  /** What stands in the cell instead of the author's snippet. */
  readonly source?: string
  /** There is such a source, and it is left out. */
  readonly isTooLong?: true
  /** Of an exercise's variant. */
  readonly seed?: number
}

/** Characters. */
const LONGEST_SOURCE = 20_000
export const TOO_LONG_TO_EMBED =
  'The source is too long to go into a page of somebody else’s: an address holds 20,000 characters of it.'
const PLACE = /^([a-z0-9-]+)\/([a-z0-9-]+)(?:\/([a-z-]+))?$/

/** @returns undefined where a fragment names nothing that can be shown */
export function readEmbedded(fragment: string): Embedded | undefined {
  const fields = new URLSearchParams(fragment.replace(/^#/, ''))
  const kind = EMBEDDED_KINDS.find((each) => fields.has(each))
  const [, lesson, id, view] = PLACE.exec(kind === undefined ? '' : (fields.get(kind) ?? '')) ?? []
  if (kind === undefined || lesson === undefined || id === undefined) return undefined
  if ((kind === 'picture') !== (view !== undefined)) return undefined
  const seed = fields.get('seed') ?? ''
  return {
    ...{ kind, lesson, id },
    ...(view === undefined ? {} : { view }),
    ...sourceOf(fields.get('source')),
    ...(/^[1-9]\d{0,5}$/.test(seed) ? { seed: Number(seed) } : {}),
  }
}

function sourceOf(text: string | null): Pick<Embedded, 'source' | 'isTooLong'> {
  if (text === null) return {}
  return isTooLongToEmbed(text) ? { isTooLong: true } : { source: plainLines(text) }
}

/** Whether a source is one that no address of an embedded cell may hold. */
export function isTooLongToEmbed(source: string): boolean {
  return source.length > LONGEST_SOURCE
}

/** The fragment that `readEmbedded` reads, with its `#`. */
function embeddedFragment({ kind, lesson, id, view, source, seed }: Embedded): string {
  const fields = new URLSearchParams()
  if (source !== undefined) fields.set('source', source)
  if (seed !== undefined) fields.set('seed', String(seed))
  const rest = fields.toString()
  return `#${kind}=${lesson}/${id}${view === undefined ? '' : `/${view}`}${rest === '' ? '' : `&${rest}`}`
}

/**
 * What an author of another site puts into a page.
 * @param page address of the lesson's page
 * @returns undefined where that is no lesson
 */
export function embedSnippet(page: string, title: string, id: string, source?: string): string | undefined {
  const [, base, lesson] = /^([^#?]*\/)lessons\/([a-z0-9-]+)\/(?:[#?]|$)/.exec(page) ?? []
  if (base === undefined || lesson === undefined) return undefined
  const fragment = embeddedFragment({ kind: 'cell', lesson, id, ...(source === undefined ? {} : { source }) })
  return `<iframe src="${attribute(`${base}embed/${fragment}`)}" title="${attribute(title)}" width="100%" height="480" loading="lazy"></iframe>`
}

const attribute = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
