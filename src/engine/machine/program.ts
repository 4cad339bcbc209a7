import { assemble, type AssembledInstruction, type Assembly } from '../assembler/assemble.ts'
import type { Diagnostic } from '../diagnostic.ts'
import type { VirtualAddress } from '../units.ts'
import { hex, virtualAddress } from '../units.ts'
import type { StartedProgram } from '../os/linux.ts'
import type { ValueLayout } from '../rust/3-check/value-layout.ts'

/** A local variable, as the compiler's symbol table has it. */
export interface LinkedVariable {
  readonly name: string
  readonly type: string
  /** In bytes. */
  readonly size: number
  readonly alignment: number
  /** A reference or pointer is taken to it. */
  readonly isReferredTo?: boolean
  /** Distance from RBP, negative. */
  readonly offset: number
  /** Bytes inside it that belong to none of its parts, from its lowest byte. */
  readonly gaps?: readonly { readonly offset: number; readonly size: number }[]
  /** Its parts, and what it points at. */
  readonly layout?: ValueLayout
  /** The characters of the source in which its name means it; its declaration lies before them. */
  readonly scope?: { readonly from: number; readonly to: number }
  /** Where its declaration names it. */
  readonly from?: number
  readonly to?: number
}

/** Bytes of a frame that no variable occupies; `offset` is that of the lowest one, from RBP. */
interface FramePadding {
  readonly offset: number
  readonly size: number
  readonly reason: 'alignment' | 'temporaries' | 'rounding'
}

/** A function, as the compiler knows it. */
export interface LinkedFunction {
  readonly name: string
  /** Where it begins, in the assembly; by default its name. */
  readonly label?: string
  /** The program begins with it. */
  readonly isEntry?: true
  /** What `sub rsp` reserves, in bytes. */
  readonly frameSize: number
  /** What its locals take of it. */
  readonly localBytes: number
  readonly symbols: readonly LinkedVariable[]
  /** Bytes of the frame between its variables, and why. */
  readonly padding?: readonly FramePadding[]
}

/** Where an assembly line comes from in the source it was compiled from. */
interface LineOrigin {
  readonly from?: number | undefined
  readonly to?: number | undefined
  readonly comment?: string | undefined
}

/** What a compiler knows and no byte of the program says: names, types, offsets, lines. A debugger's knowledge. */
export interface LinkMap {
  /** One for each line of the assembly. */
  readonly lines: readonly LineOrigin[]
  readonly functions: readonly LinkedFunction[]
}

/** A program that can be loaded: bytes at their addresses, and what is known about them. */
export interface Program {
  /** The assembly it was made from. */
  readonly source: string
  readonly assembly: Assembly
  /** What is called, with its label; undefined for a fragment, which has none. */
  readonly entry: { readonly label: string; readonly address: VirtualAddress } | undefined
  /** The first address, and the one behind the last byte. */
  readonly start: VirtualAddress
  readonly end: VirtualAddress
  readonly linkMap: LinkMap | undefined
  /** Behind the last byte of each function that the compiler knows; what follows may be a routine of the runtime's. */
  readonly functionEnds: ReadonlyMap<string, bigint>
  /** Of a program from an executable file: how it is started. */
  readonly started?: StartedProgram
  readonly code?: ProgramCode
}

/** The code of a program that is too large to be listed whole. */
export interface ProgramCode {
  /** The part of the program that holds an address, as a program of its own; undefined where no code of it is. */
  listingAt(address: bigint): Program | undefined
  /** The instruction that begins at an address. */
  instructionAt(address: bigint): AssembledInstruction | undefined
  /** What it was made from, where that came along, and where in it the code of a line begins. */
  readonly source?: { readonly name: string; readonly text: string }
  readonly lineStarts: readonly bigint[]
}

/** Where a program begins that is a process of its own. */
export function processStart({ assembly, start }: Program): VirtualAddress {
  return assembly.labels.get('_start') ?? start
}

/** How many bytes of code a machine has room for where all of it is loaded at once. */
export const CODE_LIMIT = 0x8000

type Linked =
  | { readonly ok: true; readonly program: Program; readonly diagnostics: readonly Diagnostic[] }
  | {
      readonly ok: false
      readonly diagnostics: readonly Diagnostic[]
      /** Another machine may have room for it. */
      readonly isTooLarge?: true
    }

/**
 * Assembles a program for the place it is loaded at. `main` is what will be called if there is one, else the label of
 * the first instruction; without one it is a fragment, of which that instruction runs first. Errors are diagnostics of the assembly text.
 */
