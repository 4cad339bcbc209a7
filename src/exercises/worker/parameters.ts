import { hex } from '#engine/units.ts'
import type { Parameter, Parameters } from '#exercises/shared/exercise.ts'
import type { Random } from '#exercises/shared/random.ts'

/** What was drawn, as it stands in sources and texts, by the name between `${` and `}`. */
export type Values = Readonly<Record<string, string>>

const PLACEHOLDER = /\$\{([\w.]+)\}/g

/** What decides which of several values is drawn. */
type Choosing = Pick<Random, 'below' | 'pick'>

/** The first value of each parameter: templates make sense with any, so with these. */
export function firstValues(parameters: Parameters): Values {
  return drawValues(parameters, { below: () => 0, pick: ([first]) => first! })
}

export function drawValues(parameters: Parameters, random: Choosing): Values {
  return Object.assign(
    {},
    ...Object.entries(parameters).map(([name, parameter]) => drawValue(name, parameter, random)),
  )
}

function drawValue(name: string, parameter: Parameter, random: Choosing): Values {
  if (parameter.kind === 'choice') return fieldsOf(name, random.pick(parameter.among))
  const { from, to, step, hexadecimal } = parameter
  const value = from + step * random.below(Math.floor((to - from) / step) + 1)
  return { [name]: hexadecimal ? hex(value) : String(value) }
}

function fieldsOf(name: string, fields: Readonly<Record<string, string>>): Values {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [field === '' ? name : `${name}.${field}`, value]),
  )
}

/** The names that a parameter fills in. */
export function placeholdersOf(name: string, parameter: Parameter): string[] {
  return parameter.kind === 'integer'
    ? [name]
    : Object.keys(fieldsOf(name, Object.assign({}, ...parameter.among)))
}

/** How many values a parameter has. */
export function valueCount(parameter: Parameter): number {
  return parameter.kind === 'choice'
    ? new Set(parameter.among.map((fields) => JSON.stringify(fields))).size
    : Math.floor((parameter.to - parameter.from) / parameter.step) + 1
}

/** Replaces every `${name}` by what was drawn for it, and once more where what was drawn has placeholders of its own. */
export function fill(template: string, values: Values): string {
  const once = (text: string) => text.replace(PLACEHOLDER, (whole, name: string) => values[name] ?? whole)
  return once(once(template))
}

/** The same data with every text in it filled. */
export function fillAll<Data>(data: Data, values: Values): Data {
  if (typeof data === 'string') return fill(data, values) as Data
  if (Array.isArray(data)) return data.map((part: unknown) => fillAll(part, values)) as Data
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(
    Object.entries(data).map(([key, part]) => [key, fillAll<unknown>(part, values)]),
  ) as Data
}

/** The names between `${` and `}` in a template. */
export function namesIn(template: string): string[] {
  return [...template.matchAll(PLACEHOLDER)].map((match) => match[1]!)
}
