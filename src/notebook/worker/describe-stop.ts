import { describeFault } from '#engine/memory/fault.ts'
import type { Machine } from '#engine/machine/machine.ts'
import { instructionAt } from '#engine/machine/program.ts'
import type { MachineStop } from '#engine/machine/snapshot.ts'
import { exhaustedStack } from '#engine/machine/stack-room.ts'
import type { Waiting } from '#engine/os/linux-process.ts'
import { describeSignal } from '#engine/os/signal.ts'
import { PAGE_SIZE } from '#engine/units.ts'
import { showValue } from '#notebook/shared/show-value.ts'

/** How a run ended, for the reader; undefined where it ended as it should. */
export function describeStop(machine: Machine, stop: MachineStop): string | undefined {
  switch (stop.kind) {
    case 'fault':
      return `${describeFault(stop.fault)}${atInstruction(machine)}${stackRemark(machine, stop)}`
    case 'budget':
      return describeBreak('Stopped', machine)
    case 'signal':
      return `${describeSignal(stop.signal)}${atInstruction(machine)}${stackRemark(machine, stop)}`
    case 'exit':
      return stop.code === 0 ? undefined : `The program ended with the exit code ${stop.code}.`
    case 'waits':
      return WAITS[stop.for]
    case 'syscall':
    case 'interrupt':
      return (
        'The program made a system call that only Linux answers, and this cell goes on with the machine of a cell ' +
        'above. In a cell that starts anew it would run as a process.'
      )
    default:
      return undefined
  }
}

/** System calls that the program made and this system does not answer, by name. */
export function callsRemark({ kernel }: Machine): string | undefined {
  const events = kernel.linux?.events.all ?? []
  const names = new Set(
    events.flatMap((event) => (event.kind === 'system-call' && event.isUnanswered ? [event.name] : [])),
  )
  if (names.size === 0) return undefined
  const listed = [...names].slice(0, MOST_NAMED).map((name) => `\`${name}\``)
  const more = names.size > MOST_NAMED ? ` and ${names.size - MOST_NAMED} more` : ''
  return `It asked for what this Linux does not do, and was told so (ENOSYS): ${listed.join(', ')}${more}.`
}

const MOST_NAMED = 5

const NO_OTHER = 'and no process is left that could do it: on Linux too it would wait for ever.'

/** Said of a program all of whose processes wait. */
const WAITS: Readonly<Record<Waiting['for'], string>> = {
  input: 'The program waits for input: type a line under what it printed, and it goes on.',
  pipe: `The program waits for somebody to write into a pipe, or to read from it, ${NO_OTHER}`,
  child: `The program waits for a child to end, ${NO_OTHER}`,
  signal: `The program waits for a signal, ${NO_OTHER}`,
  time: 'The program sleeps.',
}

/** Why a run has not come to its end: it cannot be told whether it ever would, so that is not said. */
export type Break = 'Stopped' | 'Interrupted' | 'Paused'

/** What there is to say of a program that still runs. */
export function describeBreak(how: Break, machine: Machine): string {
  const steps = showValue(String(machine.stepCount))
  return (
    `${how} after ${steps} instructions, and the program was still running.${atInstruction(machine)}` +
    ` What is shown is the machine as it was then.${how === 'Stopped' ? '' : ' “Go on” lets it run further from here.'}`
  )
}

/** What a program needs whose calls go too deep, or whose variables are too many. */
function stackRemark(machine: Machine, stop: MachineStop): string {
  const room = exhaustedStack(machine, stop)
  if (room === undefined) return ''
  if (room.grows)
    return (
      ` The stack had grown to its limit, ${room.byteCount / MEBIBYTE} MiB: its variables are larger than that, or a ` +
      'function calls itself without end.'
    )
  return (
    ` The stack’s ${room.byteCount / PAGE_SIZE} pages ran out: the variables of all calls that have not returned need ` +
    'more. A Linux process has a stack that grows to 8 MiB: on the scratchpad, choose one under Machine.'
  )
}

const MEBIBYTE = 1 << 20

function atInstruction(machine: Machine): string {
  const text = nextText(machine)
  return text === undefined ? '' : ` It stopped at ${text}.`
}

/** The instruction that RIP is at, as it is listed. */
function nextText({ listing, registers }: Machine): string | undefined {
  return listing && instructionAt(listing, registers.rip)?.text
}
