import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseAccesses, printAccesses } from '#engine/machine/access/parse-access.ts'
import { performAccesses } from '#engine/machine/access/perform.ts'
import { Machine } from '#engine/machine/machine.ts'
import type { ReplacementName } from '#engine/os/replacement.ts'
import { PAGE_SIZE, virtualAddress } from '#engine/units.ts'
import { BELADY, INDEPENDENT, TWENTY } from './page-policies.ts'

/** More of them where somebody waits for it. */
const NUM_RUNS = process.env['PAGEWALK_CLOSELY'] === '1' ? 1000 : 200

/** A machine whose programs have so many frames, and one process with pages from 0 up. */
function machineWith(replacement: ReplacementName, frameCount: number): Machine {
  const machine = Machine.boot('linux', 'four-level', undefined, {
    ramByteCount: 64 * PAGE_SIZE,
    swap: { pageCount: 64, replacement, frameCount },
  })
  const [start, end] = [virtualAddress(0n), virtualAddress(64n * BigInt(PAGE_SIZE))]
  machine.setProcesses([
    { name: 'A', regions: [{ name: 'heap', start, end, read: true, write: true, execute: false }] },
  ])
  return machine
}

/** Which references fault, as the machine has it. */
function faults(replacement: ReplacementName, frameCount: number, pages: readonly number[]): boolean[] {
  const machine = machineWith(replacement, frameCount)
  const { statements, diagnostics } = parseAccesses(pages.join(' '))
  expect(diagnostics).toEqual([])
  const { records } = performAccesses(machine, statements)
  const found = records.map((record) => record.kind !== 'switch' && record.answers.length > 0)
  machine.release()
  return found
}

const count = (replacement: ReplacementName, frameCount: number, pages: readonly number[]) =>
  faults(replacement, frameCount, pages).filter(Boolean).length

const pages = fc.array(fc.nat(7), { minLength: 1, maxLength: 30 })
const frames = fc.integer({ min: 1, max: 6 })

describe('a reference string', () => {
  test('is a line of numbers, and prints what reads back the same', () => {
    const source = '1 2, 3 0x4\npages 5 6\naddresses 0x3d4, 0x5c\nread u8 0x10'
    const { statements, diagnostics } = parseAccesses(source)
    expect(diagnostics).toEqual([])
    const printed = printAccesses(statements)
    expect(printed).toBe('1\n2\n3\n4\n5\n6\nread u8 0x3D4\nread u8 0x5C\nread u8 0x10\n')
    expect(printAccesses(parseAccesses(printed).statements)).toBe(printed)
  })

  test('must name pages that there are', () => {
    const machine = machineWith('fifo', 3)
    const { statements } = parseAccesses('1 0x7FFF007FEFFB')
    const { records, diagnostics } = performAccesses(machine, statements)
    expect(records.length).toBe(1)
    expect(diagnostics[0]).toMatchObject({
      from: 2,
      message: expect.stringContaining('There is no page') as string,
    })
  })

  test('of Belady faults 9 times with three frames and 10 times with four', () => {
    expect([count('fifo', 3, BELADY), count('fifo', 4, BELADY)]).toEqual([9, 10])
  })

  test('of twenty pages faults as textbooks count it: 15, 12 and 9 times with three frames', () => {
    const counts = (['fifo', 'lru', 'optimal'] as const).map((policy) => count(policy, 3, TWENTY))
    expect(counts).toEqual([15, 12, 9])
  })

  test.each(['fifo', 'clock', 'lru', 'optimal'] as const)(
    'under %s is as an independent one has it',
    (policy) => {
      fc.assert(
        fc.property(frames, pages, (frameCount, string) => {
          expect(faults(policy, frameCount, string)).toEqual(INDEPENDENT[policy](frameCount, string))
        }),
        { numRuns: NUM_RUNS },
      )
    },
  )

  test('under LRU never faults more with a frame more, and no policy beats the optimal one', () => {
    fc.assert(
      fc.property(frames, pages, (frameCount, string) => {
        const [few, more] = [faults('lru', frameCount, string), faults('lru', frameCount + 1, string)]
        // What is resident with few frames is resident with more: there is no fault that few have not.
        expect(more.every((isFault, at) => !isFault || few[at])).toBe(true)
        const best = count('optimal', frameCount, string)
        for (const policy of ['fifo', 'clock'] as const)
          expect(count(policy, frameCount, string)).toBeGreaterThanOrEqual(best)
        expect(few.filter(Boolean).length).toBeGreaterThanOrEqual(best)
      }),
      { numRuns: Math.ceil(NUM_RUNS / 4) },
    )
  })
})
