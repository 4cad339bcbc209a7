import type { AssembledInstruction } from '#engine/assembler/assemble.ts'
import type { Program } from '#engine/machine/program.ts'
import { hex } from '#engine/units.ts'
import { bytesText } from '#engine/facts/fact-value.ts'
import { defined } from '#notebook/shared/defined.ts'
import { pointerTo } from '../timeline/code-map.ts'
import type { AssemblyView } from '#notebook/shared/view.ts'
import type { ViewInput } from './view-input.ts'

type Row = AssemblyView['rows'][number]

/** The listing: every instruction with its bytes, and where the processor is in it. */
export function assemblyView({ machine, recording }: Pick<ViewInput, 'machine' | 'recording'>): AssemblyView {
  const { listing } = machine
  if (!listing) return { kind: 'assembly', rows: [] }
  const executed = recording.pointerBefore
  // Behind the system call that ends a process there may be code, but no process goes on with it.
  const next = recording.hasExited ? undefined : recording.pointer
  const rows = rowsOf(listing).map((row, index) => {
    const mark = markOf(pointerTo(listing.assembly.instructions[index]!.address), executed, next)
    return mark === undefined ? row : { ...row, mark }
  })
  return { kind: 'assembly', rows }
}

/** From moment to moment a listing stays the same. */
const known = new WeakMap<Program, readonly Row[]>()

function rowsOf(listing: Program): readonly Row[] {
  const found = known.get(listing)
  if (found !== undefined) return found
  const labels = labelsByAddress(listing)
  const lines = listing.code === undefined ? listing.source.split('\n') : []
  const rows = listing.assembly.instructions.map((instruction, index): Row => {
    const { address, bytes, text } = instruction
    const shown = (property: string, value: string) => ({ fact: `instruction(${index}).${property}`, value })
    return {
      ...defined({
        label: labels.get(address),
        heading: headingAbove(lines, instruction),
        comment: commentBehind(listing, instruction),
      }),
      address: shown('address', hex(address)),
      bytes: shown('bytes', bytesText(bytes)),
      text: shown('text', text),
    }
  })
  known.set(listing, rows)
  return rows
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
function commentBehind({ source, code }: Program, { to }: AssembledInstruction): string | undefined {
  if (code !== undefined) return undefined
  const end = source.indexOf('\n', to)
  const rest = source.slice(to, end === -1 ? undefined : end)
  return /;\s*(.+?)\s*$/.exec(rest)?.[1]
}

/** A line above that is nothing but a comment: what the compiler writes over the instructions of one statement. */
function headingAbove(lines: readonly string[], { line }: AssembledInstruction): string | undefined {
  return /^\s*;\s*(.+?)\s*$/.exec(lines[line - 1] ?? '')?.[1]
}
