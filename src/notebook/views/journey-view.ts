import { present } from '../present.ts'
import { subjectsOf, type ViewInput } from './view-input.ts'
import type { JourneyView } from './view.ts'

/** One variable from its name to its bytes; undefined where there is no variable to follow. */
export function journeyView(input: ViewInput): JourneyView | undefined {
  const { facts, machine } = input
  const [subject] = subjectsOf(input).filter(({ name }) => facts.text(`${name}.offset`) !== undefined)
  if (!subject) return undefined
  const { name } = subject
  const of = (field: string) => facts.get(`${name}.${field}`)
  const paged = machine.scheme !== 'none'
  return {
    kind: 'journey',
    name,
    type: facts.need(`${name}.type`),
    offset: facts.need(`${name}.offset`),
    rbp: facts.need('registers.rbp'),
    virtualAddress: facts.need(`${name}.virtualAddress`),
    ...present({
      page: paged ? of('page') : undefined,
      pageOffset: paged ? of('pageOffset') : undefined,
      frameBase: paged ? of('frameBase') : undefined,
      physicalAddress: of('physicalAddress'),
      bytes: of('bytes'),
      value: of('value'),
    }),
  }
}
