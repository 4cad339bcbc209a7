import type { FaultKind } from '#engine/memory/fault.ts'
import type { Memory } from '#engine/memory/memory.ts'
import { hex, virtualAddress } from '#engine/units.ts'
import { difference } from './difference.ts'

/** One address of a textbook's run, and where it leads. */
export interface TraceStep {
  readonly va: string
  readonly result: 'valid' | 'fault'
  readonly pa?: string
}

/** Translates every address of a run as the views do, and as the processor does. */
export function checkTrace(
  memory: Memory,
  trace: readonly TraceStep[],
  faultKind: FaultKind,
): string | undefined {
  for (const { va, result, pa } of trace) {
    const address = virtualAddress(BigInt(va))
    const translation = memory.translate(address)
    const expected = result === 'valid' ? hex(BigInt(pa!)) : faultKind
    const resolved = memory.resolve(Number(address), 0, 0)
    const wrong =
      difference(va, expected, translation.ok ? hex(translation.physicalAddress) : translation.fault.kind) ??
      difference(`${va} resolved`, expected, resolved < 0 ? memory.fault!.kind : hex(resolved))
    if (wrong !== undefined) return wrong
  }
  return undefined
}
