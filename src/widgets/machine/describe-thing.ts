import { groupedHex, PAGE_SIZE } from '#engine/units.ts'
import { parseThings } from '#notebook/shared/thing.ts'

/** A thing in words: `the variable x`, `the byte at 0x7FFF_007F_EFFF`. */
export function describeThing(text: string): string {
  const [thing] = parseThings(text)
  if (thing === undefined) return ''
  switch (thing.kind) {
    case 'variable':
      return `the variable ${thing.name}`
    case 'register':
      return thing.name.toUpperCase()
    case 'source':
      return 'this part of the source'
    case 'virtual':
    case 'physical': {
      const whole = thing.kind === 'virtual' ? 'page' : 'frame'
      const where = `${groupedHex(thing.start)}${thing.kind === 'physical' ? ' of RAM' : ''}`
      if (thing.byteCount === PAGE_SIZE) return `the ${whole} at ${groupedHex(thing.start)}`
      return thing.byteCount === 1 ? `the byte at ${where}` : `${thing.byteCount} bytes at ${where}`
    }
  }
}
