import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { buildParserFile } from '@lezer/generator'
import type { GeneratedFile } from './generated-file.ts'

/**
 * A parser and its terms beside every grammar. The generator's own Vite plugin would keep plain Node from running the
 * engine.
 * @throws Error where the generator rejects a grammar, or warns about it
 */
export function parsers(): GeneratedFile[] {
  return globSync('src/**/*.grammar').flatMap(parserOf)
}

function parserOf(grammar: string): GeneratedFile[] {
  const { parser, terms } = buildParserFile(readFileSync(grammar, 'utf8'), {
    fileName: basename(grammar),
    typeScript: true,
    moduleStyle: 'es',
    warn: (message) => {
      throw new Error(`${grammar}: ${message}`)
    },
  })
  const folder = dirname(grammar)
  return [
    { path: join(folder, 'parser.generated.ts'), text: parser, source: grammar },
    { path: join(folder, 'parser.terms.generated.ts'), text: terms, source: grammar },
  ]
}
