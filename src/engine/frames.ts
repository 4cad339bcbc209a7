/** RAM at rest: frames as arrays that snapshots and checkpoints share as long as nothing in them changes. */
import { PAGE_SIZE } from './units.ts'

/** By number; a frame of zeros is left out. */
export type Frames = readonly (Uint8Array | undefined)[]

/** RAM as frames, taking those from `parent` that are equal. Its length is a multiple of 8. */
export function takeFrames(ram: Uint8Array, parent: Frames): Frames {
  const words = wordsOf(ram)
  return Array.from({ length: Math.ceil(ram.length / PAGE_SIZE) }, (_, number) => {
    const from = number * PAGE_SIZE
    const to = Math.min(from + PAGE_SIZE, ram.length)
    const kept = parent[number]
    if (kept?.length === to - from && isEqual(words, from / 4, wordsOf(kept))) return kept
    return isZero(words, from / 4, to / 4) ? undefined : ram.slice(from, to)
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

const wordsOf = (bytes: Uint8Array): Int32Array =>
  new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)

// Plain loops: every cell that runs compares all of RAM, and a call for each word would take most of its time.
function isEqual(words: Int32Array, from: number, kept: Int32Array): boolean {
  for (let at = 0; at < kept.length; at++) if (words[from + at] !== kept[at]) return false
  return true
}

/** Most of RAM is: two words are looked at at once, which takes half the time. */
function isZero(words: Int32Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 2) if ((words[at]! | words[at + 1]!) !== 0) return false
  return true
}
