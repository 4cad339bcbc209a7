/**
 * Memory that no machine needs any more, kept for the next one. Fresh memory is handed out by the reader's own operating
 * system page by page as it is first touched, and those faults take longer than the instructions that fill the pages.
 */

/** Larger buffers are not kept: cleaning them would touch pages that the next machine may never use. */
const LARGEST_BUFFER = 1 << 21
const MOST_BUFFERS = 4

const buffers: ArrayBuffer[] = []
let log: Int32Array<ArrayBuffer> | undefined

/** A buffer of zeros. */
export function takeBuffer(byteCount: number): ArrayBuffer {
  const index = buffers.findIndex(({ byteLength }) => byteLength === byteCount)
  if (index < 0) return new ArrayBuffer(byteCount)
  const [buffer] = buffers.splice(index, 1)
  new Uint8Array(buffer!).fill(0)
  return buffer!
}

/** An array of that many integers or more; its contents are undefined. */
export function takeLog(length: number): Int32Array<ArrayBuffer> {
  if (log === undefined || log.length < length) return new Int32Array(length)
  const taken = log
  log = undefined
  return taken
}

/** Takes back what is of no further use. Of two logs the longer is kept. */
export function giveBack(buffer: ArrayBuffer, usedLog: Int32Array<ArrayBuffer>): void {
  if (buffer.byteLength <= LARGEST_BUFFER && buffers.length < MOST_BUFFERS) buffers.push(buffer)
  if (usedLog.length > (log?.length ?? 0)) log = usedLog
}
