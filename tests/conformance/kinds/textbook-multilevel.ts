import type { Memory } from '#engine/memory/memory.ts'
import { hex, physicalAddress, virtualAddress } from '#engine/units.ts'
import { difference } from '../difference.ts'
import { machineFrom } from '../machine-from.ts'
import { checkTrace, type TraceStep } from '../textbook-trace.ts'

interface MultilevelStep extends TraceStep {
  readonly pde_index: number
  readonly pde: string
  readonly pte_index?: number
  readonly pte?: string
  readonly value?: string
}

interface MultilevelRecord {
  readonly pdbr_page: number
  readonly memory: readonly string[]
  readonly trace: readonly MultilevelStep[]
}

export function check({ pdbr_page, memory: pages, trace }: MultilevelRecord): string | undefined {
  const { journal, memory } = machineFrom('machine multilevel')
  pages.forEach((page, number) =>
    [...page.matchAll(/../g)].forEach(([digits], at) => {
      journal.write8(32 * number + at, parseInt(digits, 16))
    }),
  )
  memory.root = physicalAddress(32 * pdbr_page)
  return checkTrace(memory, trace, 'page-fault') ?? firstOf(trace, (step) => checkWalk(memory, step))
}

function checkWalk(memory: Memory, step: MultilevelStep): string | undefined {
  const { steps } = memory.translate(virtualAddress(BigInt(step.va)))
  const expected = [
    [step.pde_index, Number(step.pde)],
    ...(step.pte === undefined ? [] : [[step.pte_index, Number(step.pte)]]),
  ]
  const read = memory.read(virtualAddress(BigInt(step.va)), 1)
  return (
    difference(
      `walk of ${step.va}`,
      expected,
      steps.map(({ index, entry }) => [index, Number(entry)]),
    ) ??
    (step.value === undefined
      ? undefined
      : difference('value', hex(BigInt(step.value)), read instanceof Uint8Array ? hex(read[0]!) : read.kind))
  )
}

function firstOf<Item>(
  items: readonly Item[],
  checkOne: (item: Item) => string | undefined,
): string | undefined {
  for (const item of items) {
    const wrong = checkOne(item)
    if (wrong !== undefined) return wrong
  }
  return undefined
}
