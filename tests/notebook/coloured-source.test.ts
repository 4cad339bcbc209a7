import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { LANGUAGES, LANGUAGE_NAMES } from '#notebook/shared/language.ts'
import { colouredHtml } from '#notebook/shared/coloured-source.ts'
import { coloursOf } from '#notebook/worker/colours-of.ts'
import { highlightSource } from '#notebook/shared/highlight-source.ts'

const content = join(import.meta.dirname, '../../content')
const snippets = globSync('**/*.{rs,asm,pages,access,process}', { cwd: content })

test('there are snippets', () => expect(snippets.length).toBeGreaterThan(10))

test.each(snippets)('%s has the same colours as where a page was made with it', (file) => {
  const source = readFileSync(join(content, file), 'utf8')
  const language = LANGUAGE_NAMES.find((each) => file.endsWith(`.${LANGUAGES[each].ending}`))!
  expect(colouredHtml({ source, colours: coloursOf(source, language) })).toBe(
    highlightSource(source, language),
  )
})

it('colours any text, and loses no character of it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...LANGUAGE_NAMES), (source, language) => {
      const colours = coloursOf(source, language)
      expect(colouredHtml({ source, colours })).toBe(highlightSource(source, language))
    }),
  )
})

it('writes them in few characters', () => {
  expect(coloursOf('let x', 'rust')).toBe('3a1.1f')
})
