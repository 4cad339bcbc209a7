import { defined } from '#notebook/shared/defined.ts'
import { shownByteCount } from './stack-extent.ts'
import { subjectsOf, type ViewInput } from './view-input.ts'
import type { JourneyView } from '#notebook/shared/view.ts'

/** One variable from its name to its bytes; undefined where there is no variable to follow. */
export function journeyView(input: ViewInput): JourneyView | undefined {
  const { facts, machine } = input
  const [subject] = subjectsOf(input).filter(({ about }) => about.text('offset') !== undefined)
  if (!subject) return undefined
  const { name, about } = subject
  const { get, need } = about
  const size = Number(about.text('size') ?? 0)
  const paged = machine.scheme !== 'none'
  return {
    kind: 'journey',
    name,
    type: need('type'),
    offset: need('offset'),
    rbp: facts.need('registers.rbp'),
    virtualAddress: need('virtualAddress'),
    ...defined({
      page: paged ? get('page') : undefined,
      pageOffset: paged ? get('pageOffset') : undefined,
      frameBase: paged ? get('frameBase') : undefined,
      physicalAddress: get('physicalAddress'),
      bytes: shownByteCount(size) === size ? get('bytes') : undefined,
      value: get('value'),
    }),
  }
}
