import { Machine } from '#engine/machine/machine.ts'
import { link } from '#engine/machine/program.ts'
import { hex } from '#engine/units.ts'
import { difference } from '../difference.ts'

/** What a program did, in words, and what Linux sent it. */
interface LinuxSignalRecord {
  readonly input: { readonly situation: string }
  readonly expect: {
    readonly signal: string
    readonly si_code: string
    readonly si_code_value: number
    readonly si_addr?: string | null
    readonly page_fault_error_code?: string | null
  }
}

const PAGE = 0x1000_0000n
const READ_ONLY = 1
const READ_WRITE = 3
const NO_ACCESS = 0

/** Where a situation's words place the access; the first that fits. A protection makes a page of it. */
const PLACES: readonly { words: RegExp; address: bigint; protection?: number }[] = [
  { words: /null/i, address: 0n },
  { words: /kernel/i, address: 0xffff_ffff_8100_0000n },
  { words: /non-canonical/i, address: 0x8000_0000_0000n },
  { words: /prot_none|no access/i, address: PAGE + 8n, protection: NO_ACCESS },
  { words: /straddl|cross/i, address: PAGE + 0xffdn, protection: READ_WRITE },
  { words: /no mapping|unmapped|not mapped/i, address: 0x2000_0010n },
  { words: /read-only|prot_read|rodata|constant/i, address: PAGE + 0x123n, protection: READ_ONLY },
  { words: /\bnx\b|execut|fetch|jump|data page/i, address: PAGE, protection: READ_WRITE },
  { words: /code|\.text/i, address: 0x40_1000n },
]

/** Instructions that fail for another reason than their address. */
const OTHERS: readonly { words: RegExp; source: string }[] = [
  { words: /divi|quotient/i, source: 'xor ecx, ecx\ndiv ecx' },
  { words: /ud2|opcode|undefined/i, source: 'ud2' },
  { words: /int3|breakpoint/i, source: 'int3' },
  { words: /hlt|privileged/i, source: 'hlt' },
]

export function check({ input: { situation }, expect }: LinuxSignalRecord): string | undefined {
  const other = OTHERS.find(({ words }) => words.test(situation))
  const place = PLACES.find(({ words }) => words.test(situation))
  if (other === undefined && place === undefined) return `nothing here does "${situation}"`
  const stop = run(other?.source ?? accessSource(situation, place!))
  if (stop.kind !== 'signal') return `ends with ${stop.kind}`
  const { signal, fault } = stop
  const address =
    expect.si_addr === 'faulting address' ? fault?.address : BigInt(addressOf(expect.si_addr, signal.address))
  return (
    difference('signal', expect.signal, signal.name) ??
    difference('si_code', expect.si_code, signal.code) ??
    difference('si_code value', expect.si_code_value, signal.codeValue) ??
    difference('si_addr', address, signal.address) ??
    (expect.page_fault_error_code?.startsWith('0x')
      ? difference('error code', Number(expect.page_fault_error_code), fault?.errorCode)
      : undefined)
  )
}

/** A recorded address as it is; what is only described is not compared. */
function addressOf(recorded: string | null | undefined, actual: bigint): string {
  return recorded?.startsWith('0x') ? recorded : recorded === null ? '0' : hex(actual)
}

function accessSource(situation: string, { address, protection }: (typeof PLACES)[number]): string {
  const place = `mov rbx, ${hex(address)}\n`
  const prepare = protection === undefined ? '' : mapPage(protection)
  if (/\brsp\b|\brbp\b|stack/i.test(situation)) return `${prepare}mov rbp, ${hex(address)}\nmov rax, [rbp]`
  if (/execut|fetch|jump|\bnx\b/i.test(situation)) return `${prepare}${place}jmp rbx`
  return `${prepare}${place}${/writ|store/i.test(situation.replace(/read-write/i, '')) ? 'mov [rbx], eax' : 'mov eax, [rbx]'}`
}

function mapPage(protection: number): string {
  return `mov eax, 9
mov edi, ${hex(PAGE)}
mov esi, 4096
mov edx, ${protection}
mov r10d, 0x32
mov r8, -1
xor r9d, r9d
syscall
`
}

function run(source: string) {
  const machine = Machine.boot('linux', 'four-level')
  const linked = link(`_start:\n${source}\n`, machine.codeOrigin)
  if (!linked.ok) throw new Error(linked.diagnostics[0]?.message)
  machine.load(linked.program)
  return machine.run(1000)
}
