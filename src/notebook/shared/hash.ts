/** FNV-1a of 32 bits over UTF-16 code units, as eight hexadecimal digits: tells one version of a snippet from another. */
export function hash(text: string): string {
  let state = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193)
  }
  return (state >>> 0).toString(16).padStart(8, '0')
}
