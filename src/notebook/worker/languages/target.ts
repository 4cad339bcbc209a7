import type { Machine } from '#engine/machine/machine.ts'
import type { checkRows } from '#engine/os/pages/check-rows.ts'

/** What a machine has for pages and regions to lie in. */
export function targetOf({ memory, journal, kernel }: Machine): Parameters<typeof checkRows>[1] {
  return { scheme: memory.scheme, ramByteCount: journal.ramByteCount, kernel }
}
