import { FLAGS_WORD, RIP_WORD } from '../../words.ts'
import { PAGE_SIZE } from '../../units.ts'
import { FORMS } from '../../isa/table.ts'
import { LANES_BYTE_COUNT } from '../../isa/vectors/lanes.ts'
import type { LoopState } from '../loop-state.ts'
import { runPlain } from '../plain-loop.generated.ts'
import { blocksFrom, type Blocks } from './blocks.ts'
import { compileRegion } from './compile-region.ts'
import { isTellable, type Places } from './region-code.ts'
import { instantiate, isAllowed, memoryOf, type Memory, type Run } from './wasm.ts'

/** When what is compiled. */
export interface Eagerness {
  /** So few steps are the loop's: what looks for regions would take longer. */
  readonly few: number
  /** How many steps the loop executes before it is looked where it is. */
  readonly betweenLooks: number
  /** An address is compiled from when it has become so hot: as many degrees as steps were executed where it was met. */
  readonly hot: number
  /** How many steps there are at least for each that the loop must be called for: with fewer, it alone is faster. */
  readonly worth: number
}

const USUAL: Eagerness = { few: 1000, betweenLooks: 256, hot: 8192, worth: 24 }
/** Degrees by which a place becomes hotter where a region was left, which takes as long as so many steps. */
const LEFT_HEAT = 16
/** How long is it waited, step by step, for the entry of a region that is in what it was compiled from. */
const MOST_APPROACHED = 200
const MOST_REGIONS = 400
/** After so many steps a region is found to be worth it, or not to be. */
const TRIAL = 4096
/** A place must become so many times twice as hot where regions were not worth it, at most. */
const MOST_RELUCTANT = 6
const SLOTS = 768

/** Bytes that a region was compiled from, with the lower half of their address. */
interface Source {
  readonly low: number
  readonly bytes: Uint8Array
}

interface Region {
  readonly sources: readonly Source[]
  readonly run: Run
  readonly blocks: Blocks
  /** How many steps it has executed, and for how many of them it called the loop. */
  steps: number
  calls: number
  /** What was decoded when it was last looked whether it is what is executed: as long as that holds, so does the region. */
  seen: number
}

/** What is known of code where RIP has one upper half, by the lower halves of addresses. */
interface Space {
  /** By the addresses at which they are entered; undefined where what was compiled was not worth it. */
  readonly regions: Map<number, Region | undefined>
  readonly heat: Map<number, number>
  /** Addresses of instructions that some region has compiled. */
  readonly compiled: Set<number>
  /** How many regions were not worth it: others are compiled the more reluctantly. */
  givenUp: number
}

/** The regions of one processor, in whose memory they work. */
class Regions {
  readonly #state: LoopState
  readonly #eagerness: Eagerness
  readonly #memory: Memory
  readonly #places: Places
  readonly #spaces = new Map<number, Space>()
  /** That of RIP's upper half, which `#high` is. */
  #space: Space = newSpace()
  #high: number | undefined
  #stops = -1
  /** While a region runs: how many steps were executed before it, and how many it was given. */
  #executed = 0
  #given = 0
  #calls = 0

  constructor(state: LoopState, eagerness: Eagerness) {
    this.#state = state
    this.#eagerness = eagerness
    const { journal } = state
    const cacheAt = Math.ceil(journal.bytes.length / 8) * 8
    const lanesAt = cacheAt + 3 * 4 * SLOTS
    this.#memory = memoryOf(lanesAt + LANES_BYTE_COUNT)
    state.moveTo(this.#memory.buffer, cacheAt, lanesAt)
    this.#places = {
      registersAt: 4 * journal.registersAt,
      tagLow: cacheAt,
      tagHigh: cacheAt + 4 * SLOTS,
      base: cacheAt + 8 * SLOTS,
      lanes: lanesAt,
    }
  }

  /** Executes at most so many steps, as the loops do. @returns how many it did */
  run(steps: number): number {
    const state = this.#state
    if (this.#stops !== state.stopsVersion) this.#forget()
    let left = steps
    let approached = 0
    let degrees = this.#eagerness.betweenLooks
    while (left > 0) {
      const low = this.#rip
      if (state.ripHigh !== this.#high) this.#enterSpace()
      const { regions, compiled } = this.#space
      if (degrees > 0 && !regions.has(low)) this.#warm(low, degrees)
      const after = this.#enter(low, left, steps - left)
      if (state.stop !== undefined) return steps - after
      if (after < left) {
        left = after
        approached = 0
        degrees = LEFT_HEAT
        continue
      }
      const isNear = compiled.has(low) && approached < MOST_APPROACHED
      approached = isNear ? approached + 1 : 0
      degrees = isNear ? 0 : this.#eagerness.betweenLooks
      left -= this.#loop(Math.min(left, isNear ? 1 : degrees), steps - left)
      if (state.stop !== undefined) break
    }
    return steps - left
  }

  #enterSpace(): void {
    const high = this.#state.ripHigh
    this.#space = this.#spaces.get(high) ?? newSpace()
    this.#spaces.set(high, this.#space)
    this.#high = high
  }

  get #rip(): number {
    const { words, journal } = this.#state
    return words[journal.registersAt + RIP_WORD]!
  }

  /** The processor's clock is told of what was executed since it was last asked. */
  #loop(steps: number, executed: number): number {
    const state = this.#state
    state.record = state.find(this.#rip)
    if (state.record < 0) return 0
    state.journal.stepCount += executed
    const done = runPlain(state, steps)
    state.journal.stepCount -= executed
    return done
  }

