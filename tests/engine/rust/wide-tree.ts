/** A drawn program's tree: each node is its text and its meaning together. */
import type { IntegerType } from '#engine/rust/1-parse/syntax.ts'

export type Type =
  | IntegerType
  | 'bool'
  | { readonly kind: 'array'; readonly of: IntegerType; readonly length: number }
  | { readonly kind: 'tuple'; readonly of: readonly (IntegerType | 'bool')[] }
  | { readonly kind: 'struct'; readonly name: string; readonly fields: readonly IntegerType[] }

export type Scalar = bigint | boolean
export type Value = Scalar | Scalar[]
/** Variables by name; a call has a frame of its own. */
export type Frame = Map<string, Value>

export interface Tree<Result = Value> {
  readonly text: string
  readonly run: (frame: Frame) => Result
}

export interface Variable {
  /** As it is written: a later one may have the same, and hides it. */
  readonly name: string
  /** What a frame keeps it by. */
  readonly id: string
  readonly type: Type
  readonly isMutable: boolean
}

export interface Function {
  readonly name: string
  readonly parameters: readonly Variable[]
  readonly result: IntegerType
  readonly call: (values: readonly Value[]) => Value
}

/** Its value is on the heap: it is read through the box. */
export const isBoxed = ({ name }: Variable) => name.startsWith('(*')

export const copy = (value: Value): Value => (Array.isArray(value) ? [...value] : value)

export interface Place {
  readonly text: string
  readonly type: IntegerType | 'bool'
  /** Finds the place; an index is computed once. */
  readonly at: (frame: Frame) => { get: () => bigint; set: (value: Scalar) => void }
}

export function wholePlace(text: string, id: string, type: IntegerType | 'bool'): Place {
  const at = (frame: Frame) => ({
    get: () => frame.get(id) as bigint,
    set: (value: Scalar) => void frame.set(id, value),
  })
  return { text, type, at }
}

export function partPlace(
  text: string,
  id: string,
  type: IntegerType | 'bool',
  indexOf: (frame: Frame) => number,
): Place {
  const at = (frame: Frame) => {
    const index = indexOf(frame)
    const parts = frame.get(id) as Scalar[]
    return { get: () => parts[index] as bigint, set: (value: Scalar) => void (parts[index] = value) }
  }
  return { text, type, at }
}

export function named({ name, id }: Variable): Tree {
  return { text: name, run: (frame) => copy(frame.get(id)!) }
}

export function list(parts: readonly Tree<Scalar>[], write: (texts: readonly string[]) => string): Tree {
  return {
    text: write(parts.map(({ text }) => text)),
    run: (frame) => parts.map((part) => part.run(frame)),
  }
}

export function typeText(type: Type): string {
  if (typeof type === 'string') return type
  if (type.kind === 'array') return `[${type.of}; ${type.length}]`
  return type.kind === 'tuple' ? `(${type.of.join(', ')})` : type.name
}
