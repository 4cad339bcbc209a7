/**
 * A source as it is kept: one line of JSON that says what it is of, and then the source as it stands. Whatever
 * happens to the first line, what the reader wrote can still be read.
 */
export interface KeptText {
  /** Undefined where it is damaged, or of a version that this copy of the course does not know: all of it is `source`. */
  readonly header: Readonly<Record<string, unknown>> | undefined
  readonly source: string
}

const VERSION = 2

export function writeKept(header: Readonly<Record<string, unknown>>, source: string): string {
  return `${JSON.stringify({ pagewalk: VERSION, ...header })}\n${source}`
}

export function readKept(text: string): KeptText {
  const end = text.indexOf('\n')
  const header = end < 0 ? undefined : parseHeader(text.slice(0, end))
  return header === undefined ? { header, source: text } : { header, source: text.slice(end + 1) }
}

function parseHeader(line: string): KeptText['header'] {
  try {
    const header: unknown = JSON.parse(line)
    return isRecord(header) && header['pagewalk'] === VERSION ? header : undefined
  } catch {
    return undefined
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Lines end as the editor ends them, whatever system they were written on. */
export function plainLines(source: string): string {
  return source.replace(/\r\n?/g, '\n')
}
