import { groupedHex, groupedPage } from '#engine/units.ts'
import type { FactValue } from '#engine/facts.ts'
import { withMoment, type FactPath } from './fact-path.ts'

/** Asks the machine that the question is about. */
type Ask = (fact: string) => FactValue | undefined

const PAGE_SIZE = 4096n
const VIRTUAL_LIMIT = 1n << 64n

/**
 * What an answer that nobody foresaw amounts to, and where that lies: so that the reader sees what they have worked
 * out, and can compare it with what was asked.
 */
export function describePlace(answer: bigint, path: FactPath, ask: Ask): string {
  const at = (fact: string) => ask(withMoment(path, fact))
  if (/^(virtualAddress|lastByte|start|end)$/.test(path.property)) return describeVirtual(answer, at)
  if (path.property === 'physicalAddress' || path.property === 'root') return describePhysical(answer, at)
  if (path.property === 'page') return describePage(answer, at)
  if (path.property === 'pageOffset') return describeOffset(answer)
  if (path.property === 'frame' || path.property === 'frameBase') return describeFrame(answer, path.property)
  if (path.property === 'offset') return describeDistance(answer, at)
  if (/^(rsp|rbp|rip)$/.test(path.property)) return describeVirtual(answer, at)
  return `You have answered ${inBothBases(answer)}. The machine has something else there.`
}

/** A number in hexadecimal and, where that looks different, in decimal. */
export function inBothBases(number: bigint): string {
  const magnitude = number < 0n ? -number : number
  const sign = number < 0n ? '\u2212' : ''
  return magnitude < 10n
    ? `${sign}${magnitude}`
    : `${sign}${groupedHex(magnitude)} (in decimal ${sign}${magnitude})`
}

function describeVirtual(answer: bigint, at: Ask): string {
  if (answer < 0n || answer >= VIRTUAL_LIMIT)
    return `${inBothBases(answer)} is no address: an address is a number of at most 64 bits, without a sign.`
  const [page, offset] = [answer / PAGE_SIZE, answer % PAGE_SIZE]
  const region = at(`address(0x${answer.toString(16)}).region`)?.value
  const where =
    typeof region === 'string' && region !== 'none'
      ? `in the region ${region}`
      : 'in no region of this process'
  const byte = at(`memory(0x${answer.toString(16)})`)?.value
  const there =
    typeof byte === 'string'
      ? `The byte ${byte.toUpperCase()} lies there.`
      : 'No frame stands behind it, so nothing can be read there.'
  return `Your answer is byte ${groupedHex(offset)} of page ${groupedPage(page)}, ${where}. ${there}`
}

function describePhysical(answer: bigint, at: Ask): string {
  if (answer < 0n) return `${inBothBases(answer)} is no byte of RAM: they are counted from zero.`
  const [frame, offset] = [answer / PAGE_SIZE, answer % PAGE_SIZE]
  const byte = at(`byte(0x${answer.toString(16)})`)?.value
  const there =
    typeof byte === 'string' ? `which holds ${byte.toUpperCase()}` : 'and this machine has no RAM that far up'
  return `Your answer is byte ${groupedHex(offset)} of the frame that begins at ${groupedHex(frame * PAGE_SIZE)}, ${there}.`
}

function describePage(answer: bigint, at: Ask): string {
  if (answer < 0n || answer >= VIRTUAL_LIMIT / PAGE_SIZE)
    return `${inBothBases(answer)} is the number of no page.`
  const start = answer * PAGE_SIZE
  const region = at(`address(0x${start.toString(16)}).region`)?.value
  const where = typeof region === 'string' && region !== 'none' ? ` They belong to the region ${region}.` : ''
  return `Page ${groupedPage(answer)} is made of the addresses from ${groupedHex(start)} to ${groupedHex(start + PAGE_SIZE - 1n)}.${where}`
}

function describeOffset(answer: bigint): string {
  if (answer < 0n || answer >= PAGE_SIZE)
    return `${inBothBases(answer)} is no offset: a page has 4096 bytes, and they are counted from zero.`
  return `Your answer is byte ${inBothBases(answer)} of the page, counted from zero. It is another one.`
}

function describeFrame(answer: bigint, property: string): string {
  if (answer < 0n) return `${inBothBases(answer)} is no frame: they are counted from zero.`
  if (property === 'frame')
    return `Frame ${groupedHex(answer)} is made of the bytes of RAM from ${groupedHex(answer * PAGE_SIZE)} up. The page table leads to another one.`
  const base = answer - (answer % PAGE_SIZE)
  return base === answer
    ? `A frame does begin at ${groupedHex(answer)}, but the page table leads to another one.`
    : `No frame begins at ${groupedHex(answer)}: that is inside the frame at ${groupedHex(base)}.`
}

function describeDistance(answer: bigint, at: Ask): string {
  const rbp = at('registers.rbp')?.value
  if (typeof rbp !== 'bigint') return `You have answered ${inBothBases(answer)}.`
  const sign = answer < 0n ? '\u2212' : '+'
  return `RBP ${sign} ${answer < 0n ? -answer : answer}: ${describeVirtual(rbp + answer, at).replace('Your answer', 'that')}`
}
