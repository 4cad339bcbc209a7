import { Parser } from 'htmlparser2'
import type { FoundSection } from '#widgets/search/found-section.ts'

/** What is no prose, or would tell an answer. */
const NEVER_READ = new Set(['script', 'style', 'svg', 'button', 'nav', 'select', 'template'])
const UNREAD_CLASSES = new Set(['cell-place', 'lesson-tools', 'exercise'])
/** They have no end, so that nothing lies between. */
const EMPTY = new Set(['br', 'hr', 'img', 'input', 'wbr', 'source', 'col'])
/** Within a line; everything else parts words. */
const INLINE = new Set(
  'a abbr b bdi code data em i kbd mark s small span strong sub sup time u var'.split(' '),
)
const HEADING = /^h[1-4]$/

interface Part {
  fragment: string
  heading: string
  text: string
}

/**
 * The sections of a built page: one for each heading with a name of its own, and for each element that says by
 * `data-section` what it is about.
 * @param path of the page, under the site's base
 */
export function sectionsOf(path: string, html: string): FoundSection[] {
  const parts: Part[] = [{ fragment: '', heading: '', text: '' }]
  let isMain = false
  let unread = 0
  let inHeading = false
  const write = (text: string) => {
    const part = parts.at(-1)!
    if (inHeading) part.heading += text
    else part.text += text
  }
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'main') isMain = true
      if (EMPTY.has(name)) return void (isMain && unread === 0 && write(' '))
      if (!isMain || unread > 0 || isUnread(name, attributes)) return void (unread += isMain ? 1 : 0)
      const { id, 'data-section': about } = attributes
      if (id !== undefined && (HEADING.test(name) || about !== undefined))
        parts.push({ fragment: `#${id}`, heading: about ?? '', text: '' })
      // One without a name is a part of what the section says.
      inHeading ||= HEADING.test(name) && parts.at(-1)!.heading === ''
      if (!inHeading && !INLINE.has(name)) write(' ')
    },
    ontext(text) {
      if (isMain && unread === 0) write(text)
    },
    onclosetag(name) {
      if (name === 'main') isMain = false
      if (!isMain || EMPTY.has(name)) return
      if (unread > 0) return void (unread -= 1)
      if (HEADING.test(name)) inHeading = false
      if (!INLINE.has(name)) write(' ')
    },
  })
  parser.end(html)
  const tidied = parts.map(({ fragment, heading, text }) => ({
    fragment,
    heading: tidy(heading),
    text: tidy(text),
  }))
  const page = tidied.find(({ heading }) => heading !== '')?.heading ?? ''
  return tidied
    .filter(({ heading, text }) => heading !== '' || text !== '')
    .map(({ fragment, heading, text }) => ({ path: path + fragment, page, heading: heading || page, text }))
}

function isUnread(
  name: string,
  { class: classes = '', 'data-unsearched': unsearched }: Record<string, string>,
): boolean {
  return (
    NEVER_READ.has(name) ||
    unsearched !== undefined ||
    classes.split(/\s+/).some((each) => UNREAD_CLASSES.has(each))
  )
}

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim()
