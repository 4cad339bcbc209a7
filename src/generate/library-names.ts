import { collectionNames } from '../engine/rust/library/collections.ts'
import { integerFunctionNames, partNames } from '../engine/rust/library/parts.ts'
import type { GeneratedFile } from './generated-file.ts'

const PATH = 'src/engine/rust/library/names.generated.ts'

/** By which words of a program the library's long texts are asked for, without those texts. */
export function libraryNames(): GeneratedFile[] {
  const named = {
    COLLECTION_NAMES: collectionNames(),
    PART_NAMES: partNames(),
    INTEGER_FUNCTION_NAMES: integerFunctionNames(),
  }
  const constants = Object.entries(named).map(
    ([name, words]) => `export const ${name} =\n  '${[...new Set(words)].sort().join(' ')}'\n`,
  )
  const text = `/** Written by \`npm run generate\` from the library's texts: words that ask for them. */\n${constants.join('\n')}`
  return [{ path: PATH, text, source: 'src/engine/rust/library' }]
}
