import { Journal } from '#engine/journal.ts'
import { Memory } from '#engine/memory/memory.ts'
import { isCanonical, SCHEMES } from '#engine/memory/scheme.ts'
import { hex, virtualAddress } from '#engine/units.ts'
import { difference } from '../difference.ts'

/** Whether an address is canonical with 48 and with 57 bits, and the fault if it is not. */
interface CanonicalRecord {
  readonly input: { readonly va: string }
  readonly expect: {
    readonly canonical48: boolean
    readonly canonical57: boolean
    readonly sign_extended48?: string
    readonly fault_4level?: { readonly vector: number; readonly error_code: string } | null
  }
}

export function check({ input, expect }: CanonicalRecord): string | undefined {
  const address = virtualAddress(BigInt(input.va))
  const memory = new Memory(new Journal(0x2000), SCHEMES['four-level'])
  const translation = memory.translate(address)
  const fault = translation.ok || translation.fault.kind === 'page-fault' ? null : translation.fault
  const extended = BigInt.asUintN(64, BigInt.asIntN(48, address))
  return (
    difference('canonical with 48 bits', expect.canonical48, isCanonical(address, 48)) ??
    difference('canonical with 57 bits', expect.canonical57, isCanonical(address, 57)) ??
    (expect.sign_extended48 === undefined
      ? undefined
      : difference('sign extended', expect.sign_extended48, hex(extended))) ??
    (expect.fault_4level === undefined
      ? undefined
      : difference(
          'fault',
          expect.fault_4level && [expect.fault_4level.vector, Number(expect.fault_4level.error_code)],
          fault && [fault.vector, fault.errorCode],
        ))
  )
}
