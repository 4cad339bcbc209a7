/**
 * `npm run generate` writes every generated file anew; with `--check` it only compares. All of them are named
 * `*.generated.ts`, are committed, and are made of something else here: the parsers of the grammars, the processor's
 * loops of the instruction table, the names in Rust's library of its texts, the widths of characters of the fonts.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import type { GeneratedFile } from './generated-file.ts'
import { libraryNames } from './library-names.ts'
import { parsers } from './parsers.ts'
import { processorLoops } from './processor-loops.ts'
import { textAdvances } from './text-advances.ts'

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** Parsers first: the instruction table's loops need none, but what reads the table may. */
const files: readonly GeneratedFile[] = [
  ...parsers(),
  ...libraryNames(),
  ...processorLoops(),
  ...(await textAdvances()),
]
const stale = files.filter(({ path, text }) => textOf(path) !== text)

if (process.argv.includes('--check')) {
  for (const { path, source } of stale)
    console.error(`${path} doesn't belong to ${source}. Run: npm run generate`)
  if (stale.length > 0) process.exitCode = 1
} else {
  for (const { path, text } of stale) writeFileSync(path, text)
  console.log(`${files.length} files, ${stale.length} of them written anew`)
}
