import { expect } from 'vitest'
import { entryBase } from '#engine/memory/entry.ts'
import { swapPlaceOf } from '#engine/os/absent-entry.ts'
import type { Machine } from '#engine/machine/machine.ts'

/** How many page-table entries lead to each frame and to each place of the swap area, counted by hand. */
function uses(machine: Machine): { frames: Map<number, number>; places: Map<number, number> } {
  const linux = machine.kernel.linux!
  const [frames, places] = [new Map<number, number>(), new Map<number, number>()]
  const add = (counts: Map<number, number>, key: number) => counts.set(key, (counts.get(key) ?? 0) + 1)
  for (const process of linux.processes.filter((one) => linux.hasMemory(one))) {
    for (const { entry } of linux.paging.residentPages(process)) add(frames, entryBase(entry))
    for (const base of linux.paging.tableOf(process).tables()) add(frames, base)
    for (const { entry } of linux.paging.tableOf(process).entries()) {
      const place = swapPlaceOf(entry)
      if (place !== undefined) add(places, place)
    }
  }
  frames.delete(linux.frames.zeroFrame!)
  for (const base of frames.keys()) {
    const kept = linux.frames.keptPlace(base)
    if (kept !== undefined) add(places, kept)
  }
  return { frames, places }
}

/** Every frame, and every place of the swap area, is free, or has as many users as its count says. */
export function expectWholeMemory(machine: Machine): void {
  const { frames, paging } = machine.kernel.linux!
  const counted = uses(machine)
  const all = Array.from(
    { length: frames.frameCount - frames.firstFrame },
    (_, index) => (frames.firstFrame + index) * 4096,
  )
  expect(all.map((base) => frames.shareCount(base))).toEqual(all.map((base) => counted.frames.get(base) ?? 0))
  expect(frames.freeCount).toBe(frames.frameCount - frames.firstFrame - counted.frames.size)
  const area = paging.reclaim?.area
  const places = Array.from({ length: area?.pageCount ?? 0 }, (_, place) => place)
  expect(places.map((place) => area!.useCount(place))).toEqual(
    places.map((place) => counted.places.get(place) ?? 0),
  )
}
