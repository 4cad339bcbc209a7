/** What a program keeps outside of its functions: texts and constants that are only read, and statics. */
export class Data {
  readonly readOnly: string[] = []
  readonly writable: string[] = []
  readonly zeroed: string[] = []
  private readonly labels = new Map<string, string>()
  readonly routines = new Set<string>()
  /** Something is printed that is no panic's message. */
  prints = false

  /** The program asks an operating system for something even if nothing goes wrong. */
  get asksSystem(): boolean {
    return this.prints || this.routines.has('heap.allocate')
  }

  /** Bytes that are only read; the same bytes are kept once. @returns their label */
  bytes(bytes: Uint8Array, alignment = 1): string {
    const text = `${alignment > 1 ? `align ${alignment} ` : ''}${dbText(bytes)}`
    const known = this.labels.get(text)
    if (known !== undefined) return known
    const label = `data.${this.labels.size}`
    this.labels.set(text, label)
    if (alignment > 1) this.readOnly.push(`align ${alignment}`)
    this.readOnly.push(...dbLines(label, bytes))
    return label
  }

  text(text: string): { readonly label: string; readonly byteCount: number } {
    const bytes = utf8(text)
    return { label: this.bytes(bytes), byteCount: bytes.length }
  }

  static(label: string, bytes: Uint8Array, alignment: number): void {
    const isZero = bytes.every((byte) => byte === 0)
    const lines = isZero ? this.zeroed : this.writable
    lines.push(`align ${alignment}`)
    if (isZero) lines.push(`${label}: resb ${Math.max(bytes.length, 1)}`)
    else lines.push(...dbLines(label, bytes))
  }

  /** Makes a routine of the runtime part of the program. @returns its label */
  routine(name: string): string {
    this.routines.add(name)
    return name
  }
}

const SHORT = 64

/** What one line says, at most. */
const MOST_BYTES = 512

function dbLines(label: string, bytes: Uint8Array): readonly string[] {
  if (bytes.length <= MOST_BYTES || isUniform(bytes)) return [`${label}: ${dbText(bytes)}`]
  const starts = Array.from({ length: Math.ceil(bytes.length / MOST_BYTES) }, (_, line) => line * MOST_BYTES)
  return [`${label}:`, ...starts.map((start) => dbText(bytes.subarray(start, start + MOST_BYTES)))]
}

function isUniform(bytes: Uint8Array): boolean {
  return bytes.length > SHORT && bytes.every((byte) => byte === bytes[0])
}

/** Many bytes of one value are counted, not listed. */
function dbText(bytes: Uint8Array): string {
  return isUniform(bytes) ? `times ${bytes.length} db ${bytes[0]}` : `db ${[...bytes].join(', ')}`
}

/** UTF-8 (RFC 3629). */
function utf8(text: string): Uint8Array {
  const continuation = (code: number, shift: number) => 0x80 | ((code >> shift) & 0x3f)
  const bytes = [...text].flatMap((character) => {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x80) return [code]
    if (code < 0x800) return [0xc0 | (code >> 6), continuation(code, 0)]
    if (code < 0x10000) return [0xe0 | (code >> 12), continuation(code, 6), continuation(code, 0)]
    return [0xf0 | (code >> 18), continuation(code, 12), continuation(code, 6), continuation(code, 0)]
  })
  return Uint8Array.from(bytes)
}
