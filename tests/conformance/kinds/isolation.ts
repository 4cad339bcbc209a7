import { fromLittleEndian } from '#engine/bits.ts'
import { Memory } from '#engine/memory/memory.ts'
import { SCHEMES } from '#engine/memory/scheme.ts'
import { hex, physicalAddress, virtualAddress } from '#engine/units.ts'
import { difference } from '../difference.ts'
import { journalWith } from './walk4.ts'

/** One virtual address under two values of CR3. */
interface IsolationRecord {
  readonly input: {
    readonly va: string
    readonly size: number
    readonly processes: readonly { readonly name: string; readonly cr3: string }[]
    readonly memory_qwords: readonly { readonly pa: string; readonly value: string }[]
  }
  readonly expect: Readonly<Record<string, { readonly pa: string; readonly value: string }>>
}

export function check({ input, expect }: IsolationRecord): string | undefined {
  const memory = new Memory(journalWith(input.memory_qwords), SCHEMES['four-level'])
  const address = virtualAddress(BigInt(input.va))
  for (const { name, cr3 } of input.processes) {
    memory.root = physicalAddress(Number(cr3))
    const bytes = memory.read(address, input.size)
    const translation = memory.translate(address)
    if (!(bytes instanceof Uint8Array) || !translation.ok) return `${name} faults`
    const found = { pa: hex(translation.physicalAddress), value: hex(fromLittleEndian(bytes)) }
    const wrong = difference(name, expect[name], found)
    if (wrong !== undefined) return wrong
  }
  return undefined
}
