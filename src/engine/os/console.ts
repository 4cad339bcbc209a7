import type { Journal, Slot } from '../journal.ts'
import { decodeUtf8 } from './decode-utf8.ts'

/** How much output is kept. */
const KEPT_BYTE_COUNT = 1 << 20

/** Standard output and standard error, by the numbers of their file descriptors. */
export type Stream = 1 | 2

/** Output that went one way, in one piece. */
export interface OutputPart {
  readonly stream: Stream
  readonly text: string
}

/** What programs have written, in order, and which way it went. Stepping back takes it back. */
export class Console {
  #bytes = new Uint8Array(1024)
  /** For each byte, the stream that it was written to. */
  #streams = new Uint8Array(1024)
  readonly #byteCount: Slot<number>

  constructor(journal: Journal) {
    this.#byteCount = journal.slot(0)
  }

  /** Adds output. What goes beyond one mebibyte is dropped. */
  write(bytes: Uint8Array, stream: Stream = 1): void {
    const before = this.#byteCount.get()
    const after = Math.min(before + bytes.length, KEPT_BYTE_COUNT)
    while (after > this.#bytes.length) {
      this.#bytes = twiceAsLong(this.#bytes)
      this.#streams = twiceAsLong(this.#streams)
    }
    this.#bytes.set(bytes.subarray(0, after - before), before)
    this.#streams.fill(stream, before, after)
    this.#byteCount.set(after)
  }

  get isEmpty(): boolean {
    return this.#byteCount.get() === 0
  }

  get bytes(): Uint8Array {
    return this.#bytes.slice(0, this.#byteCount.get())
  }

  /** For each byte, the stream that it was written to. */
  get streams(): Uint8Array {
    return this.#streams.slice(0, this.#byteCount.get())
  }

  /** Puts back what was kept of another console. */
  adopt(bytes: Uint8Array, streams: Uint8Array): void {
    for (const { from, to, stream } of runsOf(streams)) this.write(bytes.subarray(from, to), stream)
  }

  /** The output as text, both streams as a terminal shows them; bytes that are no UTF-8 are shown as U+FFFD. */
  get text(): string {
    return decodeUtf8(this.bytes)
  }

  /** What went to one stream. */
  textOf(stream: Stream): string {
    const { streams } = this
    return decodeUtf8(this.bytes.filter((_, at) => streams[at] === stream))
  }

  /** The output in pieces that went the same way. */
  get parts(): readonly OutputPart[] {
    const { bytes } = this
    return runsOf(this.streams).map(({ from, to, stream }) => ({
      stream,
      text: decodeUtf8(bytes.subarray(from, to)),
    }))
  }
}

function twiceAsLong(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(2 * bytes.length)
  larger.set(bytes)
  return larger
}

interface Run {
  readonly from: number
  readonly to: number
  readonly stream: Stream
}

function runsOf(streams: Uint8Array): readonly Run[] {
  const runs: Run[] = []
  let from = 0
  for (let at = 1; at <= streams.length; at++) {
    if (at < streams.length && streams[at] === streams[from]) continue
    runs.push({ from, to: at, stream: streams[from] as Stream })
    from = at
  }
  return runs
}
