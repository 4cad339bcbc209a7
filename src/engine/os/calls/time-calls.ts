import { answered, int, longs, readAll, tell, writeAll, type Caller, type Result } from './caller.ts'
import type { SystemCall } from './caller.ts'

const SECOND = 1_000_000_000n
const NANOSECONDS_PER_MICROSECOND = 1000n
/** The clocks that tell the time of day; all others count from when the machine was switched on. */
const DAY_CLOCKS: ReadonlySet<number> = new Set([0, 5, 11])
const LAST_CLOCK = 11
const TIMER_ABSOLUTE = 1

/** What tells the time, and what lets it pass. */
export const TIME_CALLS: readonly SystemCall[] = [
  {
    number: 35,
    name: 'nanosleep',
    takes: ['duration', 'rest'],
    summary: 'Lets time pass.',
    execute: (caller, [duration]) => sleep(caller, duration!, (time) => caller.uptime + time),
  },
  {
    number: 96,
    name: 'gettimeofday',
    takes: ['time', 'zone'],
    summary: 'The time of day, in seconds and microseconds.',
    execute: (caller, [time]) =>
      answered(
        tell(caller, time!, longs(caller.now / SECOND, (caller.now % SECOND) / NANOSECONDS_PER_MICROSECOND)),
      ),
  },
  {
    number: 201,
    name: 'time',
    takes: ['time'],
    summary: 'The time of day, in seconds since 1970.',
    execute: (caller, [time]) => {
      const seconds = caller.now / SECOND
      return tell(caller, time!, longs(seconds)) ? seconds : 'EFAULT'
    },
  },
  {
    number32: 13,
    name: 'time',
    takes: ['time'],
    summary: 'The time of day, in seconds since 1970.',
    execute: ({ now }, [time]) => (time === 0n ? now / SECOND : 'EFAULT'),
  },
  {
    number: 228,
    name: 'clock_gettime',
    takes: ['clock', 'time'],
    summary: 'What a clock shows, in seconds and nanoseconds.',
    execute: (caller, [clock, time]) => {
      const shown = clockOf(caller, int(clock))
      if (shown === undefined) return 'EINVAL'
      return answered(writeAll(caller, time!, longs(shown / SECOND, shown % SECOND)))
    },
  },
  {
    number: 229,
    name: 'clock_getres',
    takes: ['clock', 'resolution'],
    summary: 'How finely a clock tells time: to a nanosecond.',
    execute: (caller, [clock, resolution]) =>
      clockOf(caller, int(clock)) === undefined
        ? 'EINVAL'
        : answered(tell(caller, resolution!, longs(0n, 1n))),
  },
  {
    number: 230,
    name: 'clock_nanosleep',
    takes: ['clock', 'flags', 'duration', 'rest'],
    summary: 'Lets time pass.',
    execute: (caller, [clock, flags, duration]) => {
      const shown = clockOf(caller, int(clock))
      if (shown === undefined) return 'EINVAL'
      const isAbsolute = (int(flags) & TIMER_ABSOLUTE) !== 0
      return sleep(caller, duration!, (time) => caller.uptime + (isAbsolute ? time - shown : time))
    },
  },
]

function clockOf({ now, uptime }: Caller, clock: number): bigint | undefined {
  if (clock < 0 || clock > LAST_CLOCK) return undefined
  return DAY_CLOCKS.has(clock) ? now : uptime
}

/** @param endOf when a sleep of so many nanoseconds ends, if it begins now */
function sleep(caller: Caller, address: bigint, endOf: (duration: bigint) => bigint): Result {
  const { sleepsUntil } = caller.process
  if (sleepsUntil !== undefined && caller.uptime >= sleepsUntil) {
    caller.update({ sleepsUntil: undefined })
    return 0n
  }
  const until = sleepsUntil ?? beginOf(caller, address, endOf)
  if (typeof until !== 'bigint') return until
  if (until <= caller.uptime) return 0n
  caller.update({ sleepsUntil: until })
  caller.callAgain({ for: 'time', until })
  return undefined
}

function beginOf(caller: Caller, address: bigint, endOf: (duration: bigint) => bigint): bigint | Result {
  const given = readAll(caller, address, 16)
  if (given === undefined) return 'EFAULT'
  const [seconds, nanoseconds] = [given.getBigInt64(0, true), given.getBigInt64(8, true)]
  if (seconds < 0n || nanoseconds < 0n || nanoseconds >= SECOND) return 'EINVAL'
  return endOf(seconds * SECOND + nanoseconds)
}
