import { machineFrom } from '../machine-from.ts'
import { checkTrace, type TraceStep } from '../textbook-trace.ts'

interface LinearRecord {
  readonly config: { readonly asize: number; readonly psize: number; readonly page_offset_bits: number }
  readonly page_table: readonly string[]
  readonly trace: readonly TraceStep[]
}

/** The page table lies behind the memory that it maps, as on every machine that only translates. */
export function check({ config, page_table, trace }: LinearRecord): string | undefined {
  const { asize, psize, page_offset_bits } = config
  const machine = machineFrom(
    `machine linear\naddresses ${Math.log2(asize)} bits\npage ${2 ** page_offset_bits} bytes\nram ${psize} bytes`,
  )
  const { journal, memory } = machine
  page_table.forEach((entry, page) => journal.write32(memory.root + 4 * page, Number(entry)))
  return checkTrace(memory, trace, 'page-fault')
}
