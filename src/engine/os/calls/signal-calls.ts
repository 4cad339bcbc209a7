import { littleEndian } from '../../bits.ts'
import { sentSignal, SIGNAL_COUNT, type SignalCode } from '../signal.ts'
import { effectOf, isOnStack, NO_ACTION, signalBit, UNBLOCKABLE } from '../signals/signal-state.ts'
import { SS_AUTODISARM, SS_DISABLE, SS_ONSTACK, type SignalAction } from '../signals/signal-state.ts'
import { answered, int, longs, readAll, tell, writeAll, type Caller, type Result } from './caller.ts'
import type { SystemCall } from './caller.ts'

/** A set of signals is given as 64 bits. */
const SET_BYTE_COUNT = 8n
/** `struct sigaction` of the kernel: handler, flags, restorer, mask. */
const ACTION_BYTE_COUNT = 32
/** MINSIGSTKSZ. */
const SMALLEST_STACK = 2048n

/** What handles, sends and holds back signals. */
export const SIGNAL_CALLS: readonly SystemCall[] = [
  {
    number: 13,
    name: 'rt_sigaction',
    takes: ['signal', 'action', 'old action', 'set size'],
    summary: 'Says what is to be done when a signal comes.',
    execute: setAction,
  },
  {
    number: 14,
    name: 'rt_sigprocmask',
    takes: ['how', 'set', 'old set', 'set size'],
    summary: 'Says which signals are to wait.',
    execute: setMask,
  },
  {
    number: 15,
    name: 'rt_sigreturn',
    takes: [],
    summary: 'Ends a handler: goes back to where the signal came.',
    execute: (caller) => caller.returnFromSignal() as undefined,
  },
  {
    number: 127,
    name: 'rt_sigpending',
    takes: ['set', 'set size'],
    summary: 'Tells which signals wait.',
    execute: (caller, [set]) => {
      const { pending } = caller.process.signals
      return answered(
        writeAll(caller, set!, longs(pending.reduce((all, { number }) => all | signalBit(number), 0n))),
      )
    },
  },
  {
    number: 131,
    name: 'sigaltstack',
    takes: ['stack', 'old stack'],
    summary: 'Gives handlers a stack of their own.',
    execute: setStack,
  },
  {
    number: 34,
    number32: 29,
    name: 'pause',
    takes: [],
    summary: 'Waits for a signal.',
    execute: (caller) => caller.callAgain({ for: 'signal' }) as undefined,
  },
  {
    number: 62,
    number32: 37,
    name: 'kill',
    takes: ['pid', 'signal'],
    summary: 'Sends a signal to a process.',
    execute: (caller, [pid, number]) => send(caller, int(pid), int(number), 'SI_USER'),
  },
  {
    number: 200,
    name: 'tkill',
    takes: ['tid', 'signal'],
    summary: 'Sends a signal to a thread.',
    execute: (caller, [tid, number]) => sendToThread(caller, int(tid), int(number)),
  },
  {
    number: 234,
    name: 'tgkill',
    takes: ['pid', 'tid', 'signal'],
    summary: 'Sends a signal to a thread of a process.',
    execute: (caller, [pid, tid, number]) =>
      int(pid) <= 0
        ? 'EINVAL'
        : int(pid) !== int(tid)
          ? 'ESRCH'
          : sendToThread(caller, int(tid), int(number)),
  },
]

function setAction(caller: Caller, [given, action, old, setSize]: readonly bigint[]): Result {
  const number = int(given)
  if (setSize !== SET_BYTE_COUNT) return 'EINVAL'
  const wanted = action === 0n ? undefined : readAll(caller, action!, ACTION_BYTE_COUNT)
  if (action !== 0n && wanted === undefined) return 'EFAULT'
  if (number < 1 || number > SIGNAL_COUNT) return 'EINVAL'
  if (wanted !== undefined && (signalBit(number) & UNBLOCKABLE) !== 0n) return 'EINVAL'
  const { signals } = caller.process
  const before = signals.actions.get(number) ?? NO_ACTION
  if (wanted !== undefined) keepAction(caller, number, readAction(wanted))
  return answered(tell(caller, old!, actionBytes(before)))
}

