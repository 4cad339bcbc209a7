import { makeEntry } from '#engine/memory/entry.ts'
import { Machine } from '#engine/machine/machine.ts'
import { link } from '#engine/machine/program.ts'
import { pagesOf, type PageRow } from '#engine/os/kernel.ts'
import { hex, virtualAddress, type PageNumber, type VirtualAddress } from '#engine/units.ts'
import { difference } from '../difference.ts'
import { hexBytes } from './bytes-le.ts'

interface MemoryBytes {
  readonly va: string
  readonly bytes: string
}

type State = Readonly<Record<string, string | readonly MemoryBytes[]>> & {
  readonly memory?: readonly MemoryBytes[]
}

/** Instructions, and registers and memory after each of them. */
interface FrameTraceRecord {
  readonly input: {
    readonly asm: readonly string[]
    readonly registers: Readonly<Record<string, string>>
    readonly memory: readonly MemoryBytes[]
  }
  readonly expect: { readonly states: readonly State[] }
}

export function check({ input, expect }: FrameTraceRecord): string | undefined {
  const machine = machineWith(input.memory, input.registers, input.asm.join('\n'))
  for (const [index, state] of expect.states.entries()) {
    if (index > 0) {
      const stop = machine.step()
      if (stop.kind === 'fault') return `state ${index}: ${stop.fault.kind}`
      const instruction = machine.listing!.assembly.instructions[index - 1]!
      const wrongCode = difference(
        `code of ${String(state['after'])}`,
        state['code'],
        hexBytes(instruction.bytes),
      )
      if (wrongCode !== undefined) return wrongCode
    }
    const wrong = checkState(machine, state)
    if (wrong !== undefined) return `state ${index}: ${wrong}`
  }
  return undefined
}

function checkState(machine: Machine, state: State): string | undefined {
  for (const [name, value] of Object.entries(state)) {
    if (name === 'after' || name === 'code' || name === 'memory') continue
    const wrong = difference(name, value, hex(machine.registers.get(name)))
    if (wrong !== undefined) return wrong
  }
  for (const { va, bytes } of state.memory ?? []) {
    const found = machine.memory.peek(virtualAddress(BigInt(va)), bytes.length / 2)
    const wrong = difference(`bytes at ${va}`, bytes, found && hexBytes(found))
    if (wrong !== undefined) return wrong
  }
  return undefined
}

/** The walkthrough's machine with these bytes and registers, and the instructions about to run. */
export function machineWith(
  memory: readonly MemoryBytes[],
  registers: Readonly<Record<string, string>>,
  source: string,
): Machine {
  const machine = Machine.boot('walkthrough', 'four-level')
  const places = memory.map(({ va, bytes }) => ({
    at: virtualAddress(BigInt(va)),
    bytes: Buffer.from(bytes, 'hex'),
  }))
  addPages(machine, [
    ...places.map(({ at, bytes }) => [at, bytes.length] as const),
    ...Object.values(registers).map((value) => [virtualAddress(BigInt(value)), 1] as const),
  ])
  for (const { at, bytes } of places) machine.memory.write(at, bytes)
  for (const [name, value] of Object.entries(registers)) machine.registers.set(name, BigInt(value))
  const linked = link(source, machine.fragmentOrigin)
  if (!linked.ok) throw new Error(linked.diagnostics.map(({ message }) => message).join(' '))
  machine.splice(linked.program)
  return machine
}

/** Maps the pages of these places, in frames from the middle of RAM, where they lie in the stack. */
function addPages(machine: Machine, places: readonly (readonly [VirtualAddress, number])[]): void {
  const own = machine.kernel.ownRows()
  const stack = machine.current.regions.find(({ name }) => name === 'stack')!
  const pages = new Set<PageNumber>(places.flatMap(([at, byteCount]) => pagesOf(at, byteCount)))
  for (const { page } of own) pages.delete(page)
  const added: PageRow[] = [...pages]
    .filter((page) => BigInt(page) << 12n >= stack.start && BigInt(page) << 12n < stack.end)
    .map((page, index) => ({
      page,
      entry: makeEntry(0x80000 + 0x1000 * index, { write: true, execute: true, user: true }),
    }))
  machine.setRows([...own, ...added])
}
