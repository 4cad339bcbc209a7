import type { Memory } from '../memory/memory.ts'
import { physicalAddress, type PhysicalAddress } from '../units.ts'
import type { FrameTable } from './frame-table.ts'

/** Where page tables lie. */
export interface TableRoom {
  /** Whether there is room for tables of these sizes, in bytes. */
  has(byteCounts: readonly number[]): boolean
  /** How many of the frames they take that pages could have. */
  framesOf(byteCounts: readonly number[]): number
  /** Room for one, of zeros; undefined where there is none. */
  take(byteCount: number): PhysicalAddress | undefined
  release(base: PhysicalAddress): void
}

/** In frames as pages have them: as many as are free. A table fills one, or a part of it. */
export function tablesInFrames(frames: FrameTable): TableRoom {
  return {
    has: ({ length }) => frames.freeCount >= length,
    framesOf: ({ length }) => length,
    take: () => frames.takeZeroed(),
    release: (base) => {
      frames.release(base)
    },
  }
}

/** A piece of RAM. */
export interface Piece {
  readonly base: number
  readonly byteCount: number
}

interface Above {
  readonly memory: Memory
  /** Where RAM ends, and above which byte of it tables may lie. */
  readonly end: number
  readonly from: number
  /** Those there are. */
  readonly tables: () => readonly Piece[]
}

/** At the end of RAM, each as small as it is, in none of the frames that are counted out. The room of one is never given again. */
export function tablesAtTheEnd({ memory, end, from, tables }: Above): TableRoom {
  const place = (byteCount: number, taken: readonly Piece[]): number | undefined => {
    const step = Math.max(byteCount, 2 ** memory.scheme.pageBits)
    for (let at = Math.floor(end / step) * step - step; at >= from; at -= step)
      if (taken.every(({ base, byteCount: size }) => at + byteCount <= base || base + size <= at)) return at
    return undefined
  }
  return {
    has(byteCounts) {
      const taken = [...tables()]
      return byteCounts.every((byteCount) => {
        const base = place(byteCount, taken)
        if (base !== undefined) taken.push({ base, byteCount })
        return base !== undefined
      })
    },
    framesOf: () => 0,
    take(byteCount) {
      const base = place(byteCount, tables())
      if (base === undefined) return undefined
      memory.writePhysical(physicalAddress(base), new Uint8Array(byteCount))
      return physicalAddress(base)
    },
    release: () => {},
  }
}
