import { Machine } from '#engine/machine/machine.ts'
import { link } from '#engine/machine/program.ts'
import { hex } from '#engine/units.ts'
import { difference } from '../difference.ts'

/** Writes to a fresh region, and how many of them fault because their page has no frame yet. */
interface DemandPagingRecord {
  readonly input: {
    readonly region: readonly [string, string]
    readonly present_at_start: readonly string[]
    readonly writes: readonly { readonly va: string; readonly size: number }[]
  }
  readonly expect: {
    readonly first_touch_faults: number
    readonly resident_pages_after: number
    readonly resident_bytes_after: number
  }
}

const REGISTERS: Readonly<Record<number, string>> = { 1: 'al', 2: 'ax', 4: 'eax', 8: 'rax' }

/** The region is mapped by the program itself, and the writes are its instructions. */
export function check({ input, expect }: DemandPagingRecord): string | undefined {
  const [start, end] = input.region
  const touched = input.present_at_start.map((place) => write(hex(addressOf(place, BigInt(start))), 1))
  const machine = Machine.boot('linux', 'four-level')
  const prepare = [mapRegion(BigInt(start), BigInt(end)), ...touched, 'hlt'].join('\n')
  const linked = link(`_start:\n${prepare}\n`, machine.codeOrigin, undefined, machine.codeByteLimit)
  if (!linked.ok) return linked.diagnostics[0]?.message
  const writes = input.writes.map(({ va, size }) => write(va, size))
  const whole = link(
    `_start:\n${[prepare.slice(0, -'hlt'.length), ...writes, 'hlt'].join('\n')}\n`,
    machine.codeOrigin,
    undefined,
    machine.codeByteLimit,
  )
  if (!whole.ok) return whole.diagnostics[0]?.message
  machine.load(linked.program)
  machine.run(1_000_000)
  const before = pagesIn(machine, start, end)
  machine.load(whole.program)
  machine.run(1_000_000)
  const after = pagesIn(machine, start, end)
  return difference('first touches', expect, {
    first_touch_faults: after - before,
    resident_pages_after: after,
    resident_bytes_after: 4096 * after,
  })
}

/** A place before the region is the number of a page in it. */
function addressOf(place: string, start: bigint): bigint {
  return BigInt(place) < start ? BigInt(place) << 12n : BigInt(place)
}

/** Each page of the region came with a fault of its own. */
function pagesIn(machine: Machine, start: string, end: string): number {
  const linux = machine.kernel.linux!
  const pages = linux.paging.residentPages(linux.current)
  return pages.filter(({ page }) => page >= Number(BigInt(start) >> 12n) && page < Number(BigInt(end) >> 12n))
    .length
}

function write(address: string, size: number): string {
  return `mov rbx, ${address}\nmov [rbx], ${REGISTERS[size] ?? 'al'}`
}

function mapRegion(start: bigint, end: bigint): string {
  return `mov eax, 9
mov rdi, ${hex(start)}
mov rsi, ${hex(end - start)}
mov edx, 3
mov r10d, 0x32
mov r8, -1
xor r9d, r9d
syscall`
}
