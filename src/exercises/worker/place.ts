import { addressSubject, numberExpression, subject, type Fact, type Subject } from '#engine/facts/fact.ts'
import type { FactValue } from '#engine/facts/fact-value.ts'
import type { Quantity } from '#engine/facts/quantity.ts'
import { propertyRow } from '#engine/facts/vocabulary.ts'
import { groupedHex, groupedPage, PAGE_BITS } from '#engine/units.ts'
import { showValue } from '#notebook/shared/show-value.ts'
import { variableByte } from './variable-byte.ts'

/** Asks the machine that the question is about, at the question's moment. */
type Ask = (subject: Subject, property?: string) => FactValue['value'] | undefined

const VIRTUAL_LIMIT = 1n << 64n

/** How an answer is placed, by what was asked for; a plain number is only told in other words. */
const PLACES: Readonly<Partial<Record<Quantity, (answer: bigint, at: Ask, fact: Fact) => string>>> = {
  virtualAddress: describeVirtual,
  pointer: describeVirtual,
  physicalAddress: describePhysical,
  entryAddress: describePhysical,
  tableBase: describePhysical,
  page: describePage,
  pageOffset: describeOffset,
  frame: describeFrame,
  frameBase: describeFrameBase,
  distance: describeDistance,
  frameSize: describeFrameSize,
  index: describeIndex,
  byte: describeByte,
  count: describeCount,
}

/**
 * What an answer that was not foreseen amounts to, and where that lies: so that the reader sees what they have worked
 * out, and can compare it with what was asked.
 */
export function describePlace(
  answer: bigint,
  fact: Fact,
  ask: (fact: Fact) => FactValue | undefined,
): string {
  const at: Ask = (about, property = '') => ask({ ...fact, subject: about, property })?.value
  const quantity = propertyRow(fact.subject.kind, fact.property)?.quantity
  const describe = (quantity && PLACES[quantity]) ?? describeNumber
  return describe(answer, at, fact)
}

/** Whether a number of things is asked for. */
export function isCount({ subject: about, property }: Fact): boolean {
  return propertyRow(about.kind, property)?.quantity === 'count'
}

/** An answer as its question’s values are written: a count in decimal alone, a page in the groups of its addresses. */
export function showAnswer(answer: bigint, fact: Fact, ask: (fact: Fact) => FactValue | undefined): string {
  const quantity = propertyRow(fact.subject.kind, fact.property)?.quantity
  if (isCount(fact)) return showValue(String(answer))
  if (quantity !== 'page' || answer < 10n) return inBothBases(answer)
  const { pageBits } = pageOfMachine(
    (about, property = '') => ask({ ...fact, subject: about, property })?.value,
  )
  return `${groupedPage(answer, pageBits)} (in decimal ${answer})`
}

/** A number in hexadecimal and, where that looks different, in decimal. */
function inBothBases(number: bigint): string {
  const magnitude = number < 0n ? -number : number
  const sign = number < 0n ? '\u2212' : ''
  return magnitude < 10n
    ? `${sign}${magnitude}`
    : `${sign}${groupedHex(magnitude)} (in decimal ${sign}${magnitude})`
}

/** Bits of an offset on the machine that the question is about, and how many bytes a page of it has. */
function pageOfMachine(at: Ask): { readonly pageBits: number; readonly pageBytes: bigint } {
  const told = at(subject('scheme'), 'offsetBits')
  const pageBits = typeof told === 'bigint' ? Number(told) : PAGE_BITS
  return { pageBits, pageBytes: 1n << BigInt(pageBits) }
}

function describeVirtual(answer: bigint, at: Ask): string {
  if (answer < 0n || answer >= VIRTUAL_LIMIT)
    return `${inBothBases(answer)} is no address: an address is a number of at most 64 bits, without a sign.`
  const { pageBits, pageBytes } = pageOfMachine(at)
  const [page, offset] = [answer / pageBytes, answer % pageBytes]
  const region = at(addressSubject(answer), 'region')
  const where =
    typeof region === 'string' && region !== 'none'
      ? `in the region ${region}`
      : 'in no region of this process'
  const byte = at(subject('memory', numberExpression(answer), undefined))
  const there =
    typeof byte === 'string'
      ? `The byte ${byte.toUpperCase()} lies there.`
      : 'No frame stands behind it, so nothing can be read there.'
  return `Your answer is byte ${groupedHex(offset)} of page ${groupedPage(page, pageBits)}, ${where}. ${there}`
}

