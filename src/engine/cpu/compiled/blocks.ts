import { decode, LONGEST_INSTRUCTION, type DecodedInstruction } from '../../isa/decode.ts'
import { PAGE_SIZE } from '../../units.ts'
import type { LoopState } from '../loop-state.ts'

export interface Instruction {
  /** The lower half of its address. */
  readonly low: number
  readonly decoded: DecodedInstruction
}

/** Instructions that are executed one after the other. */
export interface Block {
  readonly instructions: readonly Instruction[]
  /** Blocks that it may lead to, by the addresses at which they begin. */
  readonly leadsTo: readonly number[]
}

/** By the lower halves of the addresses at which they begin, the one that is entered first. */
export type Blocks = ReadonlyMap<number, Block>

/** Longer regions take long to compile. */
const MOST_INSTRUCTIONS = 256

/** The code that an address leads to by jumps and calls whose targets are known, as far as it has been translated. */
export function blocksFrom(state: LoopState, entry: number): Blocks {
  const decoded = decodeFrom(state, entry)
  const starts = startsIn(decoded, entry)
  const returns = [...decoded].filter(([, { form }]) => isCall(form)).map(([low, one]) => nextOf(low, one))
  const blocks = new Map<number, Block>()
  for (const start of [entry, ...starts].filter((low) => decoded.has(low))) {
    if (blocks.has(start)) continue
    const instructions: Instruction[] = []
    for (let low = start; ;) {
      const one = decoded.get(low)!
      instructions.push({ low, decoded: one })
      low = nextOf(low, one)
      if (endsBlock(one) || starts.has(low) || !decoded.has(low)) break
    }
    const last = instructions.at(-1)!
    const leadsTo = isReturn(last.decoded) ? returns : successorsOf(last)
    blocks.set(start, { instructions, leadsTo: leadsTo.filter((low) => decoded.has(low)) })
  }
  return blocks
}

function decodeFrom(state: LoopState, entry: number): Map<number, DecodedInstruction> {
  const decoded = new Map<number, DecodedInstruction>()
  const waiting = [entry]
  while (waiting.length > 0) {
    let low = waiting.shift()!
    while (!decoded.has(low) && decoded.size < MOST_INSTRUCTIONS) {
      const one = decodeAt(state, low)
      if (one === undefined) break
      decoded.set(low, one)
      const [first, ...others] = [...successorsOf({ low, decoded: one }), ...returnOf(low, one)]
      waiting.push(...others)
      if (first === undefined) break
      low = first
    }
  }
  return decoded
}

/** Undefined where a run stops before it, where it is not translated, or where it lies in two pages. */
function decodeAt(state: LoopState, low: number): DecodedInstruction | undefined {
  const at = state.stopsAt(low) ? -1 : state.translatedCode(low)
  if (at < 0) return undefined
  const onThisPage = Math.min(LONGEST_INSTRUCTION, PAGE_SIZE - (at & (PAGE_SIZE - 1)))
  const read = decode(state.bytes, at, at + onThisPage)
  const endsBehind = typeof read !== 'string' && nextOf(low, read) >>> 0 < low >>> 0
  return typeof read === 'string' || endsBehind ? undefined : read
}

function startsIn(decoded: ReadonlyMap<number, DecodedInstruction>, entry: number): Set<number> {
  const starts = new Set([entry])
  for (const [low, one] of decoded) {
    if (!endsBlock(one)) continue
    for (const next of [...successorsOf({ low, decoded: one }), ...returnOf(low, one)]) starts.add(next)
  }
  return starts
}

function nextOf(low: number, { byteCount }: DecodedInstruction): number {
  return (low + byteCount) | 0
}

const isCall = ({ row, operands }: DecodedInstruction['form']) =>
  row.mnemonic === 'call' && operands[0]!.kind === 'relative'
const isReturn = ({ form }: DecodedInstruction) => form.row.mnemonic === 'ret'

/** Jumps may lead elsewhere than to what follows; loops are jumps, too. */
function endsBlock({ form }: DecodedInstruction): boolean {
  return /^(j|call$|ret$|loop)/.test(form.row.mnemonic)
}

/** Where an instruction is known to lead, the likelier way first. A call leads to what it calls. */
function successorsOf({ low, decoded }: Instruction): number[] {
  const { mnemonic } = decoded.form.row
  const next = nextOf(low, decoded)
  if (!endsBlock(decoded)) return [next]
  const [operand] = decoded.operands
  const targets = operand?.kind === 'relative' ? [(next + operand.displacement) | 0] : []
  return /^(jmp|call|ret)$/.test(mnemonic) ? targets : [next, ...targets]
}

/** Where what is called returns to. */
function returnOf(low: number, decoded: DecodedInstruction): number[] {
  return isCall(decoded.form) ? [nextOf(low, decoded)] : []
}
