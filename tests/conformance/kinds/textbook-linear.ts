import { Journal } from '#engine/journal.ts'
import { Memory } from '#engine/memory/memory.ts'
import { linearScheme } from '#engine/memory/scheme.ts'
import { physicalAddress } from '#engine/units.ts'
import { checkTrace, type TraceStep } from '../textbook-trace.ts'

interface LinearRecord {
  readonly config: { readonly asize: number; readonly psize: number; readonly page_offset_bits: number }
  readonly page_table: readonly string[]
  readonly trace: readonly TraceStep[]
}

/** The page table lies behind the memory that it maps. */
export function check({ config, page_table, trace }: LinearRecord): string | undefined {
  const { asize, psize, page_offset_bits } = config
  const byteCount = Math.ceil((psize + 4 * page_table.length) / 4096) * 4096
  const journal = new Journal(byteCount)
  journal.recording = false
  page_table.forEach((entry, page) => journal.write32(psize + 4 * page, Number(entry)))
  const memory = new Memory(journal, linearScheme(Math.log2(asize), page_offset_bits))
  memory.root = physicalAddress(psize)
  return checkTrace(memory, trace, 'page-fault')
}
