import { parseAddress } from '#engine/facts/parse-fact.ts'
import { computeAddress } from '#engine/machine/access/address.ts'
import { hex } from '#engine/units.ts'
import { difference } from '../difference.ts'
import { hexBytes } from './bytes-le.ts'
import { machineWith } from './frame-trace.ts'

/** One load, and what it leaves in RAX: kept, cleared or sign-extended upper bits. */
interface LoadRecord {
  readonly input: {
    readonly asm: string
    readonly code: string
    readonly rbp: string
    readonly memory: { readonly va: string; readonly bytes: string }
    readonly rax_before: string
  }
  readonly expect: { readonly rax_after: string; readonly va: string; readonly crosses_page: boolean }
}

export function check({ input, expect }: LoadRecord): string | undefined {
  const machine = machineWith([input.memory], { rbp: input.rbp, rax: input.rax_before }, input.asm)
  const instruction = machine.listing!.assembly.instructions[0]!
  const operand = parseAddress(/\[(.*)\]/.exec(input.asm)![1]!)!
  const computed = computeAddress(machine, operand)
  if ('unknown' in computed) return `${computed.unknown.text} is unknown`
  const segments = machine.memory.partsOf(computed.address, input.memory.bytes.length / 2)
  const stop = machine.step()
  return (
    difference('code', input.code, hexBytes(instruction.bytes)) ??
    (stop.kind === 'fault' ? stop.fault.kind : undefined) ??
    difference('rax', expect.rax_after, hex(machine.registers.get('rax'))) ??
    difference('address', expect.va, hex(computed.address)) ??
    difference('crosses a page', expect.crosses_page, segments.length > 1)
  )
}
