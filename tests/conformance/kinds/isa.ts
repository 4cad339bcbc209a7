import { Processor } from '../../processor.ts'

interface State {
  readonly rip: string
  readonly rflags: string
  readonly regs: Readonly<Record<string, string>>
  /** 16 bytes each, the lowest first. */
  readonly xmm?: readonly string[]
  readonly mxcsr?: string
}

/** One instruction, and the whole state before and after it on a real processor. */
export interface IsaRecord {
  readonly nasm: string
  readonly code: string
  readonly before: State
  readonly after: State
  readonly flags_defined: string
  readonly regs_undefined?: readonly string[]
  readonly mem: readonly { readonly addr: string; readonly before: string; readonly after: string }[]
  readonly exception: keyof typeof FAULTS | null
}

/** What the processor here calls them. */
const FAULTS = {
  '#DE': 'divide-error',
  '#UD': 'invalid-opcode',
  '#GP': 'general-protection',
  '#PF': 'page-fault',
  '#XM': 'simd-exception',
} as const

export function check(record: IsaRecord): string | undefined {
  const processor = prepare(record)
  const stop = runToEnd(processor, record)
  const wrong = [
    ...checkStop(record, stop),
    ...checkRegisters(record, processor),
    ...checkMemory(record, processor),
  ]
  return wrong.length === 0 ? undefined : [`${record.nasm} (${record.code})`, ...wrong].join('\n')
}

/** A repeated instruction is one here for each of its turns. */
function runToEnd({ cpu, registers }: Processor, { before, code }: IsaRecord) {
  let stop = cpu.step()
  for (let turn = 0; turn < 10_000 && registers.rip === BigInt(before.rip) && isRepeated(code); turn++) {
    if (stop.kind === 'fault') break
    stop = cpu.step()
  }
  return stop
}

function isRepeated(code: string): boolean {
  return /^(?:66|67)*f[23]/i.test(code)
}

export function prepare({ before, code, mem }: IsaRecord): Processor {
  const processor = new Processor()
  const { registers } = processor
  const start = BigInt(before.rip)
  processor.map(start, 16)
  for (const { addr, before } of mem) {
    processor.map(BigInt(addr), before.length / 2)
    processor.place(BigInt(addr), fromHex(before))
  }
  processor.place(start, fromHex(code))
  for (const [name, value] of Object.entries(registersOf(before))) registers.set(name, BigInt(value))
  registers.rip = start
  registers.flags = BigInt(before.rflags)
  return processor
}

/** All registers by name, those of vectors too where the record has them. */
function registersOf({ regs, xmm = [], mxcsr }: State): Readonly<Record<string, string>> {
  const vectors = xmm.map((bytes, number) => [`xmm${number}`, littleEndian(bytes)])
  return { ...regs, ...Object.fromEntries(vectors), ...(mxcsr === undefined ? {} : { mxcsr }) }
}

function littleEndian(bytes: string): string {
  return `0x${Buffer.from(bytes, 'hex').reverse().toString('hex')}`
}

function checkStop({ exception }: IsaRecord, stop: ReturnType<Processor['cpu']['step']>): string[] {
  const found = stop.kind === 'fault' ? stop.fault.kind : 'none'
  const expected = exception === null ? 'none' : FAULTS[exception]
  return found === expected ? [] : [`fault: expected ${expected}, found ${found}`]
}

function checkRegisters(record: IsaRecord, { registers }: Processor): string[] {
  const expected = Object.entries({ ...registersOf(record.after), rip: record.after.rip })
  const wrong = expected
    .filter(
      ([name, value]) => !record.regs_undefined?.includes(name) && registers.get(name) !== BigInt(value),
    )
    .map(([name, value]) => `${name}: expected ${value}, found 0x${registers.get(name).toString(16)}`)
  const defined = BigInt(record.flags_defined)
  const flags = BigInt(record.after.rflags)
  if (((registers.flags ^ flags) & defined) === 0n) return wrong
  return [
    ...wrong,
    `flags: expected 0x${flags.toString(16)}, found 0x${registers.flags.toString(16)}, of which 0x${defined.toString(16)} are defined`,
  ]
}

function checkMemory({ mem }: IsaRecord, processor: Processor): string[] {
  return mem.flatMap(({ addr, after }) => {
    const found = Buffer.from(processor.bytes(BigInt(addr), after.length / 2)).toString('hex')
    return found === after.toLowerCase() ? [] : [`memory at ${addr}: expected ${after}, found ${found}`]
  })
}

function fromHex(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, 'hex'))
}
