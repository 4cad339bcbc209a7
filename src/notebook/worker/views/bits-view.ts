import { addressSubject } from '#engine/facts/fact.ts'
import type { Machine } from '#engine/machine/machine.ts'
import { virtualAddress } from '#engine/units.ts'
import { thingText } from '#notebook/shared/thing.ts'
import type { FactsAbout } from '../fact-reader.ts'
import type { BitsView } from '#notebook/shared/machine-view.ts'
import { fieldsOf } from './split-view.ts'
import { subjectsOf, type AtOneMoment } from './view-input.ts'

const ALL_BITS = 64

/** Every one of an address's 64 bits, by the part that it belongs to. */
export function bitsView(input: AtOneMoment): BitsView {
  const { machine, facts } = input
  const subjects = subjectsOf(input)
  const { rip } = machine.registers
  const rsp = machine.registers.get('rsp')
  const asked =
    subjects.length > 0
      ? subjects
      : [
          { name: 'RIP', about: facts.about(addressSubject(rip)) },
          { name: 'RSP', about: facts.about(addressSubject(rsp)) },
        ]
  return {
    kind: 'bits',
    addresses: asked.flatMap(({ name, about }) => {
      const shown = about.get('virtualAddress')
      if (shown === undefined) return []
      const address = virtualAddress(BigInt(shown.value))
      const things = thingText({ kind: 'virtual', start: address, byteCount: 1 })
      return [{ of: name, virtualAddress: shown, things, fields: fieldsWith(machine, about, address) }]
    }),
  }
}

function fieldsWith(
  machine: Machine,
  about: FactsAbout,
  address: bigint,
): BitsView['addresses'][number]['fields'] {
  const bits = address.toString(2).padStart(ALL_BITS, '0')
  const plans = fieldsOf(machine.memory.scheme)
  const [highest] = plans
  const used = highest === undefined ? 0 : highest.from + highest.bitCount
  const unused = { name: 'not looked up', part: 'unused' as const, from: used, bitCount: ALL_BITS - used }
  const all = used < ALL_BITS ? [unused, ...plans] : plans
  return all.map(({ name, part, from, bitCount, ...plan }) => {
    const fact = 'fact' in plan ? plan.fact : undefined
    const value = fact === undefined ? undefined : about.get(fact)
    return {
      name,
      part,
      from,
      bits: bits.slice(ALL_BITS - from - bitCount, ALL_BITS - from),
      ...(value === undefined ? {} : { value }),
    }
  })
}
