import { buildProgram } from '#engine/rust/1-parse/build-program.ts'
import { parser } from '#engine/rust/1-parse/parser.generated.ts'
import { resolve } from '#engine/rust/2-resolve/resolve.ts'
import { ProgramTypes } from '#engine/rust/3-check/program-types.ts'
import type { Type } from '#engine/rust/3-check/types.ts'
import { LAYOUTS } from './layouts.ts'
import { opaqueType } from './opaque.ts'

/**
 * Types as Rust has them, for their layouts: also those that no program of the course's has.
 * @param source what they are made of: structs, enums and unions
 * @throws Error where one of them is not understood
 */
export function typesIn(source: string, asked: readonly string[]): readonly Type[] {
  const aliases = asked.map((type, index) => `type Asked${index} = ${type};`)
  const program = programOf([source, ...aliases].join('\n'))
  const library = { program: programOf(LAYOUTS), text: LAYOUTS, renewBody: () => {} }
  const resolution = resolve(program, library)
  const types = new ProgramTypes(resolution, [], opaqueType)
  return program.aliases
    .slice(-asked.length)
    .map(({ type, name }) => (type ? types.typeFor(type) : missing(name.text)))
}

function programOf(text: string) {
  return buildProgram(parser.parse(text), text)
}

function missing(name: string): never {
  throw new Error(`the type of ${name} is missing`)
}
