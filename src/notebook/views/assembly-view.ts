import type { AssembledInstruction } from '#engine/assembler/assemble.ts'
import type { Program } from '#engine/machine/program.ts'
import { present } from '../present.ts'
import { pointerTo } from '../timeline/code-map.ts'
import type { AssemblyView } from './view.ts'
import type { ViewInput } from './view-input.ts'

/** The listing: every instruction with its bytes, and where the processor is in it. */
export function assemblyView({ machine, recording, facts }: ViewInput): AssemblyView {
  const { listing } = machine
  if (!listing) return { kind: 'assembly', rows: [] }
  const executed = recording.pointerBefore
  // Behind the system call that ends a process there may be code, but nobody goes on with it.
  const hasEnded = machine.stop?.kind === 'exit' && recording.step === recording.newest
  const next = hasEnded ? undefined : recording.pointer
  const labels = labelsByAddress(listing)
  const rows = listing.assembly.instructions.map((instruction, index) => {
    const label = labels.get(instruction.address)
    const mark = markOf(pointerTo(instruction.address), executed, next)
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
  pointer: number,
  executed: number | undefined,
  next: number | undefined,
): 'executed' | 'next' | undefined {
  if (pointer === next) return 'next'
  return pointer === executed ? 'executed' : undefined
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
