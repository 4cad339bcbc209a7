import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { TermFinder } from '#site/glossary/find-terms.ts'
import type { GlossaryEntry } from '#site/glossary/glossary-entry.ts'

const entry = (term: string, more: Partial<GlossaryEntry> = {}): GlossaryEntry => ({
  ...{ id: term.replaceAll(' ', '-'), term, also: [], except: [], says: '' },
  ...more,
})
const ENTRIES = [
  entry('page', { also: ['pages'], except: ['this page'] }),
  entry('page table', { also: ['page tables'] }),
  entry('frame', { also: ['page frame'], except: ['frame'] }),
  entry('stack', { lesson: 'here' }),
]
const found = (...texts: string[]) => {
  const finder = new TermFinder(ENTRIES, 'here')
  return texts.flatMap((text) =>
    finder.pieces(text).flatMap(({ text, id }) => (id === undefined ? [] : [[text, id]])),
  )
}

test('each word is found where it comes first, the longest of several, whatever its case and its line’s end', () => {
  expect(found('Page\ntables have pages.', 'A page and a page table.')).toEqual([
    ['Page\ntables', 'page-table'],
    ['pages', 'page'],
  ])
})

test('parts of words, other meanings and what the lesson itself explains are left alone', () => {
  expect(found('A homepage, pagewalk, page-wise, on this page; the frame and the stack.')).toEqual([])
  expect(found('this page, a page, a page frame')).toEqual([
    ['page', 'page'],
    ['page frame', 'frame'],
  ])
})

test('the pieces together are the text', () => {
  const text = 'Pages, page tables, and this page.'
  expect(
    new TermFinder(ENTRIES, '')
      .pieces(text)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text)
})

test('no two words of the glossary are written the same', () => {
  const entries = parse(readFileSync('content/glossary.yaml', 'utf8')) as GlossaryEntry[]
  const forms = entries.flatMap(({ term, also = [] }) => [term, ...also].map((form) => form.toLowerCase()))
  expect(forms.filter((form, at) => forms.indexOf(form) !== at)).toEqual([])
})
