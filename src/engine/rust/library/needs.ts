/**
 * What of the library a program needs, told by its words alone: the texts themselves are long, and a program of a few
 * numbers needs none of them.
 */
import { COLLECTION_NAMES, INTEGER_FUNCTION_NAMES, PART_NAMES } from './names.generated.ts'

const setOf = (names: string): ReadonlySet<string> => new Set(names.split(' '))

/** Names of functions that only numbers of a known type have. */
export const INTEGER_FUNCTIONS = setOf(INTEGER_FUNCTION_NAMES)

const collectionNames = setOf(COLLECTION_NAMES)
const partNames = setOf(PART_NAMES)
const mapNames = setOf('HashMap HashSet BTreeMap BTreeSet BinaryHeap Hash Hasher hash_map btree_map')

/** Stands among a program’s words if it goes over something, or has a range that is a value. */
const ITERATED = '..'

type Words = ReadonlySet<string>

function names(words: Words, any: Words): boolean {
  for (const word of words) if (any.has(word)) return true
  return false
}

/** Whether one of a program’s words means a map or a set, or what asks for a hash. */
export function needsMaps(words: Words): boolean {
  return names(words, mapNames)
}

/** Whether one of a program's words may mean something that holds many things, or gives one after the other. */
export function needsCollections(words: Words): boolean {
  return words.has(ITERATED) || names(words, collectionNames)
}

/** Whether one of a program's words names a part that programs get only where they name it. */
export function needsParts(words: Words): boolean {
  return names(words, partNames)
}
