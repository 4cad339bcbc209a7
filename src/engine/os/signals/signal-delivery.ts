import { VECTOR_NAMES, type Registers } from '../../isa/registers.ts'
import type { Fault } from '../../memory/fault.ts'
import { virtualAddress, type VirtualAddress } from '../../units.ts'
import { CALL_BYTE_COUNT, USER_LIMIT } from '../calls/caller.ts'
import { ERRORS } from '../error-number.ts'
import type { LinuxProcess } from '../linux-process.ts'
import { restoreRegisters, saveRegisters, type SavedRegisters } from '../process.ts'
import { signal, type Signal } from '../signal.ts'
import { buildFrame, FLOATING_BYTE_COUNT, FRAME_BYTE_COUNT, readFloating, readFrame } from './signal-frame.ts'
import {
  effectOf,
  isOnStack,
  nextSignal,
  NO_ACTION,
  SA_NODEFER,
  SA_ONSTACK,
  SA_RESETHAND,
  SA_RESTART,
  SA_RESTORER,
  signalBit,
  SS_DISABLE,
  UNBLOCKABLE,
  type SignalAction,
  type SignalState,
} from './signal-state.ts'

/** Functions keep what they need below RSP, up to here, without moving it (System V ABI, x86-64 supplement). */
const RED_ZONE = 128n
/** TF, DF and RF: a handler begins without them. */
const CLEARED_FLAGS = 0x1_0500n

/** What delivering needs of the machine: the running process's registers and memory. */
interface RunningProcess {
  readonly registers: Registers
  readBytes(address: VirtualAddress, byteCount: number): Uint8Array
  writeBytes(address: VirtualAddress, bytes: Uint8Array): boolean
}

/** A signal on its way to the running process: the process afterwards, and what comes of it. */
export interface Delivered {
  readonly process: LinuxProcess
  readonly signal: Signal
  readonly effect: 'ends' | 'handled' | 'nothing'
}

/** What a fault leaves for the handler to see. */
const NO_FAULT = { errorCode: 0, vector: 0, address: 0n }

/** Brings signals to the running process: its handlers are called as Linux calls them, with a frame on the stack. */
export class SignalDelivery {
  readonly #running: RunningProcess

  constructor(running: RunningProcess) {
    this.#running = running
  }

  /**
   * Calls the handler for what the running process has just done.
   * @returns the process afterwards, or the signal that ends it: the same one, unless there is no room for a frame
   */
  raise(process: LinuxProcess, raised: Signal, fault?: Fault): LinuxProcess | Signal {
    const { signals } = process
    const effect = effectOf(signals, raised.number)
    const isBlocked = (signals.mask & signalBit(raised.number)) !== 0n
    if (typeof effect === 'string' || isBlocked) return raised
    return this.#enter(process, raised, effect, fault)
  }

  /** What is to be delivered next to the running process; undefined where nothing is. */
  next(process: LinuxProcess): Delivered | undefined {
    const next = nextSignal(process.signals)
    if (next === undefined) return undefined
    const pending = process.signals.pending.filter((sent) => sent !== next)
    const without = { ...process, signals: { ...process.signals, pending } }
    const effect = effectOf(without.signals, next.number)
    if (effect === 'ends') return { process: without, signal: next, effect }
    if (effect === 'ignored') return { process: without, signal: next, effect: 'nothing' }
    if (effect === 'stops')
      return { process: { ...without, waits: { for: 'signal' } }, signal: next, effect: 'nothing' }
    const entered = this.#enter(without, next, effect)
    return 'pid' in entered
      ? { process: entered, signal: next, effect: 'handled' }
      : { process: without, signal: entered, effect: 'ends' }
  }

