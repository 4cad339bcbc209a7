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

/** What is long, or rarely needed, by words that ask for it. Who has a raw pointer may ask anything of it. */
export const EXTRAS = {
  maps: 'HashMap HashSet BTreeMap BTreeSet BinaryHeap Hash Hasher hash_map btree_map',
  raw:
    '*const *mut as_ptr as_mut_ptr MaybeUninit transmute transmute_copy zeroed needs_drop into_raw from_raw leak ptr NonNull read_unaligned write_unaligned ' +
    'read_volatile write_volatile write_bytes cast cast_mut cast_const wrapping_offset byte_add byte_sub byte_offset ' +
    'offset_from byte_offset_from is_aligned copy_from_nonoverlapping copy_to_nonoverlapping copy_to addr as_uninit_ref',
  any: 'Any TypeId',
  write: 'Write write_str write_char',
} as const

export type Extra = keyof typeof EXTRAS

const extraNames = Object.entries(EXTRAS).map(([extra, names]) => [extra as Extra, setOf(names)] as const)

/** Stands among a program’s words if it goes over something, or has a range that is a value. */
const ITERATED = '..'

type Words = ReadonlySet<string>

function names(words: Words, any: Words): boolean {
  for (const word of words) if (any.has(word)) return true
  return false
}

/** What a program's words ask for beside what every program of many things has. */
export function extrasFor(words: Words): readonly Extra[] {
  return extraNames.flatMap(([extra, any]) => (names(words, any) ? [extra] : []))
}

/** Whether one of a program's words may mean something that holds many things, or gives one after the other. */
export function needsCollections(words: Words): boolean {
  return words.has(ITERATED) || names(words, collectionNames)
}

/** Whether one of a program's words names a part that programs get only where they name it. */
export function needsParts(words: Words): boolean {
  return names(words, partNames)
}
