import { describe, expect, test } from 'vitest'
import { placeFrames, takeFrames } from '#engine/frames.ts'

const PAGE = 4096

/** RAM of three frames and a half that holds one byte other than zero. */
function ramWith(at: number, value = 7): Uint8Array {
  const ram = new Uint8Array(3 * PAGE + PAGE / 2)
  ram[at] = value
  return ram
}

describe('RAM at rest', () => {
  const edges = [0, 1, 4, 7, 8, PAGE - 1, PAGE, 2 * PAGE - 5, 3 * PAGE, 3 * PAGE + PAGE / 2 - 1]

  test.each(edges)('keeps a frame for a single byte at %i, and none for zeros', (at) => {
    const ram = ramWith(at)
    const frames = takeFrames(ram, [])
    const holder = Math.floor(at / PAGE)
    expect(frames.map((frame) => frame !== undefined)).toEqual([0, 1, 2, 3].map((n) => n === holder))
    const again = ramWith(at ^ 9, 255)
    placeFrames(frames, again)
    expect(again).toEqual(ram)
  })

  test('shares what is equal with the parent, and nothing else', () => {
    const ram = ramWith(5)
    ram[PAGE + 5] = 1
    const parent = takeFrames(ram, [])
    ram[2 * PAGE - 1] = 1
    const frames = takeFrames(ram, parent)
    expect(frames[0]).toBe(parent[0])
    expect(frames[1]).not.toBe(parent[1])
    expect(frames[1]!.at(-1)).toBe(1)
    ram.fill(0)
    expect(takeFrames(ram, frames)).toEqual([undefined, undefined, undefined, undefined])
  })

  test('a frame that the parent kept only in part is taken anew', () => {
    const ram = ramWith(3 * PAGE)
    const parent = takeFrames(ram, [])
    const longer = new Uint8Array(4 * PAGE)
    longer.set(ram)
    longer[4 * PAGE - 1] = 1
    expect(takeFrames(longer, parent)[3]).toEqual(longer.subarray(3 * PAGE))
  })

  test('frames put into RAM overwrite all of it, also where there are fewer or more', () => {
    const ram = new Uint8Array(2 * PAGE).fill(1)
    placeFrames([undefined], ram)
    expect(ram).toEqual(new Uint8Array(2 * PAGE))
  })
})