function readAction(given: DataView): SignalAction {
  return {
    handler: given.getBigUint64(0, true),
    flags: given.getInt32(8, true),
    restorer: given.getBigUint64(16, true),
    mask: given.getBigUint64(24, true) & ~UNBLOCKABLE,
  }
}

/** What is ignored from now on does not wait to be delivered either. */
function keepAction(caller: Caller, number: number, action: SignalAction): void {
  const { signals } = caller.process
  const changed = { ...signals, actions: new Map(signals.actions).set(number, action) }
  const pending = signals.pending.filter(
    (sent) => sent.number !== number || effectOf(changed, number) !== 'ignored',
  )
  caller.update({ signals: { ...changed, pending } })
}

function actionBytes({ handler, flags, restorer, mask }: SignalAction): Uint8Array {
  return longs(handler, BigInt.asUintN(32, BigInt(flags)), restorer, mask)
}

const [BLOCK, UNBLOCK, SET] = [0, 1, 2]

function setMask(caller: Caller, [how, set, old, setSize]: readonly bigint[]): Result {
  if (setSize !== SET_BYTE_COUNT) return 'EINVAL'
  const { signals } = caller.process
  if (set !== 0n) {
    const given = readAll(caller, set!, 8)
    if (given === undefined) return 'EFAULT'
    const mask = maskAfter(signals.mask, int(how), given.getBigUint64(0, true))
    if (mask === undefined) return 'EINVAL'
    caller.update({ signals: { ...signals, mask: mask & ~UNBLOCKABLE } })
  }
  return answered(tell(caller, old!, longs(signals.mask)))
}

function maskAfter(mask: bigint, how: number, given: bigint): bigint | undefined {
  if (how === BLOCK) return mask | given
  if (how === UNBLOCK) return mask & ~given
  return how === SET ? given : undefined
}

function setStack(caller: Caller, [stack, old]: readonly bigint[]): Result {
  const { signals } = caller.process
  const isUsed = isOnStack(signals.stack, caller.stackPointer)
  const before = signals.stack
  if (stack !== 0n) {
    const given = readAll(caller, stack!, 24)
    if (given === undefined) return 'EFAULT'
    if (isUsed) return 'EPERM'
    const flags = given.getInt32(8, true)
    const mode = flags & ~SS_AUTODISARM
    if (mode !== SS_DISABLE && mode !== SS_ONSTACK && mode !== 0) return 'EINVAL'
    const isOff = mode === SS_DISABLE
    const byteCount = given.getBigUint64(16, true)
    if (!isOff && byteCount < SMALLEST_STACK) return 'ENOMEM'
    const pointer = given.getBigUint64(0, true)
    const wanted = isOff
      ? { pointer: 0n, byteCount: 0n, flags: SS_DISABLE }
      : { pointer, byteCount, flags: flags & SS_AUTODISARM }
    caller.update({ signals: { ...signals, stack: wanted } })
  }
  const flags = before.flags | (isUsed ? SS_ONSTACK : 0)
  const bytes = Uint8Array.of(
    ...longs(before.pointer),
    ...littleEndian(BigInt.asUintN(32, BigInt(flags)), 4),
    ...new Uint8Array(4),
    ...longs(before.byteCount),
  )
  return answered(tell(caller, old!, bytes))
}

function send(caller: Caller, pid: number, number: number, code: SignalCode): Result {
  if (number < 0 || number > SIGNAL_COUNT) return 'EINVAL'
  const { process } = caller
  const sent = number === 0 ? undefined : sentSignal(number, code, process.pid, pid === process.pid)
  return caller.send(pid, sent) ? 0n : 'ESRCH'
}

function sendToThread(caller: Caller, tid: number, number: number): Result {
  return tid <= 0 ? 'EINVAL' : send(caller, tid, number, 'SI_TKILL')
}
