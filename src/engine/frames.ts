/** RAM at rest: frames as arrays that snapshots and checkpoints share as long as nothing in them changes. */
import { PAGE_SIZE } from './units.ts'

/** By number; a frame of zeros is left out. */
export type Frames = readonly (Uint8Array | undefined)[]

/** RAM as frames, taking those from `parent` that are equal. */
export function takeFrames(ram: Uint8Array, parent: Frames): Frames {
  return Array.from({ length: Math.ceil(ram.length / PAGE_SIZE) }, (_, number) => {
    const from = number * PAGE_SIZE
    const byteCount = Math.min(PAGE_SIZE, ram.length - from)
    const words = wordsOf(ram, from, byteCount)
    const kept = parent[number]
    if (kept !== undefined && equal(words, wordsOf(kept, 0, byteCount))) return kept
    return isZero(words) ? undefined : ram.slice(from, from + byteCount)
  })
}

/** Puts frames back into RAM, those left out as zeros, and whatever lies behind them too. */
export function placeFrames(frames: Frames, ram: Uint8Array): void {
  ram.fill(0, Math.min(frames.length * PAGE_SIZE, ram.length))
  frames.forEach((frame, number) => {
    const from = number * PAGE_SIZE
    if (frame === undefined) ram.fill(0, from, Math.min(from + PAGE_SIZE, ram.length))
    else ram.set(frame, from)
  })
}

const wordsOf = (bytes: Uint8Array, from: number, byteCount: number): Int32Array =>
  new Int32Array(bytes.buffer, bytes.byteOffset + from, byteCount / 4)

// Plain loops: every cell that runs compares all of RAM, and a call for each word would take most of its time.
function equal(a: Int32Array, b: Int32Array): boolean {
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return true
}

function isZero(words: Int32Array): boolean {
  for (let at = 0; at < words.length; at++) if (words[at] !== 0) return false
  return true
}
