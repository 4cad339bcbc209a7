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
  'boxed::box_elements': 'box_elements',
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

/** How many arguments one of them takes. */
export function argumentCountOf(name: BuiltinFunction): number {
  if (name === 'swap') return 2
  return ['size_of', 'align_of', 'null', 'null_mut'].includes(name) ? 0 : 1
}

export const INTEGER_METHODS = ['wrapping_add', 'wrapping_sub', 'wrapping_mul', 'wrapping_neg'] as const
export const FLOAT_METHODS = ['square_root'] as const
export const STRING_METHODS = ['len', 'is_empty'] as const

/** What `str` has besides (std, "Primitive Type str"). */
const OTHER_STRING_METHODS = new Set(
  (
    'as_bytes as_ptr bytes char_indices chars contains encode_utf16 ends_with eq_ignore_ascii_case escape_debug ' +
    'escape_default find get is_ascii is_char_boundary lines match_indices matches parse repeat replace replacen rfind ' +
    'rsplit rsplit_once rsplitn split split_ascii_whitespace split_at split_at_checked split_inclusive split_once ' +
    'split_terminator split_whitespace splitn starts_with strip_prefix strip_suffix to_ascii_lowercase to_ascii_uppercase ' +
    'to_lowercase to_owned to_string to_uppercase trim trim_end trim_end_matches trim_matches trim_start ' +
    'trim_start_matches as_str into_string cmp'
  ).split(' '),
)

export function isStringMethod(name: string): boolean {
  return OTHER_STRING_METHODS.has(name)
}

export const SLICE_METHODS = ['len', 'is_empty', 'as_ptr', 'as_mut_ptr'] as const
export const POINTER_METHODS = ['read', 'write', 'add', 'sub', 'offset', 'is_null'] as const

/** What readers may know of the standard library and the course does without, by its first names. */
const LIBRARY_PATHS =
  /^(?:(?:std|core|alloc)::(?!mem::|hint::)\w+|(?:std|core)::mem::(?:take|replace|forget|transmute|zeroed|needs_drop)$|(?:[iu]128|f32|f64|String|Vec|Option|Result|Some|Rc|Box|str)::|(?:[iu](?:8|16|32|64|size)|bool|char)::(?:from|try_from|default|m(?:ax|in)_value|is|to|wrapping|checked|saturating|overflowing|pow|abs|max|min|len|count|leading|trailing|rotate|swap)\w*$)/

export function isInLibrary(path: string): boolean {
  return LIBRARY_PATHS.test(path)
}

/** Traits that every program may name, or whose paths are well known, and the compiler has not yet. */
const LIBRARY_TRAITS = new Set(
  (
    'Any AsMut AsRef Borrow BorrowMut BufRead DoubleEndedIterator Error ExactSizeIterator Extend Fn FnMut FnOnce From ' +
    'FromIterator FromStr FusedIterator Hash Hasher Index IndexMut Into IntoIterator Iterator Product Read Sum ' +
    'ToOwned ToString TryFrom TryInto Write'
  ).split(' '),
)

export function isLibraryTrait(name: string): boolean {
  return LIBRARY_TRAITS.has(name)
}

const LIBRARY_METHODS = new Set(
  (
    'abs unsigned_abs abs_diff pow isqrt ilog2 ilog10 signum min max clamp cmp eq ne lt le gt ge clone count_ones count_zeros ' +
    'leading_zeros trailing_zeros leading_ones trailing_ones rotate_left rotate_right swap_bytes reverse_bits to_le ' +
    'to_be to_le_bytes to_be_bytes to_ne_bytes div_euclid rem_euclid is_positive is_negative is_power_of_two ' +
    'next_power_of_two checked_add checked_sub checked_mul checked_div checked_rem checked_neg checked_shl checked_shr ' +
    'checked_pow saturating_add saturating_sub saturating_mul overflowing_add overflowing_sub overflowing_mul ' +
    'overflowing_neg wrapping_div wrapping_rem wrapping_shl wrapping_shr wrapping_pow wrapping_abs to_string ' +
    'into try_into borrow borrow_mut as_slice as_mut_slice partial_cmp hash then then_some unwrap ' +
    'first last get get_mut iter iter_mut into_iter map swap contains fill sort reverse split_at windows chunks concat ' +
    'to_vec copy_from_slice clone_from_slice starts_with ends_with position binary_search ' +
    'read_unaligned write_unaligned read_volatile write_volatile wrapping_offset cast as_ref as_mut offset_from ' +
    'is_alphabetic is_numeric is_alphanumeric is_whitespace is_ascii is_ascii_digit is_digit to_digit ' +
    'to_ascii_uppercase to_ascii_lowercase len_utf8'
  ).split(' '),
)

/** Whether some type of the subset has a method of this name in real Rust. */
export function isLibraryMethod(name: string): boolean {
  return LIBRARY_METHODS.has(name)
}
