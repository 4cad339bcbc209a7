import type { Signal } from '../signal.ts'

/** What a process wants done when a signal comes: `struct sigaction`. */
export interface SignalAction {
  /** Where the handler begins; 0 for what is usual, 1 for nothing. */
  readonly handler: bigint
  readonly flags: number
  /** Where the handler returns to: `rt_sigreturn` is called there. */
  readonly restorer: bigint
  /** Signals that wait while it runs; bit n − 1 stands for signal n. */
  readonly mask: bigint
}

/** Another stack for handlers: `stack_t`. */
export interface SignalStack {
  readonly pointer: bigint
  readonly byteCount: bigint
  readonly flags: number
}

/** What a process has to do with signals. */
export interface SignalState {
  readonly actions: ReadonlyMap<number, SignalAction>
  readonly mask: bigint
  /** Sent and not delivered yet. */
  readonly pending: readonly Signal[]
  readonly stack: SignalStack
}

const DEFAULT = 0n
const IGNORE = 1n
export const SA_ONSTACK = 0x0800_0000
export const SA_RESTART = 0x1000_0000
export const SA_NODEFER = 0x4000_0000
export const SA_RESETHAND = 0x8000_0000 | 0
export const SA_RESTORER = 0x0400_0000
export const SS_ONSTACK = 1
export const SS_DISABLE = 2
/** SS_AUTODISARM: the stack is given up while a handler is on it. */
export const SS_AUTODISARM = 0x8000_0000 | 0

export const NO_ACTION: SignalAction = { handler: DEFAULT, flags: 0, restorer: 0n, mask: 0n }
const NO_STACK: SignalStack = { pointer: 0n, byteCount: 0n, flags: SS_DISABLE }

/** As a program finds it. */
export const FIRST_SIGNALS: SignalState = { actions: new Map(), mask: 0n, pending: [], stack: NO_STACK }

const [SIGKILL, SIGSTOP] = [9, 19]
/** SIGCHLD, SIGCONT, SIGURG and SIGWINCH do nothing unless they are handled. */
const USUALLY_IGNORED: ReadonlySet<number> = new Set([17, 18, 23, 28])
/** SIGSTOP, SIGTSTP, SIGTTIN and SIGTTOU stop a process until SIGCONT, which no process could send from outside here. */
const USUALLY_STOPPING: ReadonlySet<number> = new Set([19, 20, 21, 22])

/** The bit of a signal in a set. */
export function signalBit(number: number): bigint {
  return 1n << BigInt(number - 1)
}

/** What can neither be handled nor made to wait. */
export const UNBLOCKABLE = signalBit(SIGKILL) | signalBit(SIGSTOP)

/** What comes of a signal. */
export type Effect = 'ignored' | 'stops' | 'ends' | SignalAction

/** What a process wants done about a signal. */
export function effectOf({ actions }: SignalState, number: number): Effect {
  const action = actions.get(number) ?? NO_ACTION
  if (action.handler === IGNORE) return 'ignored'
  if (action.handler !== DEFAULT) return action
  if (USUALLY_IGNORED.has(number)) return 'ignored'
  return USUALLY_STOPPING.has(number) ? 'stops' : 'ends'
}

/** The first signal that need not wait; the lowest number comes first. */
export function nextSignal({ pending, mask }: SignalState): Signal | undefined {
  const due = pending.filter(({ number }) => (mask & signalBit(number)) === 0n)
  return due.sort((one, other) => one.number - other.number)[0]
}

/** With another signal waiting to be delivered; of most, one is as good as several. */
export function withPending(state: SignalState, sent: Signal): SignalState {
  const effect = effectOf(state, sent.number)
  const isBlocked = (state.mask & signalBit(sent.number)) !== 0n
  if (effect === 'ignored' && !isBlocked) return state
  const isThere = sent.number < 32 && state.pending.some(({ number }) => number === sent.number)
  return isThere ? state : { ...state, pending: [...state.pending, sent] }
}

/** Whether an address lies on the stack for handlers. */
export function isOnStack({ pointer, byteCount, flags }: SignalStack, address: bigint): boolean {
  return (flags & SS_DISABLE) === 0 && pointer < address && address - pointer <= byteCount
}
