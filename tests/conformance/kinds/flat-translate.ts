import { Journal } from '#engine/journal.ts'
import { READ, WRITE } from '#engine/memory/fault.ts'
import { Memory } from '#engine/memory/memory.ts'
import { PageTable } from '#engine/memory/page-table.ts'
import { makeEntry } from '#engine/memory/entry.ts'
import { SCHEMES } from '#engine/memory/scheme.ts'
import { hex, pageNumber, physicalAddress, virtualAddress } from '#engine/units.ts'
import { difference } from '../difference.ts'

/** The document's table of one level: the parts of an access, one a page, or the fault. */
export interface FlatTranslateRecord {
  readonly input: {
    readonly page_table: readonly {
      readonly virtual_page: string
      readonly physical_page: string
      readonly flags: string
    }[]
    readonly va: string
    readonly size: number
    readonly access: 'read' | 'write'
  }
  readonly expect: {
    readonly segments?: readonly unknown[]
    readonly translations?: number
    readonly fault?: { readonly pf_error_code: string } & Readonly<Record<string, string>>
  }
}

const CAUSES: Readonly<Record<string, string>> = { 'read-only': 'write-to-read-only' }

export function check({ input, expect }: FlatTranslateRecord): string | undefined {
  const memory = memoryWith(input.page_table)
  const access = input.access === 'write' ? WRITE : READ
  const segments = memory.partsOf(virtualAddress(BigInt(input.va)), input.size, access)
  const last = segments.at(-1)!.translation
  if (expect.fault !== undefined) {
    if (last.ok) return 'does not fault'
    const { fault, pageNumber } = last
    const found = {
      kind: CAUSES[fault.cause!] ?? fault.cause,
      va: hex(fault.address!),
      page: hex(pageNumber),
      access: input.access === 'write' ? 'w' : 'r',
      pf_error_code: hex(fault.errorCode),
    }
    return difference('fault', expect.fault, found)
  }
  const found = segments.map(({ address, byteCount, translation }) => ({
    va: hex(address),
    len: byteCount,
    page: hex(translation.pageNumber),
    offset: hex(translation.offset),
    physical_page: translation.ok
      ? hex(translation.physicalAddress - translation.offset)
      : translation.fault.cause,
    pa: translation.ok ? hex(translation.physicalAddress) : translation.fault.cause,
  }))
  return (
    difference('segments', expect.segments, found) ??
    difference('translations', expect.translations, found.length)
  )
}

/** The list in a frame of RAM that no row leads to. */
function memoryWith(rows: FlatTranslateRecord['input']['page_table']): Memory {
  const top = Math.max(...rows.map(({ physical_page }) => Number(physical_page))) + 4096
  const journal = new Journal(top + 4096)
  const memory = new Memory(journal, SCHEMES['one-level'])
  memory.root = physicalAddress(top)
  const table = new PageTable(journal, memory.scheme, memory.root)
  for (const { virtual_page, physical_page, flags } of rows) {
    const rights = { write: flags.includes('W'), execute: flags.includes('X'), user: true }
    const takeNone = () => {
      throw new Error('a list needs no further tables')
    }
    table.set(pageNumber(Number(virtual_page)), makeEntry(Number(physical_page), rights), takeNone)
  }
  return memory
}
