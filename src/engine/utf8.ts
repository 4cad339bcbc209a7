/** UTF-8 (RFC 3629). */
export function utf8(text: string): Uint8Array {
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
