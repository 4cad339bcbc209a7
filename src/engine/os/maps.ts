import { isReadable, type Region } from './region.ts'

/** How Linux prints the regions that it names itself, and those that have no file. */
export const PRINTED_NAMES: Readonly<Record<string, string>> = {
  stack: '[stack]',
  heap: '[heap]',
  mapping: '',
}
const NAME_COLUMN = 73

/**
 * Regions as `/proc/PID/maps` prints them, a line for each from the lowest address up: range, rights (and `p` for
 * private, `s` for shared), offset, device, inode, name. No file is behind them here, so that those are zeros.
 */
export function mapsText(regions: readonly Region[]): string {
  const sorted = [...regions].sort((a, b) => (a.start < b.start ? -1 : 1))
  return sorted.map(mapsLine).join('\n')
}

function mapsLine(region: Region): string {
  const facts = `${rangeAndRights(region)} 00000000 00:00 0`
  // What follows a program's data as zeros is in no file either; all else is the program's.
  const title = PRINTED_NAMES[region.name] ?? (region.name === 'bss' ? '' : './program')
  return title === '' ? facts : `${facts.padEnd(NAME_COLUMN)}${title}`
}

/** What a line begins with: `7fff00000000-7fff00800000 rw-p`. */
export function rangeAndRights(region: Region): string {
  const { start, end, write, execute, read, shared } = region
  const isListedReadable = read ?? isReadable(region)
  const rights = `${isListedReadable ? 'r' : '-'}${write ? 'w' : '-'}${execute ? 'x' : '-'}${shared ? 's' : 'p'}`
  return `${address(start)}-${address(end)} ${rights}`
}

function address(value: bigint): string {
  return value.toString(16).padStart(8, '0')
}
