import { NoFastForm } from '../emitter.ts'
import type { Block, Blocks, Instruction } from './blocks.ts'
import { flowFrom, type Flow } from './flow.ts'
import { LEFT, OutOfScratch, RegionCode, RIP, type Places } from './region-code.ts'
import { RegionEmitter, type Jump } from './region-emitter.ts'
import * as wasm from './wasm.ts'
import { OP, type Code } from './wasm.ts'

/** What a branch out of nested code may lead to: the beginning of a loop, what follows a block, or nothing. */
interface Nest {
  readonly loop?: number
  readonly behind?: number
}

/** What was made of blocks. */
export interface CompiledRegion {
  readonly module: Uint8Array<ArrayBuffer>
  /** How many instructions lie on a way that leads back to the first, and for how many of those the loops are called. */
  readonly around: number
  readonly called: number
}

/**
 * Makes a module whose `run` executes the blocks, from the first one on, for at most so many steps.
 *
 * Jumps become WebAssembly's structured branches as Norman Ramsey has it (Beyond Relooper, 2022): what a block is
 * reached by way of surrounds it. A way back that has no loop of its own leaves the region.
 */
export function compileRegion(blocks: Blocks, high: number, places: Places): CompiledRegion {
  const entry = [...blocks.keys()][0]!
  const flow = flowFrom(entry, (block) => blocks.get(block)!.leadsTo)
  const writer = new RegionWriter(blocks, high, flow, new RegionCode(places))
  return writer.write(entry)
}

class RegionWriter {
  readonly #blocks: Blocks
  readonly #high: number
  readonly #flow: Flow
  readonly #region: RegionCode
  readonly #nests: Nest[] = []
  readonly #called = new Set<number>()

  constructor(blocks: Blocks, high: number, flow: Flow, region: RegionCode) {
    this.#blocks = blocks
    this.#high = high
    this.#flow = flow
    this.#region = region
  }

