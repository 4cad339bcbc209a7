import type { AssembledInstruction } from '#engine/assembler/assemble.ts'
import type { Machine } from '#engine/machine/machine.ts'
import type { Program } from '#engine/machine/program.ts'
import type { CellDefinition } from '#notebook/shared/cell.ts'
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '#notebook/shared/language.ts'
import { overlaps, type Thing } from '#notebook/shared/thing.ts'

/** An instruction in memory, with the characters of the cell's source that it comes from. */
export interface CodePlace {
  readonly instruction: AssembledInstruction
  readonly flow: 'call' | 'return' | 'other'
  /** What the compiler wrote behind it. */
  readonly comment?: string
  readonly span?: { readonly from: number; readonly to: number }
  /** The line of the source where the span begins, from 0. */
  readonly line?: number
}

/** What stands where in the loaded code, by the low half of its address, which no two instructions here share. */
export class CodeMap {
  /** The cell's source; of an executable, the one that it was made from. */
  readonly source: string
  /** Undefined of a source in none of the cells' languages. */
  readonly language: Language | undefined
  readonly places: readonly CodePlace[]
  readonly #byPointer: Map<number, CodePlace>
  readonly #program: Program | undefined
  /** The characters of each line but its indentation, where an executable tells lines. */
  readonly #lines: readonly { readonly from: number; readonly to: number }[]

  /** The second is the cell whose source `machine.listing` was made from. */
  constructor(machine: Machine, { source, language }: Pick<CellDefinition, 'source' | 'language'>) {
    const { program } = machine
    const made = program?.code?.source
    this.source = made?.text ?? source
    this.language = made === undefined ? language : languageOfFile(made.name)
    // The code of an executable is looked at where the run comes to.
    const listing = program?.code === undefined ? machine.listing : undefined
    this.#program = program
    this.#lines = lineSpans(this.source)
    const lineOf = lineCounter(source)
    const own = listing === undefined ? [] : placesOf(listing, lineOf)
    const below = program === undefined || program === listing ? [] : placesOf(program, undefined)
    const marked = (program?.code?.lineStarts ?? []).flatMap((address) => this.#decoded(address) ?? [])
    this.places = [...below, ...own, ...marked]
    this.#byPointer = new Map(
      this.places.map((place) => [pointerTo(place.instruction.address), place] as const),
    )
  }

  /** The instruction that RIP points to when this is its low half. */
  at(pointer: number): CodePlace | undefined {
    return this.#byPointer.get(pointer) ?? this.#decodedAt(pointer)
  }

  /** All code of a program lies in the same 4 GiB. */
  #decodedAt(pointer: number): CodePlace | undefined {
    const { start = 0n } = this.#program ?? {}
    const place = this.#decoded(start - BigInt.asUintN(32, start) + BigInt(pointer))
    if (place !== undefined) this.#byPointer.set(pointer, place)
    return place
  }

  #decoded(address: bigint): CodePlace | undefined {
    const instruction = this.#program?.code?.instructionAt(address)
    if (instruction === undefined) return undefined
    const { line } = instruction
    const span = this.#lines[line]
    return { instruction, flow: flowOf(instruction.text), ...(span === undefined ? {} : { span, line }) }
  }

  /** How calls are nested after the instruction there has been executed: one deeper, one less, or as before. */
  depthChange(pointer: number): 1 | -1 | 0 {
    const flow = this.at(pointer)?.flow
    return flow === 'call' ? 1 : flow === 'return' ? -1 : 0
  }
}

/** The instructions that a thing is, or that its characters were compiled to: those of the shortest span with it. */
export function placesOfCode({ places }: CodeMap, thing: Thing): CodePlace[] {
  if (thing.kind === 'virtual') return places.filter((place) => overlaps(thing, instructionThing(place)))
  if (thing.kind !== 'source') return []
  const inside = places.filter(({ span }) => span && thing.from <= span.from && span.to <= thing.to)
  if (inside.length > 0) return inside
  const around = places.filter(({ span }) => span && span.from <= thing.from && thing.to <= span.to)
  const lengthOf = ({ span }: CodePlace) => (span === undefined ? Infinity : span.to - span.from)
  const shortest = Math.min(...around.map(lengthOf))
  return around.filter((place) => lengthOf(place) === shortest)
}

/** The bytes of an instruction. */
export function instructionThing({ instruction }: CodePlace): Extract<Thing, { byteCount: number }> {
  return { kind: 'virtual', start: instruction.address, byteCount: instruction.bytes.length }
}

export function pointerTo(address: bigint): number {
  return Number(BigInt.asUintN(32, address))
}

function placesOf(program: Program, lineOf: ((offset: number) => number) | undefined): CodePlace[] {
  return program.assembly.instructions.map((instruction) => {
    const origin = program.linkMap === undefined ? instruction : program.linkMap.lines[instruction.line]
    const { from, to } = origin ?? {}
    const comment = program.linkMap?.lines[instruction.line]?.comment
    return {
      instruction,
      flow: flowOf(instruction.text),
      ...(comment === undefined ? {} : { comment }),
      ...(lineOf === undefined || from === undefined || to === undefined
        ? {}
        : { span: { from, to }, line: lineOf(from) }),
    }
  })
}

function flowOf(text: string): CodePlace['flow'] {
  if (/^call\b/i.test(text)) return 'call'
  return /^ret[nf]?\b/i.test(text) ? 'return' : 'other'
}

function languageOfFile(name: string): Language | undefined {
  return LANGUAGE_NAMES.find((each) => name.endsWith(`.${LANGUAGES[each].ending}`))
}

function lineSpans(source: string): { from: number; to: number }[] {
  let start = 0
  return source.split('\n').map((text) => {
    const from = start + text.length - text.trimStart().length
    start += text.length + 1
    return { from, to: start - 1 }
  })
}

/** Tells the line of an offset, from 0. */
function lineCounter(source: string): (offset: number) => number {
  const starts = [0]
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let [low, high] = [0, starts.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle
    }
    return low
  }
}
