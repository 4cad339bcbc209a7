import { assemble, DEFAULT_ORIGIN } from '#engine/assembler/assemble.ts'
import { disassemble } from '#engine/assembler/disassemble.ts'

/** One instruction as text and as bytes. */
export interface EncodingRecord {
  readonly nasm: string
  readonly intel: string
  readonly nosize?: string
  readonly bytes: string
  readonly O1?: string
  readonly O0?: string
  readonly gas?: string
  readonly also_valid: readonly string[]
  readonly objdump: string
}

/**
 * Each text must assemble to one of the valid encodings, and each valid encoding must disassemble to a text that
 * stands for the same instruction: one that assembles to a valid encoding again.
 */
export function check(record: EncodingRecord): string | undefined {
  const { nasm, intel, nosize, bytes, O1, O0, gas, also_valid: alsoValid } = record
  const defined = [bytes, ...alsoValid, O1, O0, gas].filter((encoding) => encoding !== undefined)
  const valid = new Set(defined.map((encoding) => encoding.toLowerCase()))
  const wrong = [
    ...[nasm, intel, nosize].flatMap((text) => (text === undefined ? [] : checkText(text, valid))),
    ...[...valid].flatMap((encoding) => checkBytes(encoding, valid)),
  ]
  return wrong.length === 0 ? undefined : wrong.join('\n')
}

function checkText(text: string, valid: ReadonlySet<string>): string[] {
  const found = assembledHex(text)
  return valid.has(found) ? [] : [`\`${text}\`: expected ${[...valid].join(' or ')}, found ${found}`]
}

function checkBytes(encoding: string, valid: ReadonlySet<string>): string[] {
  const found = disassemble(Uint8Array.from(Buffer.from(encoding, 'hex')), DEFAULT_ORIGIN)
  if (found === undefined) return [`${encoding} does not disassemble`]
  if (found.byteCount * 2 !== encoding.length)
    return [`${encoding}: ${found.byteCount} bytes read as \`${found.text}\``]
  const again = assembledHex(found.text)
  return valid.has(again) ? [] : [`${encoding} disassembles to \`${found.text}\`, which is ${again}`]
}

function assembledHex(text: string): string {
  const result = assemble(text)
  if (!result.ok) return result.diagnostics.map(({ message }) => message).join(' ')
  return result.assembly.sections.map(({ bytes }) => Buffer.from(bytes).toString('hex')).join('')
}
