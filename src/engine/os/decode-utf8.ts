const REPLACEMENT = '\uFFFD'

/** How many bytes a character has that begins with this one, and the bits of it that count; undefined where none does. */
function firstByte(byte: number): { byteCount: number; bits: number; least: number } | undefined {
  if (byte < 0x80) return { byteCount: 1, bits: byte, least: 0 }
  if (byte >> 5 === 0b110) return { byteCount: 2, bits: byte & 0x1f, least: 0x80 }
  if (byte >> 4 === 0b1110) return { byteCount: 3, bits: byte & 0x0f, least: 0x800 }
  return byte >> 3 === 0b11110 ? { byteCount: 4, bits: byte & 0x07, least: 0x1_0000 } : undefined
}

/** The text that bytes are as UTF-8. Each byte that is none becomes U+FFFD. */
export function decodeUtf8(bytes: Uint8Array): string {
  const characters: string[] = []
  for (let at = 0; at < bytes.length;) {
    const point = pointAt(bytes, at)
    characters.push(point === undefined ? REPLACEMENT : String.fromCodePoint(point))
    at += point === undefined ? 1 : firstByte(bytes[at]!)!.byteCount
  }
  return characters.join('')
}

/** The code point that begins at a byte; undefined where the bytes are none, or more than it needs. */
function pointAt(bytes: Uint8Array, at: number): number | undefined {
  const first = firstByte(bytes[at]!)
  if (first === undefined || at + first.byteCount > bytes.length) return undefined
  let point = first.bits
  for (let index = 1; index < first.byteCount; index++) {
    const byte = bytes[at + index]!
    if (byte >> 6 !== 0b10) return undefined
    point = (point << 6) | (byte & 0x3f)
  }
  const isSurrogate = point >= 0xd800 && point <= 0xdfff
  return point < first.least || point > 0x10_ffff || isSurrogate ? undefined : point
}
