import type { Path } from '../1-parse/syntax.ts'

/** Functions of the standard library that the course's Rust has, by the last two parts of their paths. */
const FUNCTIONS = {
  'mem::size_of': 'size_of',
  'mem::align_of': 'align_of',
  'mem::size_of_val': 'size_of_val',
  'mem::align_of_val': 'align_of_val',
  'mem::swap': 'swap',
  'mem::drop': 'drop',
  'hint::black_box': 'black_box',
  'Box::new': 'box_new',
  'ptr::null': 'null',
  'ptr::null_mut': 'null_mut',
} as const

export type BuiltinFunction = (typeof FUNCTIONS)[keyof typeof FUNCTIONS]

/** Those that need no path. */
const PRELUDE: readonly string[] = ['size_of', 'align_of', 'size_of_val', 'align_of_val', 'drop']

export function isInPrelude(name: string): boolean {
  return PRELUDE.includes(name)
}

/** What a path such as `std::mem::size_of` names. */
export function builtinFunction(path: Path): BuiltinFunction | undefined {
  const names = path.segments.map(({ text }) => text)
  const [only = ''] = names
  if (names.length === 1) return isInPrelude(only) ? (only as BuiltinFunction) : undefined
  if (names.length === 3 && names[0] !== 'std' && names[0] !== 'core') return undefined
  if (names.length === 2 && names[0] !== 'Box') return undefined
  const key = names.slice(-2).join('::')
  return names.length <= 3 && Object.hasOwn(FUNCTIONS, key)
    ? FUNCTIONS[key as keyof typeof FUNCTIONS]
    : undefined
}

export const INTEGER_METHODS = ['wrapping_add', 'wrapping_sub', 'wrapping_mul', 'wrapping_neg'] as const
export const SLICE_METHODS = ['len', 'is_empty', 'as_ptr', 'as_mut_ptr'] as const
export const POINTER_METHODS = ['read', 'write', 'add', 'sub', 'offset', 'is_null'] as const
