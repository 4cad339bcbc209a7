import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import type { Value } from '#engine/rust/3-check/evaluate.ts'
import { offsetsOf, sizeOf, tagOf } from '#engine/rust/3-check/type-layout.ts'
import { fieldsOf, known, type Type } from '#engine/rust/3-check/types.ts'
import { typesIn } from '../../conformance/rust-types/types-in.ts'
import { constantBytes, Memory, number } from './mir-memory.ts'
import { rustc } from './rustc.ts'

/** With PAGEWALK_ENUMS=500 as many enums are drawn. */
const COUNT = Number(process.env['PAGEWALK_ENUMS'] ?? 20)

const folder = mkdtempSync(join(tmpdir(), 'pagewalk-enums-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A field of a variant: its type, a value of it, and how both are written. */
interface Part {
  readonly type: string
  readonly text: string
  readonly value: Value
}

const some = (value: Value): Value => ({ variant: 1, parts: [value] })
const none: Value = { variant: 0, parts: [] }
const upTo = (type: string, max: number) =>
  fc.nat(max).map((number): Part => ({ type, text: String(number), value: BigInt(number) }))
const bool = fc.boolean().map((yes): Part => ({ type: 'bool', text: String(yes), value: yes ? 1n : 0n }))
const option = (part: fc.Arbitrary<Part>) =>
  fc.tuple(part, fc.boolean()).map(([{ type, text, value }, isSome]): Part => ({
    type: `Option<${type}>`,
    text: isSome ? `Some(${text})` : 'None',
    value: isSome ? some(value) : none,
  }))
const pair = (one: fc.Arbitrary<Part>, other: fc.Arbitrary<Part>) =>
  fc.tuple(one, other).map((parts): Part => ({
    type: `(${parts.map(({ type }) => type).join(', ')})`,
    text: `(${parts.map(({ text }) => text).join(', ')})`,
    value: parts.map(({ value }) => value),
  }))
const [u8, u16, u32] = [upTo('u8', 255), upTo('u16', 65_535), upTo('u32', 2 ** 31)]
const char = fc
  .constantFrom('a', 'é', '😀')
  .map((letter): Part => ({ type: 'char', text: `'${letter}'`, value: BigInt(letter.codePointAt(0)!) }))
const part = fc.oneof(
  ...[u8, u16, u32, bool, char, option(bool), option(u16), option(option(bool)), option(char)],
  ...[pair(u8, u32), pair(bool, u16), option(pair(u8, bool))],
)
const variants = fc.array(fc.array(part, { maxLength: 3 }), { minLength: 1, maxLength: 5 })

function definition(name: string, drawn: readonly (readonly Part[])[]): string {
  const texts = drawn.map((parts, index) => `V${index}(${parts.map(({ type }) => type).join(', ')})`)
  return `enum ${name} { ${texts.join(', ')} }`
}

/** For each enum and each variant of it, the bytes of a value. */
function askRustc(enums: readonly (readonly (readonly Part[])[])[]): readonly string[] {
  const values = enums.flatMap((drawn, index) =>
    drawn.map((parts, at) => `show(E${index}::V${at}(${parts.map(({ text }) => text).join(', ')}));`),
  )
  const source = `fn show<T>(value: T) {
    let start = &raw const value as *const u8;
    for at in 0..size_of::<T>() { print!("{:02x}", unsafe { start.add(at).read_volatile() }); }
    println!();
}
${enums.map((drawn, index) => definition(`E${index}`, drawn)).join('\n')}
fn main() {
${values.join('\n')}
}
`
  const executable = join(folder, 'enums')
  const options = ['--edition=2024', '-A', 'warnings', '-o', executable, '-']
  const compiled = spawnSync(rustc ?? '', options, { input: source, encoding: 'utf8' })
  if (compiled.status !== 0) throw new Error(compiled.stderr)
  return spawnSync(executable, { encoding: 'utf8' }).stdout.trimEnd().split('\n')
}

/** Which bytes a value writes; what is between them may be anything. */
function writtenBytes(value: Value, type: Type, mask: boolean[] = [], at = 0): boolean[] {
  const found = known(type)
  if (typeof value === 'bigint') mask.fill(true, at, at + sizeOf(found))
  else if ('variant' in value && found.kind === 'enum') {
    writtenBytes(value.parts, { kind: 'variant', of: found, index: value.variant }, mask, at)
    const tag = tagOf(found, value.variant)
    if (tag) mask.fill(true, at + tag.offset, at + tag.offset + tag.size)
  } else if (
    !('variant' in value || 'text' in value || 'referent' in value) &&
    (found.kind === 'tuple' || found.kind === 'variant')
  ) {
    const types = found.kind === 'tuple' ? found.elements : fieldsOf(found).map((field) => field.type)
    const offsets = value.length > 0 ? offsetsOf(found) : []
    value.forEach((each, index) => writtenBytes(each, types[index]!, mask, at + offsets[index]!))
  }
  return mask
}

describe.skipIf(rustc === undefined)('an enum’s bytes are those that rustc writes', () => {
  test(`for ${COUNT} drawn ones`, () => {
    const enums = fc.sample(variants, COUNT)
    const answers = [...askRustc(enums)]
    enums.forEach((drawn, which) => {
      const source = definition(`E${which}`, drawn)
      const type = known(typesIn(source, [`E${which}`])[0]!) as Type & { kind: 'enum' }
      drawn.forEach((parts, variant) => {
        const value: Value = { variant, parts: parts.map((each) => each.value) }
        const bytes = constantBytes(value, type, () => 0)
        const mask = writtenBytes(value, type, new Array<boolean>(bytes.length).fill(false))
        const shown = (hex: string) =>
          mask.map((isSet, at) => (isSet ? hex.slice(2 * at, 2 * at + 2) : '··')).join('')
        const answer = shown(answers.shift()!)
        expect(`${source} V${variant}: ${shown(Buffer.from(bytes).toString('hex'))}`).toBe(
          `${source} V${variant}: ${answer}`,
        )
        const memory = new Memory()
        const address = memory.stack.allocate(bytes.length, 16)
        memory.write(address, bytes)
        expect(memory.variantAt(address, type)).toBe(variant)
        const tag = tagOf(type, variant)
        if (tag) expect(number(memory.read(address + tag.offset, tag.size), false)).toBe(tag.value)
      })
    })
  })
})
