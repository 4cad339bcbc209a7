/**
 * The text between the quotes of `println!`, taken apart (Rust library reference, `std::fmt`).
 */
export interface FormatSpecification {
  /** Which of the values. */
  readonly value: number
  readonly form: '' | '?' | 'x' | 'X' | 'b' | 'o' | 'p' | 'e' | 'E'
  /** `{:x?}`: numbers among what is printed so are hexadecimal. */
  readonly hexadecimal?: 'x' | 'X'
  /** A code point. */
  readonly fill: number
  readonly alignment: '<' | '^' | '>' | undefined
  readonly hasPlus: boolean
  /** `#`: with `0x` in front. */
  readonly isAlternate: boolean
  /** `0`: filled with zeros behind the sign. */
  readonly isZeroed: boolean
  /** In characters; or which of the values says so. */
  readonly width: number | { readonly value: number }
  /** Digits behind the point, or characters of a text at most; or which of the values says so. */
  readonly precision?: number | { readonly value: number }
}

export type FormatPiece = string | FormatSpecification

export interface Format {
  readonly pieces: readonly FormatPiece[]
  /** Names used in braces that no argument has: variables, whose values come behind those of the arguments. */
  readonly captured: readonly string[]
}

const NAME = '[\\p{XID_Start}_]\\p{XID_Continue}*'
const PLACEHOLDER = new RegExp(
  `^(?<argument>\\d+|${NAME})?\\s*(?::(?:(?<fill>[^])(?=[<^>]))?(?<alignment>[<^>])?(?<plus>\\+)?(?<alternate>#)?(?<zero>0(?!\\$))?` +
    `(?:(?<widthOf>\\d+|${NAME})\\$|(?<width>\\d+))?(?:\\.(?:(?<precisionOf>\\d+|${NAME})\\$|(?<precision>\\d+)|(?<star>\\*)))?(?<hexadecimal>[xX](?=\\?))?(?<form>\\?|x|X|b|o|p|e|E)?)?\\s*$`,
  'u',
)

/**
 * @param names of the arguments behind the format string; undefined where one has none
 * @returns what is wrong, as text, if something is
 */
export function readFormat(text: string, names: readonly (string | undefined)[]): Format | string {
  return new FormatReader(names).read(text)
}

class FormatReader {
  private readonly names: readonly (string | undefined)[]
  private readonly captured: string[] = []
  private readonly used = new Set<number>()
  private readonly pieces: FormatPiece[] = []
  private nextPosition = 0

  constructor(names: readonly (string | undefined)[]) {
    this.names = names
  }

  read(text: string): Format | string {
    let literal = ''
    for (let at = 0; at < text.length; at++) {
      const character = text[at] ?? ''
      if ((character === '{' || character === '}') && text[at + 1] === character) {
        literal += character
        at++
      } else if (character === '}') return 'invalid format string: unmatched `}` found'
      else if (character !== '{') literal += character
      else {
        const end = text.indexOf('}', at)
        if (end < 0) return 'invalid format string: expected `}` but string was terminated'
        if (literal !== '') this.pieces.push(literal)
        literal = ''
        const mistake = this.placeholder(text.slice(at + 1, end))
        if (mistake !== undefined) return mistake
        at = end
      }
    }
    if (literal !== '') this.pieces.push(literal)
    return this.mistakeInArguments() ?? { pieces: this.pieces, captured: this.captured }
  }

  private placeholder(inner: string): string | undefined {
    const groups = PLACEHOLDER.exec(inner)?.groups
    if (!groups) return `invalid format string: \`{${inner}}\` is not a placeholder`
    const width =
      groups['widthOf'] !== undefined
        ? { value: this.argument(groups['widthOf']) }
        : Number(groups['width'] ?? 0)
    const precision = this.precision(groups)
    this.pieces.push({
      value: this.argument(groups['argument']),
      form: (groups['form'] ?? '') as FormatSpecification['form'],
      fill: (groups['fill'] ?? ' ').codePointAt(0) ?? 32,
      alignment: groups['alignment'] as FormatSpecification['alignment'],
      hasPlus: groups['plus'] !== undefined,
      isAlternate: groups['alternate'] !== undefined,
      isZeroed: groups['zero'] !== undefined,
      width,
      ...(precision !== undefined && { precision }),
      ...(groups['hexadecimal'] !== undefined && { hexadecimal: groups['hexadecimal'] as 'x' | 'X' }),
    })
    return typeof width === 'number' && width > 0xffff
      ? 'invalid format string: the width is too large'
      : undefined
  }

  /** `.*` takes the next value before the one that is printed. */
  private precision(groups: Readonly<Record<string, string | undefined>>): FormatSpecification['precision'] {
    if (groups['star'] !== undefined) return { value: this.argument(undefined) }
    if (groups['precisionOf'] !== undefined) return { value: this.argument(groups['precisionOf']) }
    return groups['precision'] === undefined ? undefined : Number(groups['precision'])
  }

  private argument(name: string | undefined): number {
    const index = this.indexOf(name)
    this.used.add(index)
    return index
  }

  private indexOf(name: string | undefined): number {
    if (name === undefined) return this.nextPosition++
    if (/^\d+$/.test(name)) return Number(name)
    const given = this.names.indexOf(name)
    if (given >= 0) return given
    if (!this.captured.includes(name)) this.captured.push(name)
    return this.names.length + this.captured.indexOf(name)
  }

  private mistakeInArguments(): string | undefined {
    const count = this.names.length
    const positions = this.nextPosition
    const numbered = this.pieces.some(
      (piece) => typeof piece !== 'string' && piece.value >= count + this.captured.length,
    )
    if (positions > this.names.filter((name) => name === undefined).length || numbered)
      return `${positions} positional argument${positions === 1 ? '' : 's'} in format string, but there ${count === 1 ? 'is 1 argument' : `are ${count} arguments`}`
    return this.names.some((_, index) => !this.used.has(index)) ? 'argument never used' : undefined
  }
}