export function link(
  source: string,
  origin: VirtualAddress,
  linkMap?: LinkMap,
  byteLimit = CODE_LIMIT,
): Linked {
  // A compiler's text is meant as it stands.
  const assembled = assemble(source, { origin, isExact: linkMap !== undefined })
  if (!assembled.ok) return assembled
  const { assembly, diagnostics } = assembled
  const end = endOf(assembly, origin)
  const byteCount = Number(end - origin)
  if (byteCount > byteLimit)
    return { ok: false, diagnostics: [tooLarge(byteCount, byteLimit, source)], isTooLarge: true }
  const functionEnds = functionEndsOf(assembly, linkMap, end)
  const program = {
    source,
    assembly,
    entry: entryOf(assembly, linkMap),
    start: origin,
    end,
    linkMap,
    functionEnds,
  }
  return { ok: true, program, diagnostics }
}

function endOf({ sections }: Assembly, origin: VirtualAddress): VirtualAddress {
  return sections.reduce((end, { address, byteCount }) => {
    const sectionEnd = virtualAddress(address + BigInt(byteCount))
    return sectionEnd > end ? sectionEnd : end
  }, origin)
}

function tooLarge(byteCount: number, byteLimit: number, source: string): Diagnostic {
  return {
    message: `The program takes ${byteCount} bytes, and this machine has room for ${byteLimit}.`,
    help:
      byteLimit === CODE_LIMIT
        ? 'A Linux process has room for it: on the scratchpad, choose one under Machine. Or make it smaller.'
        : `Make it smaller: at ${hex(byteLimit)} bytes the room ends.`,
    from: 0,
    to: source.length,
    severity: 'error',
  }
}

/** The label of a function. */
export function labelOf({ name, label = name }: LinkedFunction): string {
  return label
}

/** Of what was compiled it is a function, with any caller: a process begins before. */
function entryOf({ labels, instructions }: Assembly, linkMap: LinkMap | undefined): Program['entry'] {
  const func = linkMap?.functions.find(({ isEntry }) => isEntry)
  const known = func ? labelOf(func) : 'main'
  const address = labels.get(known)
  if (address !== undefined) return { label: known, address }
  const first = instructions[0]?.address
  const label = [...labels].find(([name, address]) => !name.includes('.') && address === first)?.[0]
  return label === undefined ? undefined : { label, address: first! }
}

/** A function reaches to the next label that is not called after it, as its local ones are. */
function functionEndsOf(
  { labels }: Assembly,
  linkMap: LinkMap | undefined,
  end: bigint,
): Map<string, bigint> {
  const ends = new Map<string, bigint>()
  const sorted = [...labels].sort(([, one], [, other]) => (one < other ? -1 : one > other ? 1 : 0))
  const names = new Set(linkMap?.functions.map(labelOf))
  let open: string[] = []
  for (const [label, at] of sorted) {
    const closed = open.filter((name) => !label.startsWith(`${name}.`))
    for (const name of closed) ends.set(name, at)
    open = open.filter((name) => !closed.includes(name))
    if (names.has(label)) open.push(label)
  }
  for (const name of open) ends.set(name, end)
  return ends
}

/** The instruction at an address, as the listing has it, or what holds all of the code. */
export function instructionAt(program: Program, address: VirtualAddress): AssembledInstruction | undefined {
  const listed = program.assembly.instructions.find((instruction) => instruction.address === address)
  return listed ?? program.code?.instructionAt(address)
}

/**
 * The part of the program that holds an address. What an exited process ended in has often no source: then it is
 * the first part that its source became.
 */
export function listedPart(code: ProgramCode, address: bigint, hasExited: boolean): Program | undefined {
  const there = code.listingAt(address)
  if (!hasExited || there?.assembly.instructions.some(({ line }) => line >= 0)) return there
  const made = code.lineStarts.find((start) => code.instructionAt(start) !== undefined)
  return made === undefined ? there : code.listingAt(made)
}

/** The function whose code holds an address, as the compiler knows it; a routine of the runtime's is none. */
export function functionAt(
  { assembly, linkMap, functionEnds, end }: Program,
  address: VirtualAddress,
): LinkedFunction | undefined {
  if (linkMap === undefined || address >= end) return undefined
  let found: LinkedFunction | undefined
  let foundAt = -1n
  for (const candidate of linkMap.functions) {
    const at = assembly.labels.get(labelOf(candidate))
    if (at !== undefined && at <= address && at > foundAt) [found, foundAt] = [candidate, at]
  }
  return found !== undefined && address < functionEnds.get(labelOf(found))! ? found : undefined
}

/** The name of the routine that holds an address: its label, as the assembly has it. */
export function routineAt(program: Program, address: VirtualAddress): string | undefined {
  const { labels } =
    (program.code === undefined ? program : program.code.listingAt(address))?.assembly ?? program.assembly
  let found: string | undefined
  let foundAt = -1n
  for (const [name, at] of labels) if (at <= address && at > foundAt) [found, foundAt] = [name, at]
  return found
}
