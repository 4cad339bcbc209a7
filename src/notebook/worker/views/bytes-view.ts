import { variable } from '#engine/facts/fact.ts'
import { integerRange, readValue, valueByteCount } from '#engine/machine/value.ts'
import { hex, wrapAddress } from '#engine/units.ts'
import { defined } from '#notebook/shared/defined.ts'
import { thingText } from '#notebook/shared/thing.ts'
import type { BytesView } from '#notebook/shared/picture-view.ts'
import { variableAt } from './variable-at.ts'
import { subjectsOf, type AtOneMoment, type Subject } from './view-input.ts'

/** More bytes than a register has are no number. */
const MOST_BYTES = 8

/** The value of what the cell is about, and the order in which its bytes lie; undefined for what is no number. */
export function bytesView(input: AtOneMoment): BytesView | undefined {
  const [asked] = subjectsOf(input)
  const subject = asked && (ownerOf(input, asked) ?? asked)
  const address = subject?.about.text('virtualAddress')
  const text = subject?.about.text('bytes')
  if (subject === undefined || address === undefined || text === undefined) return undefined
  const { name, about } = subject
  const bytes = (text.replace('0x', '').match(/../g) ?? []).map((pair) => parseInt(pair, 16))
  if (bytes.length === 0 || bytes.length > MOST_BYTES) return undefined
  const type = about.text('type')
  const range = type === undefined ? undefined : integerRange(type)
  const isSigned = range !== undefined && range.least < 0n
  return {
    kind: 'bytes',
    name,
    bytes: bytes.map((byte, index) => byteAt(input, BigInt(address) + BigInt(index), byte)),
    isSigned,
    ...defined({
      type,
      value: about.get('value'),
      widened: range === undefined || bytes.length === MOST_BYTES ? undefined : widened(bytes, isSigned),
      cut: type === undefined || bytes.length < 2 ? undefined : cutOf(type, bytes),
    }),
  }
}

/** The variable that an address is a byte of: who points at one byte of a number means the number. */
function ownerOf({ machine, facts }: AtOneMoment, { about }: Subject): Subject | undefined {
  const address = about.text('virtualAddress')
  if (address === undefined || about.text('offset') !== undefined) return undefined
  const owner = variableAt(machine, BigInt(address))
  return owner && { name: owner.name, about: facts.about(variable(owner.name)) }
}

/** Named by its place in RAM, where it has one. */
function byteAt({ machine, facts }: AtOneMoment, address: bigint, byte: number): BytesView['bytes'][number] {
  const at = hex(address)
  const translation = machine.memory.translate(wrapAddress(address))
  const place = translation.ok ? `byte(${hex(translation.physicalAddress)})` : `memory(${at})`
  // What an access found earlier, in another address space, or in a page that has left RAM, is no byte of the present.
  const fact = facts.text(place) === pairOf(byte) ? place : ''
  return {
    address: at,
    byte: { fact, value: pairOf(byte) },
    things: thingText({ kind: 'virtual', start: address, byteCount: 1 }),
  }
}

function widened(bytes: readonly number[], isSigned: boolean): string[] {
  const filling = isSigned && bytes.at(-1)! >= 0x80 ? 0xff : 0
  return Array.from({ length: MOST_BYTES }, (_, index) => pairOf(bytes[index] ?? filling))
}

/** What a cast to one byte leaves. */
function cutOf(type: string, bytes: readonly number[]): BytesView['cut'] {
  const narrow = type.startsWith('i') ? 'i8' : 'u8'
  const isInteger = integerRange(type) !== undefined && valueByteCount(narrow) === 1
  const value = isInteger ? readValue(narrow, Uint8Array.from(bytes.slice(0, 1))) : undefined
  return value === undefined ? undefined : { type: narrow, value }
}

const pairOf = (byte: number) => byte.toString(16).padStart(2, '0')
