/** The shape of `exercises.yaml`, as its author writes it, but for what each kind adds (kinds/). Read and checked at build; never sent to a reader. */
import { z } from 'astro/zod'
import { HARDWARE, type HardwareName } from '#engine/machine/hardware.ts'
import { SCHEMES, type SchemeName } from '#engine/memory/scheme.ts'
import { IMAGES, type ImageName } from '#engine/os/images.ts'
import { MISTAKE_NAMES } from '#exercises/worker/mistakes.ts'

/** Numbers and words stand in YAML without quotes; inside they are texts, as they are in sources. */
export const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String)
export const sentence = z.string().trim().min(1)
export const identifier = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'an id is made of small letters, digits and hyphens')
const range = z.tuple([z.number().int(), z.number().int()]).refine(([from, to]) => from <= to, {
  error: 'the lower bound comes first',
})
const step = z.number().int().positive().optional()

const parameter = z.union(
  [
    z.strictObject({ integer: range, step }),
    z.strictObject({ hexadecimal: range, step }),
    z.strictObject({ choice: z.array(z.union([scalar, z.record(z.string(), scalar)])).min(2) }),
  ],
  { error: 'a parameter is {integer: [from, to]}, {hexadecimal: [from, to]} or {choice: [two or more]}' },
)

const cellAttributes = {
  id: identifier.optional(),
  title: sentence.optional(),
  hidden: z.boolean().optional(),
  solution: z.string().optional(),
  image: z.enum(Object.keys(IMAGES) as ImageName[]).optional(),
  scheme: z.enum(Object.keys(SCHEMES) as SchemeName[]).optional(),
  hardware: z.enum(Object.keys(HARDWARE) as HardwareName[]).optional(),
  process: z.enum(['A', 'B']).optional(),
  layout: z.enum(['packed', 'debug']).optional(),
  stop: z.enum(['before-leave', 'end']).optional(),
}

const cell = z.union(
  [
    z.strictObject({ rust: z.string(), ...cellAttributes }),
    z.strictObject({ asm: z.string(), ...cellAttributes }),
    z.strictObject({ pages: z.string(), ...cellAttributes }),
    z.strictObject({ access: z.string(), ...cellAttributes }),
    z.strictObject({ machine: z.string(), ...cellAttributes }),
  ],
  {
    error:
      'a cell is one of rust, asm, pages, access and machine with its source, and what <Cell> may have besides',
  },
)

export const condition = z
  .strictObject({
    fact: sentence,
    cell: identifier.optional(),
    is: scalar.optional(),
    isNot: scalar.optional(),
    atLeast: scalar.optional(),
    atMost: scalar.optional(),
    multipleOf: scalar.optional(),
    sameAs: sentence.optional(),
    unchanged: z.boolean().optional(),
    exists: z.boolean().optional(),
    otherwise: sentence.optional(),
  })
  .refine((given) => Object.keys(given).some((key) => !['fact', 'cell', 'otherwise'].includes(key)), {
    error:
      'a condition says what must hold of its fact: is, isNot, atLeast, atMost, multipleOf, sameAs, unchanged or exists',
  })

export const refusing = condition.refine(({ otherwise }) => otherwise !== undefined, {
  error: 'say in “otherwise” what a reader is told where this does not hold',
})

export const mistakes = z.array(
  z.enum(MISTAKE_NAMES, { error: `no such mistake; there are ${MISTAKE_NAMES.join(', ')}` }),
)
export const foreseen = z.array(z.strictObject({ fact: sentence, cell: sentence.optional(), says: sentence }))

export const question = z.strictObject({
  fact: sentence,
  label: sentence.optional(),
  mistakes: mistakes.optional(),
  foreseen: foreseen.optional(),
})

export const common = {
  id: identifier,
  title: sentence,
  prompt: sentence,
  parameters: z.record(z.string().regex(/^[a-z]\w*$/i), parameter).optional(),
  distinct: z.array(z.string()).optional(),
  of: identifier.optional(),
  given: z.array(cell).optional(),
  hints: z.array(sentence).optional(),
  explanation: sentence,
}

/** One line that turns a value of a lesson's cell into a question: `- { predict: x.offset, of: example }`. */
export const lineSchema = z.strictObject({
  predict: z.union([sentence, z.array(sentence).min(2)]),
  of: identifier,
  id: identifier.optional(),
  title: sentence.optional(),
  vary: z.record(z.string(), z.array(scalar).min(2)).optional(),
  mistakes: mistakes.optional(),
  hints: z.array(sentence).optional(),
  explanation: sentence.optional(),
})

export const sheetSchema = z.strictObject({
  mixed: z.number().int().min(2).optional(),
  exercises: z.array(z.unknown()).min(1),
})

/** What every kind of exercise has, as it is written. */
export type WrittenCommon = z.output<z.ZodObject<typeof common>>
export type WrittenLine = z.output<typeof lineSchema>
export type WrittenCell = z.output<typeof cell>
export type WrittenCondition = z.output<typeof condition>