function describePhysical(answer: bigint, at: Ask): string {
  if (answer < 0n) return `${inBothBases(answer)} is no byte of RAM: they are counted from zero.`
  const { pageBytes } = pageOfMachine(at)
  const [frame, offset] = [answer / pageBytes, answer % pageBytes]
  const byte = at(subject('byte', numberExpression(answer)))
  const there =
    typeof byte === 'string' ? `which holds ${byte.toUpperCase()}` : 'and this machine has no RAM that far up'
  return `Your answer is byte ${groupedHex(offset)} of the frame that begins at ${groupedHex(frame * pageBytes)}, ${there}.`
}

function describePage(answer: bigint, at: Ask): string {
  const { pageBits, pageBytes } = pageOfMachine(at)
  if (answer < 0n || answer >= VIRTUAL_LIMIT / pageBytes)
    return `${inBothBases(answer)} is the number of no page.`
  const start = answer * pageBytes
  const region = at(addressSubject(start), 'region')
  const where = typeof region === 'string' && region !== 'none' ? ` They belong to the region ${region}.` : ''
  return `Page ${groupedPage(answer, pageBits)} is made of the addresses from ${groupedHex(start)} to ${groupedHex(start + pageBytes - 1n)}.${where}`
}

function describeOffset(answer: bigint, at: Ask): string {
  const { pageBytes } = pageOfMachine(at)
  if (answer < 0n || answer >= pageBytes)
    return `${inBothBases(answer)} is no offset: a page has ${pageBytes} bytes, and they are counted from zero.`
  return `Your answer is byte ${inBothBases(answer)} of the page, counted from zero. It is another one.`
}

function describeFrame(answer: bigint, at: Ask): string {
  if (answer < 0n) return `${inBothBases(answer)} is no frame: they are counted from zero.`
  return `Frame ${groupedHex(answer)} is made of the bytes of RAM from ${groupedHex(answer * pageOfMachine(at).pageBytes)} up. The page table leads to another one.`
}

function describeFrameBase(answer: bigint, at: Ask): string {
  if (answer < 0n) return `${inBothBases(answer)} is no frame: they are counted from zero.`
  const base = answer - (answer % pageOfMachine(at).pageBytes)
  return base === answer
    ? `A frame does begin at ${groupedHex(answer)}, but the page table leads to another one.`
    : `No frame begins at ${groupedHex(answer)}: that is inside the frame at ${groupedHex(base)}.`
}

function describeDistance(answer: bigint, at: Ask): string {
  const rbp = at(subject('registers'), 'rbp')
  if (typeof rbp !== 'bigint') return `You have answered ${inBothBases(answer)}.`
  const sign = answer < 0n ? '\u2212' : '+'
  return `RBP ${sign} ${answer < 0n ? -answer : answer}: ${describeVirtual(rbp + answer, at).replace('Your answer', 'that')}`
}

function describeFrameSize(answer: bigint, at: Ask): string {
  const rbp = at(subject('registers'), 'rbp')
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
function describeByte(answer: bigint, at: Ask, { subject: asked }: Fact): string {
  const digits = answer.toString(16).padStart(2, '0')
  const place = variableByte(asked)
  const size = place && at(place.variable, 'size')
  if (place === undefined || typeof size !== 'bigint')
    return `Another byte than ${digits.toUpperCase()} lies there.`
  const index = Array.from({ length: Number(size) }).findIndex(
    (_, offset) => at(place.byteAt(BigInt(offset))) === digits,
  )
  return index < 0
    ? `There is no byte ${digits.toUpperCase()} in \`${place.name}\`. Write the number in hexadecimal, two digits for each byte.`
    : `The byte ${digits.toUpperCase()} does belong to \`${place.name}\`: it lies ${index} above its lowest address.`
}

function describeCount(answer: bigint): string {
  return answer < 0n
    ? 'Nothing is counted below zero.'
    : `You have answered ${showValue(String(answer))}. Go through it once more: the machine has counted another number.`
}

function describeNumber(answer: bigint): string {
  if (answer < 0n) return `You have answered ${inBothBases(answer)}. The machine has something else there.`
  const digits = answer.toString(16)
  const bytes = digits.padStart(digits.length + (digits.length % 2), '0').match(/../g) ?? []
  const inMemory = bytes.reverse().join(' ').toUpperCase()
  return `You have answered ${inBothBases(answer)}, in memory ${inMemory}. The machine has something else there.`
}