  /** @returns how many steps are left */
  #enter(low: number, left: number, executed: number): number {
    const region = this.#space.regions.get(low)
    const { words, journal } = this.#state
    const mayEnter = !this.#state.isStale && isTellable(words[journal.registersAt + FLAGS_WORD]!)
    if (region === undefined || !mayEnter || !this.#isCurrent(region, low)) return left
    this.#executed = executed
    this.#given = region.steps < TRIAL ? Math.min(left, TRIAL) : left
    this.#calls = 0
    const done = this.#given - region.run(this.#given)
    region.steps += done
    region.calls += this.#calls
    if (region.steps >= TRIAL && region.calls * this.#eagerness.worth > region.steps)
      this.#giveUp(low, region)
    return left - done
  }

  /** The loop alone is faster there. */
  #giveUp(low: number, { blocks }: Region): void {
    this.#space.regions.set(low, undefined)
    this.#space.givenUp++
    for (const { instructions } of blocks.values())
      for (const one of instructions) this.#space.compiled.delete(one.low)
  }

  /** What it was compiled from may lie elsewhere by now, or be other code: nothing may have been fetched that was not yet. */
  #isCurrent(region: Region, low: number): boolean {
    const state = this.#state
    if (region.seen === state.decodedVersion) return true
    const places = region.sources.map((source) => state.translatedCode(source.low))
    if (places.some((at) => at < 0)) return false
    const isSame = region.sources.every(({ bytes }, index) =>
      bytes.every((byte, offset) => state.bytes[places[index]! + offset] === byte),
    )
    if (!isSame) {
      this.#space.regions.delete(low)
      return false
    }
    for (const at of places) state.watchCode(at)
    region.seen = state.decodedVersion
    return true
  }

  #warm(low: number, degrees: number): void {
    const { heat, regions, givenUp } = this.#space
    const hotter = (heat.get(low) ?? 0) + degrees
    heat.set(low, hotter)
    // what was not fetched since pages changed is not compiled, and comes later
    const isHot = hotter >= this.#eagerness.hot * 2 ** Math.min(givenUp, MOST_RELUCTANT)
    if (!isHot || this.#state.translatedCode(low) < 0 || regions.size >= MOST_REGIONS) return
    heat.delete(low)
    regions.set(low, this.#compile(low))
  }

  #compile(low: number): Region | undefined {
    const state = this.#state
    const blocks = blocksFrom(state, low)
    if (blocks.size === 0) return undefined
    const { module, around, called } = compileRegion(blocks, state.ripHigh, this.#places)
    if (called * this.#eagerness.worth > around) {
      this.#space.givenUp++
      return undefined
    }
    for (const { instructions } of blocks.values())
      for (const one of instructions) this.#space.compiled.add(one.low)
    const run = instantiate(module, this.#memory, {
      r: (at, high, slots, span) => state.resolve(at, high, slots, span),
      s: (_, steps, rest, next) => this.#step(steps, rest, next),
      c: (form, number) => Number(state.computeBy(FORMS[form]!.row.compute!, number)),
    })
    return { sources: sourcesOf(state, blocks), run, blocks, steps: 0, calls: 0, seen: -1 }
  }

  /**
   * Has the loop execute one instruction in the midst of a region.
   * @param left how many steps may still be executed, with this one
   * @param rest how many of those that follow belong to the same block
   * @returns how many are left; the complement of it where the region is to be left
   */
  #step(left: number, rest: number, next: number): number {
    const state = this.#state
    const version = state.decodedVersion
    this.#calls++
    const after = left - this.#loop(1, this.#executed + this.#given - left)
    const wentOn = this.#rip === next && state.stop === undefined && after >= rest && after < left
    const { words, journal } = state
    const isKnown = state.decodedVersion === version && isTellable(words[journal.registersAt + FLAGS_WORD]!)
    return wentOn && isKnown ? after : ~after
  }

  #forget(): void {
    this.#stops = this.#state.stopsVersion
    this.#spaces.clear()
    this.#high = undefined
  }
}

function newSpace(): Space {
  return { regions: new Map(), heat: new Map(), compiled: new Set(), givenUp: 0 }
}

/** The bytes of its instructions, page by page, from the first to the last. */
function sourcesOf(state: LoopState, blocks: Blocks): Source[] {
  const pages = new Map<number, { from: number; to: number }>()
  for (const { instructions } of blocks.values())
    for (const { low, decoded } of instructions) {
      const [page, offset] = [low & -PAGE_SIZE, low & (PAGE_SIZE - 1)]
      const known = pages.get(page) ?? { from: offset, to: offset }
      pages.set(page, {
        from: Math.min(known.from, offset),
        to: Math.max(known.to, offset + decoded.byteCount),
      })
    }
  return [...pages].map(([page, { from, to }]) => {
    const at = state.translatedCode(page + from)
    return { low: (page + from) | 0, bytes: state.bytes.slice(at, at + to - from) }
  })
}

/** A loop for runs that are not recorded, which compiles what is executed often. */
export function compiledLoop(eagerness = USUAL): (state: LoopState, steps: number) => number {
  const regions = new WeakMap<LoopState, Regions | undefined>()
  return (state, steps) => {
    if (steps < eagerness.few) return runPlain(state, steps)
    if (!regions.has(state)) regions.set(state, isAllowed() ? regionsOf(state, eagerness) : undefined)
    return regions.get(state)?.run(steps) ?? runPlain(state, steps)
  }
}

/** Undefined where there is no memory for it: the loop is slower, and does the same. */
function regionsOf(state: LoopState, eagerness: Eagerness): Regions | undefined {
  try {
    return new Regions(state, eagerness)
  } catch (thrown) {
    if (thrown instanceof RangeError) return undefined
    throw thrown
  }
}
