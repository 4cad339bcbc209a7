import { variable } from '#engine/facts/fact.ts'
import { printFact } from '#engine/facts/print-fact.ts'
import { fromLittleEndian } from '#engine/bits.ts'
import type { Machine } from '#engine/machine/machine.ts'
import {
  functionAt,
  labelOf,
  instructionAt,
  routineAt,
  type LinkedFunction,
  type Program,
} from '#engine/machine/program.ts'
import { readValue } from '#engine/machine/value.ts'
import { hex, wrapAddress } from '#engine/units.ts'
import { defined } from '#notebook/shared/defined.ts'
import { thingText } from '#notebook/shared/thing.ts'
import type { CallsView } from '#notebook/shared/machine-view.ts'
import type { AtOneMoment } from './view-input.ts'

type Frame = CallsView['frames'][number]
type Local = Frame['locals'][number]

const WORD = 8n
/** A frame more is told as “and more”. */
const MOST_FRAMES = 12
const PUSH_BYTE_COUNT = 1n

/** A frame that is being read: the stack from `low` up belongs to it. */
interface Place {
  readonly function: LinkedFunction
  readonly low: bigint
  /** Absent before it is set up and after it was given up. */
  readonly rbp?: bigint
  readonly savedRbpAt?: bigint
  readonly returnAt: bigint
  /** The caller's RBP. */
  readonly callerRbp: bigint
}

/** The frames of the functions that are running, the innermost first; undefined where no compiler has named any. */
export function callsView({ machine }: Pick<AtOneMoment, 'machine'>): CallsView | undefined {
  const { program } = machine
  const first = program && innermost(machine, program)
  if (program === undefined) return undefined
  if (first === undefined) return elsewhere(machine, program)
  const frames: Frame[] = []
  let place: Place | undefined = first
  while (place !== undefined && frames.length < MOST_FRAMES) {
    frames.push(frameOf(machine, program, place, frames.length === 0))
    place = callerOf(machine, program, place)
  }
  return { kind: 'calls', frames, ...(place === undefined ? {} : { isCut: true as const }) }
}

/** In a routine that no compiler has described, nothing says whose frame RBP points to. */
function elsewhere({ registers, stop }: Machine, program: Program): CallsView | undefined {
  if (program.linkMap === undefined || stop?.kind === 'exit') return undefined
  const routine = registers.rip < program.end ? routineAt(program, registers.rip) : undefined
  return routine === undefined ? undefined : { kind: 'calls', frames: [], routine }
}

/** The running function's frame, also where it is about to be set up, or given up already. */
function innermost(machine: Machine, program: Program): Place | undefined {
  const { rip } = machine.registers
  const running = functionAt(program, rip)
  if (running === undefined) return undefined
  const [low, rbp] = [machine.registers.get('rsp'), machine.registers.get('rbp')]
  if (machine.frameFunction !== undefined) return placeAt(machine, running, low, rbp)
  const entry = program.assembly.labels.get(labelOf(running))
  const hasPushed = entry !== undefined && rip === entry + PUSH_BYTE_COUNT
  const isReturning = /^ret\b/i.test(instructionAt(program, rip)?.text ?? '')
  if (rip !== entry && !hasPushed && !isReturning) return undefined
  if (!hasPushed) return { function: running, low, returnAt: low, callerRbp: rbp }
  return { function: running, low, savedRbpAt: low, returnAt: low + WORD, callerRbp: rbp }
}

function placeAt(machine: Machine, running: LinkedFunction, low: bigint, rbp: bigint): Place | undefined {
  const callerRbp = wordAt(machine, rbp)
  if (callerRbp === undefined) return undefined
  return { function: running, low, rbp, savedRbpAt: rbp, returnAt: rbp + WORD, callerRbp }
}

/** The frame above; undefined where the caller is no function that a compiler knows. */
function callerOf(machine: Machine, program: Program, { returnAt, callerRbp }: Place): Place | undefined {
  const returnsTo = wordAt(machine, returnAt)
  const caller = returnsTo === undefined ? undefined : functionReturnedTo(program, returnsTo)
  if (caller === undefined || callerRbp <= returnAt) return undefined
  return placeAt(machine, caller, returnAt + WORD, callerRbp)
}

/** A call can be a function's last instruction: what is returned to is looked up by the byte before. */
function functionReturnedTo(program: Program, address: bigint): LinkedFunction | undefined {
  if (address <= program.start || address > program.end) return undefined
  return functionAt(program, wrapAddress(address - 1n))
}

function frameOf(machine: Machine, program: Program, place: Place, isRunning: boolean): Frame {
  const end = place.returnAt + WORD
  const returnsTo = wordAt(machine, place.returnAt)
  return {
    function: place.function.name,
    start: hex(place.low),
    end: hex(end),
    things: range(place.low, Number(end - place.low)),
    locals: place.rbp === undefined ? [] : localsOf(machine, place.function, place.rbp, isRunning),
    ...defined({
      savedRbp: place.savedRbpAt === undefined ? undefined : wordOf(machine, place.savedRbpAt),
      returnAddress:
        returnsTo === undefined
          ? undefined
          : {
              ...wordOf(machine, place.returnAt)!,
              ...defined({ to: functionReturnedTo(program, returnsTo)?.name }),
            },
    }),
  }
}

/** From the highest address to the lowest. A name is a fact only in the running function, and for its last declaration. */
function localsOf(machine: Machine, { symbols }: LinkedFunction, rbp: bigint, isRunning: boolean): Local[] {
  const locals = symbols.map(({ name, type, size, offset }, index): Local & { offset: number } => {
    const isNamed = isRunning && !symbols.slice(index + 1).some((later) => later.name === name)
    const address = wrapAddress(rbp + BigInt(offset))
    const bytes = machine.memory.peek(address, size)
    const value = bytes && readValue(type, bytes)
    const named = isNamed ? `${thingText({ kind: 'variable', name })} ` : ''
    return {
      name,
      type,
      offset,
      address: hex(address),
      things: named + range(address, size),
      ...defined({
        value:
          value === undefined
            ? undefined
            : { fact: isNamed ? printFact({ subject: variable(name), property: 'value' }) : '', value },
      }),
    }
  })
  return locals.sort((one, other) => other.offset - one.offset).map(({ offset: _, ...local }) => local)
}

function wordOf(machine: Machine, at: bigint): NonNullable<Frame['savedRbp']> | undefined {
  const value = wordAt(machine, at)
  if (value === undefined) return undefined
  const shown = { fact: `memory64(${hex(at)})`, value: hex(value) }
  return { address: hex(at), things: range(at, Number(WORD)), value: shown }
}

function wordAt(machine: Machine, at: bigint): bigint | undefined {
  const bytes = machine.memory.peek(wrapAddress(at), Number(WORD))
  return bytes && fromLittleEndian(bytes)
}

function range(start: bigint, byteCount: number): string {
  return thingText({ kind: 'virtual', start, byteCount })
}
