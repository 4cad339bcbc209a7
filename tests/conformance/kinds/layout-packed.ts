import { compile } from '#engine/rust/compile.ts'

export interface LayoutPackedRecord {
  readonly input: { readonly rust: string; readonly rbp: string }
  readonly expect: {
    readonly symbols: readonly {
      readonly name: string
      readonly type: string
      readonly size: number
      readonly rbp_offset: number
      readonly va: string
      readonly bytes: string
      readonly load: string
      readonly crosses_page: boolean
      readonly aligned: boolean
    }[]
    readonly locals_bytes: number
    readonly frame_size: number
    readonly rsp_after_prologue: string
    readonly asm: readonly string[]
    readonly asm_is_unique: boolean
    readonly frame_bytes: { readonly from: string; readonly hex: string }
  }
}

/** The document's layout: symbol table, frame, assembly, and the bytes that the assembly's stores leave in the frame. */
export function check(record: LayoutPackedRecord): string | undefined {
  const compilation = compile(record.input.rust, { layout: 'packed' })
  if (!compilation.ok) return compilation.diagnostics[0]?.message
  const [func] = compilation.functions
  if (func === undefined) return 'no function'
  const base = BigInt(record.input.rbp)
  const assembly = instructionsOf(compilation.assembly).slice(0, -2)
  const { expect } = record
  const symbols = func.symbols.map(({ name, type, size, offset, alignment }, index) => {
    const address = base + BigInt(offset)
    return {
      ...expect.symbols[index],
      name,
      type,
      size,
      rbp_offset: offset,
      va: hex(address),
      load: loadOf(name, record.input.rust),
      crosses_page: (address & 0xfffn) + BigInt(size) > 4096n,
      aligned: address % BigInt(alignment) === 0n,
    }
  })
  return (
    differ('symbols', symbols, expect.symbols) ??
    differ('locals', func.localBytes, expect.locals_bytes) ??
    differ('frame', func.frameSize, expect.frame_size) ??
    differ('rsp', hex(base - BigInt(func.frameSize)), expect.rsp_after_prologue) ??
    (expect.asm_is_unique ? differ('assembly', assembly, expect.asm) : undefined) ??
    differ('frame bytes', frameBytes(assembly, func.frameSize), expect.frame_bytes.hex.toLowerCase())
  )
}

function differ(what: string, actual: unknown, expected: unknown): string | undefined {
  const [ours, theirs] = [JSON.stringify(actual, sorted), JSON.stringify(expected, sorted)]
  return ours === theirs ? undefined : `${what}: ${ours}, expected ${theirs}`
}

function sorted(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([first], [second]) => (first < second ? -1 : 1)))
}

function hex(value: bigint): string {
  return `0x${value.toString(16).toUpperCase()}`
}

function instructionsOf(assembly: string): string[] {
  const lines = assembly.split('\n').map((line) => line.replace(/;.*/, '').trim())
  return lines.filter((line) => line !== '' && !line.endsWith(':'))
}

/** The instruction that loads the variable, where the program goes on to read it. */
function loadOf(name: string, rust: string): string | undefined {
  const compilation = compile(rust.replace(/\}\s*$/, `${name}; }`), { layout: 'packed' })
  return compilation.ok ? instructionsOf(compilation.assembly).at(-3) : undefined
}

const STORE = /^mov (?:(?<size>byte|word|dword|qword) )?\[rbp - (?<depth>\d+)\], (?<value>-?\d+|rax)$/
const BYTE_COUNTS: Readonly<Record<string, number>> = { byte: 1, word: 2, dword: 4, qword: 8 }
const UNTOUCHED = 0xa5

/** What the stores of constants leave behind, lowest address first; `mov rax, …` prepares those of more than 32 bits. */
function frameBytes(assembly: readonly string[], frameSize: number): string {
  const frame = new Array<number>(frameSize).fill(UNTOUCHED)
  let rax = 0n
  for (const line of assembly) {
    rax = BigInt(/^mov rax, (-?\d+)$/.exec(line)?.[1] ?? rax)
    const { size = 'qword', depth, value } = STORE.exec(line)?.groups ?? {}
    if (depth === undefined || value === undefined) continue
    const pattern = BigInt.asUintN(64, value === 'rax' ? rax : BigInt(value))
    for (let index = 0; index < (BYTE_COUNTS[size] ?? 0); index++) {
      frame[frameSize - Number(depth) + index] = Number((pattern >> BigInt(8 * index)) & 0xffn)
    }
  }
  return frame.map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
