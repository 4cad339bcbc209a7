import type { AssembledInstruction } from '#engine/assembler/assemble.ts'
import type { Program } from '#engine/machine/program.ts'
import { present } from '../present.ts'
import { addressExecutedLast, addressExecutedNext } from './last-executed.ts'
import type { AssemblyView } from './view.ts'
import type { ViewInput } from './view-input.ts'

/** The listing: every instruction with its bytes, and where the processor is in it. */
export function assemblyView({ machine, facts }: ViewInput): AssemblyView {
  const { listing } = machine
  if (!listing) return { kind: 'assembly', rows: [] }
  const executed = addressExecutedLast(machine)
  const next = addressExecutedNext(machine)
  const labels = labelsByAddress(listing)
  const rows = listing.assembly.instructions.map((instruction, index) => {
    const label = labels.get(instruction.address)
    const mark = markOf(instruction.address, executed, next)
    return {
      ...present({
        label,
        heading: headingOf(listing, instruction),
        comment: commentOf(listing, instruction),
      }),
      address: facts.need(`instruction(${index}).address`),
      bytes: facts.need(`instruction(${index}).bytes`),
      text: facts.need(`instruction(${index}).text`),
      ...present({ mark }),
    }
  })
  return { kind: 'assembly', rows }
}

function markOf(
  address: bigint,
  executed: bigint | undefined,
  next: bigint | undefined,
): 'executed' | 'next' | undefined {
  if (address === next) return 'next'
  return address === executed ? 'executed' : undefined
}

function labelsByAddress({ assembly }: Program): Map<bigint, string> {
  return new Map([...assembly.labels].map(([label, address]) => [address, label]))
}

/** What stands behind the instruction in its line. */
function commentOf({ source }: Program, { to }: AssembledInstruction): string | undefined {
  const rest = source.slice(to).split('\n', 1)[0] ?? ''
  return /;\s*(.+?)\s*$/.exec(rest)?.[1]
}

/** A line above that is nothing but a comment: what the compiler writes over the instructions of one statement. */
function headingOf({ source }: Program, { line }: AssembledInstruction): string | undefined {
  const above = source.split('\n')[line - 1] ?? ''
  return /^\s*;\s*(.+?)\s*$/.exec(above)?.[1]
}
