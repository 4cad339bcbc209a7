import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooseVictim, type ReplacementName } from '#engine/os/replacement.ts'

const POLICIES: readonly ReplacementName[] = ['fifo', 'clock', 'lru', 'optimal']

interface Page {
  readonly page: number
  arrivedAt: number
  usedAt: number
  isAccessed: boolean
  usedNext: number
}

/** Which pages are moved out, in order, when pages are used in this order and so many frames hold them. */
function movedOut(policy: ReplacementName, references: readonly number[], frameCount: number): number[] {
  let resident: Page[] = []
  const gone: number[] = []
  references.forEach((page, now) => {
    for (const one of resident) one.usedNext = nextIn(references, one.page, now)
    const known = resident.find((one) => one.page === page)
    if (known !== undefined) Object.assign(known, { usedAt: now, isAccessed: true })
    else {
      if (resident.length === frameCount) {
        const { victim, spared } = chooseVictim(policy, resident)
        spared.forEach((one, index) =>
          Object.assign(one, { isAccessed: false, arrivedAt: now + index / 100 }),
        )
        resident = resident.filter((one) => one !== victim)
        gone.push(victim.page)
      }
      resident.push({ page, arrivedAt: now + 0.5, usedAt: now, isAccessed: true, usedNext: 0 })
    }
  })
  return gone
}

function nextIn(references: readonly number[], page: number, from: number): number {
  const found = references.indexOf(page, from)
  return found < 0 ? Infinity : found
}

const faults = (policy: ReplacementName, references: readonly number[], frameCount: number) =>
  movedOut(policy, references, frameCount).length + Math.min(frameCount, new Set(references).size)

/** As textbooks define the policies, with a queue, a hand that goes round, a stack, and a look ahead. */
const BY_THE_BOOK: Readonly<Record<ReplacementName, (references: number[], frameCount: number) => number[]>> =
  {
    fifo(references, frameCount) {
      const [queue, gone]: [number[], number[]] = [[], []]
      for (const page of references) {
        if (queue.includes(page)) continue
        if (queue.length === frameCount) gone.push(queue.shift()!)
        queue.push(page)
      }
      return gone
    },
    lru(references, frameCount) {
      const gone: number[] = []
      let stack: number[] = []
      for (const page of references) {
        if (!stack.includes(page) && stack.length === frameCount) gone.push(stack.shift()!)
        stack = [...stack.filter((other) => other !== page), page]
      }
      return gone
    },
    clock(references, frameCount) {
      const [frames, used, gone]: [number[], boolean[], number[]] = [[], [], []]
      let hand = 0
      for (const page of references) {
        let at = frames.indexOf(page)
        if (at < 0 && frames.length < frameCount) at = frames.push(page) - 1
        else if (at < 0) {
          for (; used[hand]; hand = (hand + 1) % frameCount) used[hand] = false
          at = hand
          hand = (hand + 1) % frameCount
          gone.push(frames[at]!)
          frames[at] = page
        }
        used[at] = true
      }
      return gone
    },
    optimal(references, frameCount) {
      const [frames, gone]: [number[], number[]] = [[], []]
      references.forEach((page, now) => {
        if (frames.includes(page)) return
        if (frames.length === frameCount) {
          const distances = frames.map((one) => nextIn(references, one, now))
          gone.push(frames.splice(distances.indexOf(Math.max(...distances)), 1)[0]!)
        }
        frames.push(page)
      })
      return gone
    },
  }

describe('page replacement', () => {
  /** L. A. Belady, R. A. Nelson, G. S. Shedler: An anomaly in space-time characteristics… (1969). */
  const BELADY = [1, 2, 3, 4, 1, 2, 5, 1, 2, 3, 4, 5]

  test.each([
    ['fifo', 9, 10],
    ['clock', 9, 10],
    ['lru', 10, 8],
    ['optimal', 7, 6],
  ] as const)(
    "%s faults %i times with three frames and %i with four on Belady's references",
    (policy, three, four) => {
      expect(faults(policy, BELADY, 3)).toBe(three)
      expect(faults(policy, BELADY, 4)).toBe(four)
    },
  )

  const someReferences = fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 60 })
  const someFrames = fc.integer({ min: 1, max: 6 })

  test.each(POLICIES)('%s moves out the pages that its definition says', (policy) => {
    fc.assert(
      fc.property(someReferences, someFrames, (references, frameCount) => {
        expect(movedOut(policy, references, frameCount)).toEqual(BY_THE_BOOK[policy](references, frameCount))
      }),
    )
  })

  test('nothing faults less than the optimal; more frames never hurt it, nor lru', () => {
    fc.assert(
      fc.property(someReferences, someFrames, (references, frameCount) => {
        const best = faults('optimal', references, frameCount)
        for (const policy of POLICIES)
          expect(faults(policy, references, frameCount)).toBeGreaterThanOrEqual(best)
        for (const policy of ['optimal', 'lru'] as const)
          expect(faults(policy, references, frameCount + 1)).toBeLessThanOrEqual(
            faults(policy, references, frameCount),
          )
      }),
    )
  })

  test('there must be a page to choose', () => {
    expect(() => chooseVictim('fifo', [])).toThrow(RangeError)
  })
})
