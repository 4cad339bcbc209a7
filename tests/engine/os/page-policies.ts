import type { ReplacementName } from '#engine/os/replacement.ts'

/** The policies a second time, on lists of page numbers alone: which references fault. */
export const INDEPENDENT: Readonly<
  Record<ReplacementName, (frames: number, pages: readonly number[]) => boolean[]>
> = {
  fifo(frames, pages) {
    const queue: number[] = []
    return pages.map((page) => {
      if (queue.includes(page)) return false
      if (queue.length === frames) queue.shift()
      queue.push(page)
      return true
    })
  },
  lru(frames, pages) {
    const stack: number[] = []
    return pages.map((page) => {
      const at = stack.indexOf(page)
      if (at >= 0) stack.splice(at, 1)
      else if (stack.length === frames) stack.pop()
      stack.unshift(page)
      return at < 0
    })
  },
  optimal(frames, pages) {
    const resident: number[] = []
    return pages.map((page, now) => {
      if (resident.includes(page)) return false
      if (resident.length === frames) {
        const next = resident.map((other) => {
          const at = pages.indexOf(other, now)
          return at < 0 ? Infinity : at
        })
        resident.splice(next.indexOf(Math.max(...next)), 1)
      }
      resident.push(page)
      return true
    })
  },
  clock(frames, pages) {
    let queue: { page: number; used: boolean }[] = []
    return pages.map((page) => {
      const found = queue.find((entry) => entry.page === page)
      if (found !== undefined) {
        found.used = true
        return false
      }
      if (queue.length === frames) {
        while (queue[0]!.used) queue = [...queue.slice(1), { page: queue[0]!.page, used: false }]
        queue.shift()
      }
      queue.push({ page, used: true })
      return true
    })
  },
}

/** Strings that textbooks count faults of. */
export const BELADY = [1, 2, 3, 4, 1, 2, 5, 1, 2, 3, 4, 5]
export const TWENTY = [7, 0, 1, 2, 0, 3, 0, 4, 2, 3, 0, 3, 2, 1, 2, 0, 1, 7, 0, 1]
