import { groupedHex, groupedPage } from '#engine/units.ts'
import type { FactValue } from '#engine/facts/fact-value.ts'
import { withMoment, type FactPath } from './fact-path.ts'

/** Asks the machine that the question is about. */
type Ask = (fact: string) => FactValue | undefined

const PAGE_SIZE = 4096n
const VIRTUAL_LIMIT = 1n << 64n

/** How an answer is placed, by the property that was asked for. */
const PLACES: readonly [RegExp, (answer: bigint, at: Ask, path: FactPath) => string][] = [
  [/^(virtualAddress|lastByte|address|start|end|rsp|rbp|rip)$/, describeVirtual],
  [/^(physicalAddress|root)$/, describePhysical],
  [/^page$/, describePage],
  [/^pageOffset$/, describeOffset],
  [/^frame(Base)?$/, describeFrame],
  [/^offset$/, describeDistance],
  [/^(frameSize|localBytes)$/, describeFrameSize],
  [/^(pml4|pdpt|pd|pt)$/, describeIndex],
  [/^(memory|byte)\(/, describeByte],
]

/**
 * What an answer that nobody foresaw amounts to, and where that lies: so that the reader sees what they have worked
 * out, and can compare it with what was asked.
 */
export function describePlace(answer: bigint, path: FactPath, ask: Ask): string {
  const at = (fact: string) => ask(withMoment(path, fact))
  const describe = PLACES.find(([property]) => property.test(path.property))?.[1] ?? describeNumber
  return describe(answer, at, path)
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

function describeFrame(answer: bigint, _: Ask, { property }: FactPath): string {
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

function describeFrameSize(answer: bigint, at: Ask): string {
  const rbp = at('registers.rbp')?.value
  if (answer < 0n || typeof rbp !== 'bigint') return `${inBothBases(answer)} is no number of bytes.`
  const rounded = answer % 8n === 0n ? '' : ', and that is no multiple of eight'
  return `So many bytes would reach from RBP down to ${groupedHex(rbp - answer)}${rounded}. Add up what the variables take.`
}

function describeIndex(answer: bigint): string {
  return answer < 0n || answer > 511n
    ? `There is no entry ${inBothBases(answer)}: a table has 512 of them, numbered from 0 to 511.`
    : `Entry ${answer} is where an address leads whose nine bits are ${answer.toString(2).padStart(9, '0')}. Those of this address are others.`
}

/** For a byte of a variable: which of its bytes the answer is. */
function describeByte(answer: bigint, at: Ask, { property }: FactPath): string {
  const digits = answer.toString(16).padStart(2, '0')
  const [, call, name] = /^(\w+)\((\w+)(?:\s*\+\s*\d+)?\)$/.exec(property) ?? []
  const size = name === undefined ? undefined : at(`${name}.size`)?.value
  if (typeof size !== 'bigint') return `Another byte than ${digits.toUpperCase()} lies there.`
  const index = Array.from({ length: Number(size) }).findIndex(
    (_, offset) => at(`${call}(${name} + ${offset})`)?.value === digits,
  )
  return index < 0
    ? `There is no byte ${digits.toUpperCase()} in \`${name}\`. Write the number in hexadecimal, two digits for each byte.`
    : `The byte ${digits.toUpperCase()} does belong to \`${name}\`: it lies ${index} above its lowest address.`
}

function describeNumber(answer: bigint): string {
  if (answer < 0n) return `You have answered ${inBothBases(answer)}. The machine has something else there.`
  const digits = answer.toString(16)
  const bytes = digits.padStart(digits.length + (digits.length % 2), '0').match(/../g) ?? []
  const inMemory = bytes.reverse().join(' ').toUpperCase()
  return `You have answered ${inBothBases(answer)}, in memory ${inMemory}. The machine has something else there.`
}
