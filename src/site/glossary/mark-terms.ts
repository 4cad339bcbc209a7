import { readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { HastPluginDefinition, HastPluginEntry } from 'satteri'
import { parse } from 'yaml'
import { TermFinder } from './find-terms.ts'
import type { GlossaryEntry } from './glossary-entry.ts'

const GLOSSARY = new URL('../../../content/glossary.yaml', import.meta.url)

/** What prose may stand in. Headings, links, code, tables and folded answers stay as they are. */
const PROSE = new Set(['p', 'ul', 'ol', 'li', 'em', 'strong', 'blockquote', 'Reality'])

type Visit = NonNullable<HastPluginDefinition['text']>
type Node = Parameters<Visit>[0]
type Context = Parameters<Visit>[1]

/** The elements and components that a text stands in. */
function around(node: Node, context: Context): string[] {
  const names: string[] = []
  type Around = ReturnType<Context['parent']> | undefined
  for (let at: Around = context.parent(node); at && at.type !== 'root'; at = context.parent(at))
    names.push('tagName' in at ? at.tagName : 'name' in at ? (at.name ?? '') : '')
  return names
}

const isProse = (names: readonly string[]) =>
  names.some((name) => name === 'p' || name === 'li') && names.every((name) => PROSE.has(name))

/**
 * Each word of the glossary becomes a `<Term>` where it comes first in a lesson, but in the lesson that explains it.
 * Lessons in other languages have other words.
 */
export const markTerms: HastPluginEntry = ({ fileURL }) => {
  const path = fileURL && fileURLToPath(fileURL)
  if (path === undefined || basename(path) !== 'lesson.mdx') return null
  const lesson = basename(dirname(path)).replace(/^\d+-/, '')
  const entries = parse(readFileSync(GLOSSARY, 'utf8')) as Partial<GlossaryEntry>[]
  const finder = new TermFinder(
    entries.map((entry) => ({
      ...(entry as GlossaryEntry),
      also: entry.also ?? [],
      except: entry.except ?? [],
    })),
    lesson,
  )
  return {
    name: 'mark-terms',
    text(node, context) {
      const names = around(node, context)
      if (!isProse(names)) return
      const pieces = finder.pieces(node.value)
      // What is bold is a word that is explained right there.
      if (names.includes('strong') || pieces.every(({ id }) => id === undefined)) return
      context.replaceNode(
        node,
        pieces.map(({ text, id }) =>
          id === undefined
            ? { type: 'text' as const, value: text }
            : {
                type: 'mdxJsxTextElement' as const,
                name: 'Term',
                attributes: [{ type: 'mdxJsxAttribute' as const, name: 'id', value: id }],
                children: [{ type: 'text' as const, value: text }],
              },
        ),
      )
    },
  }
}