  #enter(process: LinuxProcess, sent: Signal, action: SignalAction, fault?: Fault): LinuxProcess | Signal {
    const { registers } = this.#running
    const { signals } = process
    const saved = saveRegisters(registers)
    const frame = buildFrame(this.#stackFor(signals, action), {
      signal: sent,
      registers: saved,
      mask: signals.mask,
      stack: signals.stack,
      restorer: action.restorer,
      fault: fault === undefined ? NO_FAULT : { ...fault, address: fault.address ?? 0n },
    })
    const hasRoom =
      frame.pointer > 0n &&
      (action.flags & SA_RESTORER) !== 0 &&
      this.#running.writeBytes(virtualAddress(frame.pointer), frame.bytes)
    if (!hasRoom) return sent.name === 'SIGSEGV' ? sent : NO_ROOM
    restoreRegisters(registers, {
      ...withoutVectors(saved),
      rdi: BigInt(sent.number),
      rsi: frame.info,
      rdx: frame.context,
      rax: 0n,
      rsp: frame.pointer,
      rip: action.handler,
      rflags: saved['rflags']! & ~CLEARED_FLAGS,
    })
    return { ...process, signals: handling(signals, sent.number, action) }
  }

  /** Below the red zone, or at the end of the stack for handlers. */
  #stackFor({ stack }: SignalState, { flags }: SignalAction): bigint {
    const pointer = this.#running.registers.get('rsp')
    const isWanted = (flags & SA_ONSTACK) !== 0 && (stack.flags & SS_DISABLE) === 0
    return isWanted && !isOnStack(stack, pointer) ? stack.pointer + stack.byteCount : pointer - RED_ZONE
  }

  /** Goes back to where a signal came. Undefined where RSP leads to no frame. */
  leave(process: LinuxProcess): LinuxProcess | undefined {
    const { registers } = this.#running
    // The handler's return has taken its first 8 bytes.
    const at = virtualAddress(BigInt.asUintN(64, registers.get('rsp') - 8n))
    const bytes = this.#running.readBytes(at, FRAME_BYTE_COUNT)
    if (bytes.length < FRAME_BYTE_COUNT) return undefined
    const frame = readFrame(bytes)
    const floating = this.#floatingAt(frame.floatingAt)
    if (floating === undefined) return undefined
    restoreRegisters(registers, {
      ...withoutVectors(saveRegisters(registers)),
      ...frame.registers,
      ...floating,
    })
    return {
      ...process,
      signals: { ...process.signals, mask: frame.mask & ~UNBLOCKABLE, stack: frame.stack },
    }
  }

  #floatingAt(address: bigint): SavedRegisters | undefined {
    if (address === 0n) return {}
    if (address >= USER_LIMIT) return undefined
    const bytes = this.#running.readBytes(virtualAddress(address), FLOATING_BYTE_COUNT)
    return bytes.length < FLOATING_BYTE_COUNT ? undefined : readFloating(bytes)
  }

  /** A process that is not running, and that need not wait any longer if a signal is due. */
  woken(process: LinuxProcess): LinuxProcess {
    const next = nextSignal(process.signals)
    const { waits } = process
    if (next === undefined || waits === undefined) return process
    const action = process.signals.actions.get(next.number) ?? NO_ACTION
    const isMadeAgain = (action.flags & SA_RESTART) !== 0 && waits.for !== 'signal' && waits.for !== 'time'
    const awake = { ...process, waits: undefined }
    if (isMadeAgain && process.written === 0) return awake
    return { ...interrupted(awake), sleepsUntil: undefined, written: 0 }
  }
}

/** A handler begins with vector registers, MXCSR and the x87 unit as a program does. */
function withoutVectors(saved: SavedRegisters): SavedRegisters {
  return Object.fromEntries(
    Object.entries(saved).filter(
      ([name]) => name !== 'mxcsr' && name !== 'x87' && !VECTOR_NAMES.includes(name),
    ),
  )
}

/** The call that a process waited in returns what it has written, or EINTR. */
function interrupted(process: LinuxProcess): LinuxProcess {
  const { registers, written } = process
  const rip = (registers['rip'] ?? 0n) + CALL_BYTE_COUNT
  const rax = BigInt.asUintN(64, BigInt(written > 0 ? written : -ERRORS.EINTR))
  return { ...process, registers: { ...registers, rip, rax } }
}

function handling(signals: SignalState, number: number, action: SignalAction): SignalState {
  const own = (action.flags & SA_NODEFER) === 0 ? signalBit(number) : 0n
  const isOnce = (action.flags & SA_RESETHAND) !== 0
  const actions = isOnce ? new Map([...signals.actions].filter(([key]) => key !== number)) : signals.actions
  return { ...signals, actions, mask: signals.mask | action.mask | own }
}

const NO_ROOM = signal('SIGSEGV', 'SI_KERNEL', 'its stack has no room for the frame of a signal')
