/** Floating-point numbers for the interpreter, by what JavaScript makes of them. */
import type { FormatSpecification } from '#engine/rust/1-parse/format-string.ts'
import type { FloatType } from '#engine/rust/1-parse/syntax.ts'
import type { BinaryOperator } from '#engine/rust/4-mir/mir.ts'
import { bytesOf } from './mir-memory.ts'

export function readFloat(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  return bytes.length === 4 ? view.getFloat32(0, true) : view.getFloat64(0, true)
}

export function floatBytes(value: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  const view = new DataView(bytes.buffer)
  if (size === 4) view.setFloat32(0, value, true)
  else view.setFloat64(0, value, true)
  return bytes
}

export function calculateFloats(operator: BinaryOperator, left: number, right: number): number | boolean {
  switch (operator) {
    case 'Add':
      return left + right
    case 'Sub':
      return left - right
    case 'Mul':
      return left * right
    case 'Div':
      return left / right
    case 'Rem':
      return left % right
    case 'Eq':
      return left === right
    case 'Ne':
      return left !== right
    case 'Lt':
      return left < right
    case 'Le':
      return left <= right
    case 'Gt':
      return left > right
    case 'Ge':
      return left >= right
    default:
      throw new Error(`${operator} of floating-point numbers`)
  }
}

/** As near as an integer of so many bits can be. */
export function integerBytes(value: number, size: number, isSigned: boolean): Uint8Array {
  if (Number.isNaN(value)) return bytesOf(0n, size)
  const bits = BigInt(8 * size)
  const [least, greatest] = isSigned
    ? [-(1n << (bits - 1n)), (1n << (bits - 1n)) - 1n]
    : [0n, (1n << bits) - 1n]
  if (value <= Number(least)) return bytesOf(least, size)
  if (value >= Number(greatest)) return bytesOf(greatest, size)
  return bytesOf(BigInt(Math.trunc(value)), size)
}

/** −1, 0 or 1; undefined where one of them is no number. */
export function compareFloats(left: number, right: number): number | undefined {
  if (Number.isNaN(left) || Number.isNaN(right)) return undefined
  return left < right ? -1 : left > right ? 1 : 0
}

/** The fewest digits that no other number of the type is nearer to, and where the point is among them. */
function digitsOf(value: number, type: FloatType): { readonly digits: string; readonly point: number } {
  const texts = Array.from({ length: 17 }, (_, index) => value.toExponential(index))
  const isSame = (text: string) => (type === 'f32' ? Math.fround(Number(text)) : Number(text)) === value
  const [mantissa = '', exponent = ''] = texts.find(isSame)!.split('e')
  return { digits: mantissa.replace('.', '').replace(/0+$/, ''), point: Number(exponent) + 1 }
}

/** The text of what is at least zero and finite, without exponent. */
function plain(value: number, type: FloatType, least: number): string {
  const { digits, point } = digitsOf(value, type)
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0'
  const fraction = '0'.repeat(Math.max(0, -point)) + digits.slice(Math.max(0, point))
  const behind = fraction.padEnd(least, '0')
  return behind === '' ? whole : `${whole}.${behind}`
}

/** Without sign and padding. */
function unsigned(value: number, type: FloatType, { form, precision }: FormatSpecification): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : 'inf'
  const isBeyond = form === '?' && value !== 0 && (value < 1e-4 || value >= 1e16)
  const letter = form === 'E' ? 'E' : 'e'
  if (typeof precision === 'number') {
    if (form !== 'e' && form !== 'E') return value.toFixed(precision)
    return value.toExponential(precision).replace('e', letter).replace('+', '')
  }
  if (form !== 'e' && form !== 'E' && !isBeyond) return plain(value, type, form === '?' ? 1 : 0)
  const { digits, point } = digitsOf(value, type)
  const mantissa = digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits || '0'
  return `${mantissa}${letter}${value === 0 ? 0 : point - 1}`
}

/** With its sign, and whether zeros come behind that. */
export function floatText(
  value: number,
  type: FloatType,
  form: FormatSpecification,
): readonly [string, string] {
  const isNegative = value < 0 || Object.is(value, -0)
  const sign = Number.isNaN(value) ? '' : isNegative ? '-' : form.hasPlus ? '+' : ''
  return [sign, unsigned(Math.abs(value), type, form)]
}
