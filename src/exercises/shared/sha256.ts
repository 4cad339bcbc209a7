/**
 * SHA-256 of a text's UTF-8 bytes, as 64 hexadecimal digits (FIPS 180-4). Browsers have one of their own, but not on pages
 * that a school serves without TLS.
 */
export function sha256(text: string): string {
  const state = Uint32Array.from(SQUARE_ROOTS)
  const words = new Uint32Array(64)
  const message = padded(new TextEncoder().encode(text))
  for (let block = 0; block < message.byteLength; block += 64) {
    for (let index = 0; index < 16; index++) words[index] = message.getUint32(block + 4 * index)
    for (let index = 16; index < 64; index++) words[index] = scheduled(words, index)
    compress(state, words)
  }
  return [...state].map((word) => word.toString(16).padStart(8, '0')).join('')
}

const PRIMES = primes(64)
const fraction = (root: number) => Math.floor((root % 1) * 2 ** 32)
const SQUARE_ROOTS = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)))
const CUBE_ROOTS = PRIMES.map((prime) => fraction(Math.cbrt(prime)))

function primes(count: number): number[] {
  const found: number[] = []
  for (let candidate = 2; found.length < count; candidate++)
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate)
  return found
}

/** A one, as many zeros as it takes, and the length in bits: whole blocks of 64 bytes. */
function padded(bytes: Uint8Array): DataView {
  const view = new DataView(new ArrayBuffer((((bytes.length + 8) >> 6) + 1) << 6))
  new Uint8Array(view.buffer).set(bytes)
  view.setUint8(bytes.length, 0x80)
  view.setUint32(view.byteLength - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(view.byteLength - 4, bytes.length << 3)
  return view
}

const turned = (word: number, by: number) => (word >>> by) | (word << (32 - by))

function scheduled(words: Uint32Array, index: number): number {
  const [early, late] = [words[index - 15]!, words[index - 2]!]
  const first = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3)
  const second = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10)
  return words[index - 16]! + first + words[index - 7]! + second
}

function compress(state: Uint32Array, words: Uint32Array): void {
  let [a, b, c, d, e, f, g, h] = state as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  for (let index = 0; index < 64; index++) {
    const choice = (e & f) ^ (~e & g)
    const first =
      h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + choice + CUBE_ROOTS[index]! + words[index]!
    const majority = (a & b) ^ (a & c) ^ (b & c)
    const second = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + majority
    ;[a, b, c, d, e, f, g, h] = [(first + second) | 0, a, b, c, (d + first) | 0, e, f, g]
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) state[index]! += word
}
