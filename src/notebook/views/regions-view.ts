import type { ViewInput } from './view-input.ts'
import type { RegionsView } from './view.ts'

/** What the operating system has noted about the process's addresses, the highest first. */
export function regionsView({ machine, facts }: ViewInput): RegionsView {
  const regions = [...machine.current.regions].sort((one, other) => (one.start < other.start ? 1 : -1))
  return {
    kind: 'regions',
    process: machine.current.name,
    regions: regions.map(({ name }) => ({
      name,
      start: facts.need(`region(${name}).start`),
      end: facts.need(`region(${name}).end`),
      size: facts.need(`region(${name}).size`),
    })),
  }
}
