import { textAt, type ElfFile, type ElfSection } from './elf-file.ts'
import {
  SHF_EXECINSTR,
  SHT_SYMTAB,
  STT_FUNC,
  STT_GNU_IFUNC,
  STT_NOTYPE,
  SYMBOL_BYTE_COUNT,
} from './elf-format.ts'

/** A name in the program's code. */
export interface ElfSymbol {
  readonly name: string
  readonly address: bigint
  /** Undefined where the file does not say. */
  readonly byteCount: number | undefined
}

/** More than these are not read. */
const MOST_SYMBOLS = 200_000

/**
 * What stands at addresses of code, by the file's own table, in the order of the addresses.
 * @param bias what is added to them
 */
export function readSymbols({ sections }: ElfFile, bias = 0n): readonly ElfSymbol[] {
  const table = sections.find(({ type }) => type === SHT_SYMTAB)
  const names = table && sections[table.link]
  if (table === undefined || names === undefined) return []
  const { bytes } = table
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const count = Math.min(Math.floor(bytes.length / SYMBOL_BYTE_COUNT), MOST_SYMBOLS)
  const symbols: ElfSymbol[] = []
  for (let at = 0; at < count * SYMBOL_BYTE_COUNT; at += SYMBOL_BYTE_COUNT) {
    if (!isCode(view, at, sections)) continue
    const nameAt = view.getUint32(at, true)
    if ((names.bytes[nameAt] ?? 0) !== 0) symbols.push(new TableSymbol(names.bytes, nameAt, view, at, bias))
  }
  return symbols.sort((one, other) =>
    one.address < other.address ? -1 : one.address > other.address ? 1 : 0,
  )
}

/** A name is read when it is asked for: there may be many, and long ones. */
class TableSymbol implements ElfSymbol {
  readonly address: bigint
  readonly byteCount: number | undefined
  readonly #names: Uint8Array
  readonly #nameAt: number

  constructor(names: Uint8Array, nameAt: number, view: DataView, at: number, bias: bigint) {
    this.#names = names
    this.#nameAt = nameAt
    this.address = view.getBigUint64(at + 8, true) + bias
    const byteCount = Number(view.getBigUint64(at + 16, true))
    this.byteCount = byteCount > 0 && byteCount <= 0xffff_ffff ? byteCount : undefined
  }

  get name(): string {
    return demangled(textAt(this.#names, this.#nameAt))
  }
}

/** Functions, and the labels of assemblers, which have no type. */
function isCode(view: DataView, at: number, sections: readonly ElfSection[]): boolean {
  const type = view.getUint8(at + 4) & 15
  const section = sections[view.getUint16(at + 6, true)]
  const isExecutable = section !== undefined && (section.flags & BigInt(SHF_EXECINSTR)) !== 0n
  return isExecutable && [STT_FUNC, STT_GNU_IFUNC, STT_NOTYPE].includes(type)
}

const ESCAPES: Readonly<Record<string, string>> = {
  $SP$: '@',
  $BP$: '*',
  $RF$: '&',
  $LT$: '<',
  $GT$: '>',
  $LP$: '(',
  $RP$: ')',
  $C$: ',',
}

/** A Rust path as it was written, without the hash that rustc appends; any other name as it is. */
export function demangled(name: string): string {
  const [, inside] = /^_ZN(.+)E(?:\.llvm\.\w+)?$/.exec(name) ?? []
  if (inside === undefined) return name
  const parts: string[] = []
  for (let rest = inside; rest !== '';) {
    const digits = /^\d{1,4}/.exec(rest)?.[0] ?? ''
    const length = Number(digits)
    const part = rest.slice(digits.length, digits.length + length)
    if (digits === '' || part.length < length || length === 0) return name
    parts.push(part)
    rest = rest.slice(digits.length + length)
  }
  if (!/^h[\da-f]{16}$/.test(parts.at(-1)!)) return name
  return parts.slice(0, -1).map(unescaped).join('::')
}

function unescaped(part: string): string {
  return part
    .replace(/^_(?=\$)/, '')
    .replace(/\$u([\da-f]{2})\$/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\$\w+\$/g, (code) => ESCAPES[code] ?? code)
    .replaceAll('..', '::')
}
