/**
 * `npm run grammars` writes `parser.ts` and `parser.terms.ts` beside every grammar; with `--check` it only
 * compares. The generator's own Vite plugin would keep plain Node from running the engine.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { buildParserFile } from '@lezer/generator'

interface GeneratedFile {
  readonly path: string
  readonly text: string
}

/** @throws Error where the generator rejects the grammar, or warns about it */
function generate(grammar: string): GeneratedFile[] {
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
    { path: join(folder, 'parser.ts'), text: parser },
    { path: join(folder, 'parser.terms.ts'), text: terms },
  ]
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

const files = globSync('src/**/*.grammar').flatMap(generate)
const stale = files.filter(({ path, text }) => textOf(path) !== text)

if (process.argv.includes('--check')) {
  for (const { path } of stale) console.error(`${path} doesn't belong to its grammar. Run: npm run grammars`)
  if (stale.length > 0) process.exitCode = 1
} else {
  for (const { path, text } of stale) writeFileSync(path, text)
  console.log(`${files.length} files, ${stale.length} of them written anew`)
}
