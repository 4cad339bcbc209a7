import { subject } from '#engine/facts/fact.ts'
import { printFact } from '#engine/facts/print-fact.ts'
import { regionByteCount } from '#engine/os/region.ts'
import { hex } from '#engine/units.ts'
import type { ViewInput } from './view-input.ts'
import type { RegionsView } from '#notebook/shared/view.ts'

/** What the operating system has noted about the process's addresses, the highest first. */
export function regionsView({ machine }: ViewInput): RegionsView {
  const regions = [...machine.current.regions].sort((one, other) => (one.start < other.start ? 1 : -1))
  return {
    kind: 'regions',
    process: machine.current.name,
    regions: regions.map((region) => {
      const { name, start, end } = region
      // Of several with one name a fact is of the first.
      const isNamed = machine.current.regions.find((other) => other.name === name) === region
      const shown = (property: string, value: string) => ({
        fact: isNamed ? printFact({ subject: subject('region', name), property }) : '',
        value,
      })
      return {
        name,
        start: shown('start', hex(start)),
        end: shown('end', hex(end)),
        size: shown('size', String(regionByteCount(region))),
      }
    }),
  }
}
