import { bytesText } from '#engine/facts/fact-value.ts'
import type { Machine } from '#engine/machine/machine.ts'
import { hex, PAGE_SIZE, physicalAddress, wrapAddress } from '#engine/units.ts'
import type { Shown } from '#notebook/shared/view.ts'
import type { HexRow, HexView } from '#notebook/shared/machine-view.ts'
import { subjectsOf, type AtOneMoment } from './view-input.ts'

const ROW = 16
/** Rows below and above the one that it is about. */
const BELOW = 3
const ABOVE = 4

/** Bytes around what the cell is about, or around RSP: as the program counts them and as RAM does, in step. */
export function hexView(input: AtOneMoment): HexView {
  const { machine } = input
  const { of, address, byteCount } = centreOf(input)
  const middle = BigInt(address) - (BigInt(address) % BigInt(ROW))
  const translation = machine.memory.translate(wrapAddress(middle))
  const base = translation.ok ? translation.physicalAddress : undefined
  const offsets = Array.from({ length: BELOW + 1 + ABOVE }, (_, row) => (row - BELOW) * ROW)
  return {
    kind: 'hex',
    of,
    address: hex(address),
    byteCount,
    virtual: offsets.map((offset) => virtualRow(machine, wrapAddress(middle + BigInt(offset)))),
    physical: base === undefined ? [] : offsets.map((offset) => physicalRow(machine, base, middle, offset)),
  }
}

function centreOf(input: AtOneMoment): { of: string; address: bigint; byteCount: number } {
  const { machine } = input
  for (const { name, about } of subjectsOf(input)) {
    const address = about.text('virtualAddress')
    if (address === undefined) continue
    return { of: name, address: BigInt(address), byteCount: Number(about.text('size') ?? 1) }
  }
  return { of: 'RSP', address: machine.registers.get('rsp'), byteCount: 8 }
}

/** Rows are sixteen bytes from a multiple of sixteen, so that none lies in two pages. */
function virtualRow({ memory, journal }: Machine, address: bigint): HexRow {
  const translation = memory.translate(address as never)
  const begins = address % BigInt(PAGE_SIZE) === 0n
  const at = { virtual: hex(address), ...(begins ? { begins: true as const } : {}) }
  if (!translation.ok) return { ...at, bytes: [], text: '' }
  const from = translation.physicalAddress
  const found = journal.bytes.subarray(from, from + ROW)
  const bytes = Array.from(found, (byte, index) => shownByte(`memory(${hex(address + BigInt(index))})`, byte))
  return { ...at, physical: hex(from), bytes, text: asciiText(found) }
}

function physicalRow({ journal }: Machine, base: number, middle: bigint, offset: number): HexRow {
  const from = base + offset
  if (from < 0 || from + ROW > journal.ramByteCount) return { bytes: [], text: '' }
  const found = journal.bytes.subarray(from, from + ROW)
  const isSameFrame = Math.floor(from / PAGE_SIZE) === Math.floor(base / PAGE_SIZE)
  return {
    physical: hex(physicalAddress(from)),
    ...(isSameFrame ? { virtual: hex(wrapAddress(middle + BigInt(offset))) } : {}),
    ...(from % PAGE_SIZE === 0 ? { begins: true as const } : {}),
    bytes: Array.from(found, (byte, index) => shownByte(`byte(${hex(from + index)})`, byte)),
    text: asciiText(found),
  }
}

function shownByte(fact: string, byte: number): Shown {
  return { fact, value: bytesText([byte]) }
}

/** What the bytes are as characters; a dot for what is none. */
function asciiText(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('')
}
