import { variable } from '#engine/facts/fact.ts'
import { bytesText } from '#engine/facts/fact-value.ts'
import { hex, PAGE_SIZE, pageOffset, wrapAddress, type VirtualAddress } from '#engine/units.ts'
import { defined } from '#notebook/shared/defined.ts'
import { shownByteCount, stackExtent, type StackExtent } from './stack-extent.ts'
import { subjectsOf, type AtOneMoment } from './view-input.ts'
import type { StackByte, StackSlot, StackView } from '#notebook/shared/view.ts'

const WORD = 8n

/** The frame by the byte, high addresses first, with both sides of RSP. */
export function stackView(input: AtOneMoment): StackView {
  const { facts, machine } = input
  const extent = stackExtent(machine)
  const slots = [...variableSlots(input), ...(extent.hasFrame ? frameSlots(input) : [])]
  const all = [...slots, ...gapSlots(input, extent, slots)].filter((slot) => slot.bytes.length > 0)
  return {
    kind: 'stack',
    slots: all.sort((one, other) => (startOf(one) < startOf(other) ? 1 : -1)),
    rsp: facts.need('registers.rsp'),
    rbp: facts.need('registers.rbp'),
    pageStarts: pageStarts(extent),
  }
}

function startOf(slot: StackSlot): bigint {
  return BigInt(slot.bytes[0]?.address ?? 0)
}

function variableSlots(input: AtOneMoment): StackSlot[] {
  const { facts, machine } = input
  const focused = new Set(subjectsOf(input).map(({ name }) => name))
  const rbp = machine.registers.get('rbp')
  const symbols = machine.frameFunction?.symbols ?? []
  return symbols.map(({ name, type, size, offset }, index): StackSlot => {
    const shadowed = symbols.slice(index + 1).some((later) => later.name === name)
    const shownSize = shownByteCount(size)
    return {
      what: 'variable',
      name,
      type,
      bytes: bytesFrom(input, wrapAddress(rbp + BigInt(offset)), shownSize),
      ...defined({ omitted: size - shownSize || undefined }),
      ...(shadowed ? {} : defined({ value: facts.about(variable(name)).get('value') })),
      ...(focused.has(name) && !shadowed ? { focus: true as const } : {}),
    }
  })
}

function frameSlots(input: AtOneMoment): StackSlot[] {
  const rbp = input.machine.registers.get('rbp')
  return [
    { what: 'return-address', bytes: bytesFrom(input, rbp + WORD, 8) },
    { what: 'saved-rbp', bytes: bytesFrom(input, rbp, 8) },
  ]
}

/**
 * What lies between the named slots: unused bytes of a frame, words without a name, and what is below RSP. Before a
 * function has moved RSP, its variables lie there too, and are named all the same.
 */
function gapSlots(input: AtOneMoment, extent: StackExtent, slots: readonly StackSlot[]): StackSlot[] {
  const taken = new Set(slots.flatMap((slot) => slot.bytes.map((byte) => byte.address)))
  const gaps: (StackSlot & { bytes: StackByte[] })[] = []
  let open: (typeof gaps)[number] | undefined
  for (let address: bigint = extent.start; address < extent.end; address++) {
    if (taken.has(hex(address))) open = undefined
    else {
      const kind = gapAt(input, extent, address)
      const isNewWord = kind.what === 'other' && address % WORD === 0n
      if (open?.what !== kind.what || open.why !== kind.why || isNewWord)
        gaps.push((open = { ...kind, bytes: [] }))
      open.bytes.push(...bytesFrom(input, address, 1))
    }
  }
  return gaps
}

function gapAt(
  { machine }: AtOneMoment,
  { hasFrame }: StackExtent,
  address: bigint,
): Omit<StackSlot, 'bytes'> {
  if (address < machine.registers.get('rsp')) return { what: 'below' }
  if (machine.frameFunction === undefined || !hasFrame) return { what: 'other' }
  return { what: 'unused', ...defined({ why: reasonAt(machine, address) }) }
}

/** Why a byte of the frame is no variable's. */
function reasonAt(machine: AtOneMoment['machine'], address: bigint): StackSlot['why'] {
  const at = Number(address - machine.registers.get('rbp'))
  return machine.frameFunction?.padding?.find(({ offset, size }) => offset <= at && at < offset + size)
    ?.reason
}

/** Those that are mapped, which whole pages are or are not. */
function bytesFrom({ machine: { memory } }: AtOneMoment, start: bigint, byteCount: number): StackByte[] {
  const bytes: StackByte[] = []
  for (let done = 0; done < byteCount;) {
    const from = wrapAddress(start + BigInt(done))
    const length = Math.min(byteCount - done, PAGE_SIZE - pageOffset(from))
    const found = memory.peek(from, length) ?? []
    for (const [index, byte] of found.entries()) {
      const address = hex(wrapAddress(from + BigInt(index)))
      bytes.push({ address, byte: { fact: `memory(${address})`, value: bytesText([byte]) } })
    }
    done += length
  }
  return bytes
}

function pageStarts({ start, end }: { start: VirtualAddress; end: VirtualAddress }): string[] {
  const size = BigInt(PAGE_SIZE)
  const starts: string[] = []
  for (let page = start - (start % size) + size; page < end; page += size) starts.push(hex(page))
  return starts
}