  write(entry: number): CompiledRegion {
    const module = this.#region.moduleOf(this.#tree(entry))
    const around = [...leadingTo(entry, this.#blocks)].flatMap((low) => this.#blocks.get(low)!.instructions)
    return { module, around: around.length, called: around.filter(({ low }) => this.#called.has(low)).length }
  }

  #nested(nest: Nest, write: () => Code): Code {
    this.#nests.push(nest)
    const code = write()
    this.#nests.pop()
    return code
  }

  /** A block, and what is reached only by way of it. */
  #tree(low: number): Code {
    const joins = this.#flow.joinsUnder.get(low) ?? []
    if (!this.#flow.loops.has(low)) return this.#within(low, joins)
    const code = this.#nested({ loop: low }, () => this.#within(low, joins))
    return [wasm.begin(OP.loop), code, OP.end]
  }

  /** A block, surrounded by one for each join under it: whoever leaves that is at the join. */
  #within(low: number, joins: readonly number[]): Code {
    const last = joins.at(-1)
    if (last === undefined) return this.#block(low, this.#blocks.get(low)!)
    const code = this.#nested({ behind: last }, () => this.#within(low, joins.slice(0, -1)))
    return [wasm.begin(OP.block), code, OP.end, this.#tree(last)]
  }

  #block(low: number, { instructions }: Block): Code {
    const count = instructions.length
    const code: Code = [
      ...[
        ...wasm.get(LEFT),
        ...wasm.constant(count),
        OP.less,
        ...wasm.begin(OP.if),
        ...this.#leaveAt(low, 0, 1),
        OP.end,
      ],
      ...[...wasm.get(LEFT), ...wasm.constant(count), OP.subtract, ...wasm.set(LEFT)],
    ]
    let jump: Jump | undefined
    instructions.forEach((one, index) => {
      const emitted = this.#instruction(one, count - index)
      jump = emitted.jump
      code.push(emitted.code)
    })
    const { low: at, decoded } = instructions.at(-1)!
    return [code, this.#onwards(low, jump, (at + decoded.byteCount) | 0)]
  }

  /** @param rest how many steps of those that were counted for the block are left, with this one */
  #instruction(one: Instruction, rest: number): { code: Code; jump: Jump | undefined } {
    const { low, decoded } = one
    const leave = (depth: number) => this.#leaveAt(low, rest, depth)
    try {
      return new RegionEmitter({ instruction: decoded, low, high: this.#high, leave }, this.#region).emit()
    } catch (thrown) {
      if (!(thrown instanceof NoFastForm) && !(thrown instanceof OutOfScratch)) throw thrown
      this.#called.add(low)
      return { code: this.#call(one, rest), jump: undefined }
    }
  }

  /** The loops execute one instruction; unless it went on to the next as it should, everything is left as it is then. */
  #call({ low, decoded }: Instruction, rest: number): Code {
    const region = this.#region
    return [
      ...[...wasm.constant(low), ...wasm.set(RIP), ...region.store()],
      ...[...wasm.constant(low), ...wasm.get(LEFT), ...wasm.constant(rest), OP.add],
      ...[...wasm.constant(rest - 1), ...wasm.constant(low + decoded.byteCount), OP.call, 1],
      ...[...wasm.tee(LEFT), ...wasm.constant(0), OP.less, ...wasm.begin(OP.if)],
      ...[...wasm.get(LEFT), ...wasm.constant(-1), OP.xor, OP.return, OP.end],
      ...[...wasm.get(LEFT), ...wasm.constant(rest - 1), OP.subtract, ...wasm.set(LEFT), ...region.load()],
    ]
  }

  /** Leaves the region, to go on at an address, with so many steps given back that were not executed. */
  #leaveAt(low: number, rest: number, depth: number): Code {
    const given = rest === 0 ? [] : [...wasm.get(LEFT), ...wasm.constant(rest), OP.add, ...wasm.set(LEFT)]
    return [...given, ...this.#leave(wasm.constant(low), depth)]
  }

  #leave(low: Code, depth: number): Code {
    return [...low, ...wasm.set(RIP), OP.br, ...wasm.unsigned(this.#nests.length + depth)]
  }

  #onwards(from: number, jump: Jump | undefined, next: number): Code {
    if (jump === undefined) return this.#branch(from, next)
    const { to, when } = jump
    if (typeof to !== 'number') return this.#return(from, to)
    if (when === undefined) return this.#branch(from, to)
    const [taken, otherwise] = [to, next].map((low) => this.#nested({}, () => this.#branch(from, low)))
    return [when, wasm.begin(OP.if), taken!, OP.else, otherwise!, OP.end]
  }

  /** Where a call of this region returns to is compared with each place behind one. */
  #return(from: number, to: Code): Code {
    const code: Code = this.#blocks
      .get(from)!
      .leadsTo.flatMap((low) => [
        ...[...to, ...wasm.constant(low), OP.equal, ...wasm.begin(OP.if)],
        this.#nested({}, () => this.#branch(from, low)),
        OP.end,
      ])
    return [code, this.#leave(to, 0)]
  }

  #branch(from: number, to: number): Code {
    const { placeOf, joins } = this.#flow
    if (!placeOf.has(to) || !this.#blocks.get(from)!.leadsTo.includes(to)) return this.#leaveAt(to, 0, 0)
    const isBack = placeOf.get(to)! <= placeOf.get(from)!
    if (!isBack && !joins.has(to)) return this.#tree(to)
    const at = this.#nests.findLastIndex(({ loop, behind }) => (isBack ? loop : behind) === to)
    if (at < 0) return this.#leaveAt(to, 0, 0)
    return [OP.br, ...wasm.unsigned(this.#nests.length - 1 - at)]
  }
}

/** The blocks from which one is reached, itself among them. */
function leadingTo(entry: number, blocks: Blocks): ReadonlySet<number> {
  const found = new Set([entry])
  for (let known = 0; known < found.size;) {
    known = found.size
    for (const [low, { leadsTo }] of blocks) if (leadsTo.some((next) => found.has(next))) found.add(low)
  }
  return found
}
