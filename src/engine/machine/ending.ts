import type { Registers } from '../isa/registers.ts'
import type { VirtualAddress } from '../units.ts'
import { functionAt, instructionAt, labelOf, type LinkedFunction, type Program } from './program.ts'
import type { Loaded } from './snapshot.ts'

/** Where a run ends: before the called function gives its frame up, or at the end of the program. */
export type Ending = 'before-leave' | 'end'

/** `push rbp` and `mov rbp, rsp`. */
const PROLOGUE_BYTE_COUNT = 4n

/** Addresses where a run looks whether it has come to its end. */
export function endingStops({ program, fragment }: Loaded, ending: Ending): ReadonlySet<bigint> {
  if (fragment !== undefined) return new Set([fragment.end])
  if (program === undefined) return new Set()
  if (ending === 'end') return new Set([program.end])
  const called = program.entry && functionAt(program, program.entry.address)
  const teardown = program.assembly.instructions.filter(
    ({ text, address }) => (isLeave(text) || isReturn(text)) && functionAt(program, address) === called,
  )
  return new Set([program.end, ...teardown.map(({ address }) => address)])
}

/**
 * Whether RIP has come to the ending: a `leave` or `ret` counts only in the function that was called first.
 * @param firstStack what RSP was before the program was called
 */
export function isAtEnding(
  { program, fragment }: Loaded,
  ending: Ending,
  registers: Registers,
  firstStack: bigint,
): boolean {
  const { rip } = registers
  if (fragment !== undefined) return rip === fragment.end
  if (program === undefined) return false
  if (rip === program.end) return true
  const text = ending === 'end' ? undefined : instructionAt(program, rip)?.text
  if (text === undefined) return false
  const returnSlot = BigInt.asUintN(64, firstStack - 8n)
  if (isLeave(text)) return registers.get('rbp') === returnSlot - 8n
  return isReturn(text) && registers.get('rsp') === returnSlot
}

/** The function at RIP, from behind `mov rbp, rsp` up to and including its `leave`: only there is its frame RBP's. */
export function functionWithFrame(program: Program, rip: VirtualAddress): LinkedFunction | undefined {
  const found = functionAt(program, rip)
  const entry = found && program.assembly.labels.get(labelOf(found))
  if (entry === undefined || rip < entry + PROLOGUE_BYTE_COUNT) return undefined
  const next = instructionAt(program, rip)
  return next !== undefined && isReturn(next.text) ? undefined : found
}

const isLeave = (text: string) => /^leave\b/i.test(text)
const isReturn = (text: string) => /^retn?\b/i.test(text)
