import { bytesText } from '#engine/facts/fact-value.ts'
import type { Machine } from '#engine/machine/machine.ts'
import type { LinkedFunction } from '#engine/machine/program.ts'
import { regionOf } from '#engine/os/region.ts'
import { groupedHex, hex, PAGE_SIZE, virtualAddress, wrapAddress } from '#engine/units.ts'
import { defined } from '#notebook/shared/defined.ts'
import { thingText } from '#notebook/shared/thing.ts'
import { callsView } from './calls-view.ts'
import type { CallsView } from '#notebook/shared/machine-view.ts'
import type { FrameSlot, FrameView, StackFrame } from '#notebook/shared/picture-view.ts'
import { stackView } from './stack-view.ts'
import { shownByteCount } from './stack-extent.ts'
import { pointedAt, type Pointed } from './pointed-at.ts'
import { subjectsOf, type AtOneMoment } from './view-input.ts'
import type { StackSlot } from '#notebook/shared/view.ts'

type Call = CallsView['frames'][number]

/** Frames that are drawn; what lies above them is told as “and more”. */
const MOST_FRAMES = 4
const WORD = 8

/** The stack as boxes: the frames of the functions that are running, what lies in them, and what points where. */
export function frameView(input: AtOneMoment): FrameView {
  const stack = stackView(input)
  const calls = callsView(input)?.frames ?? []
  const frames = calls.length > 0 ? framesOf(input, calls.slice(0, MOST_FRAMES)) : [plainFrame(stack.slots)]
  const slots = frames.flatMap((frame) => frame.slots)
  const below = stack.slots.filter(({ what }) => what === 'below')
  if (calls.length > 0) frames.at(-1)!.slots = highestFirst([...frames.at(-1)!.slots, ...below.map(slotOf)])
  return {
    kind: 'frame',
    frames,
    isCut: calls.length > MOST_FRAMES,
    rsp: stack.rsp,
    rbp: stack.rbp,
    pageStarts: pageStartsIn(frames),
    targets: targetsOf(input.machine, calls.slice(0, MOST_FRAMES), slots),
    stack,
  }
}

type Frame = StackFrame & { slots: FrameSlot[] }

/** Where no compiler has named anything: what the bytes around RSP are known to be. */
function plainFrame(slots: readonly StackSlot[]): Frame {
  return { slots: slots.filter(({ bytes }) => bytes.length > 0).map(slotOf) }
}

function slotOf({ what, name, type, value, why, omitted, bytes, focus }: StackSlot): FrameSlot {
  const start = BigInt(bytes[0]!.address)
  return {
    what,
    address: hex(start),
    byteCount: bytes.length,
    bytes: bytes.map(({ byte }) => byte),
    things: rangeThing(start, bytes.length),
    ...defined({ name, type, value, why, omitted, focus }),
  }
}

/** The outermost first, as they lie. */
function framesOf(input: AtOneMoment, calls: readonly Call[]): Frame[] {
  return calls.map((call, depth) => frameOf(input, call, depth === 0)).reverse()
}

function frameOf(input: AtOneMoment, call: Call, isRunning: boolean): Frame {
  const { machine } = input
  const known = functionOf(machine, call)
  const focused = new Set(isRunning ? subjectsOf(input).map(({ name }) => name) : [])
  const rbp = call.savedRbp && call.locals.length > 0 ? call.savedRbp.address : undefined
  const slots = [
    ...call.locals.flatMap((local) => localSlot(machine, local, known, focused)),
    ...wordSlot(machine, 'return-address', call.returnAddress, call.returnAddress?.to),
    ...wordSlot(machine, 'saved-rbp', call.savedRbp),
  ]
  const all = [...slots, ...gapSlots(machine, call, known, slots)]
  return {
    function: call.function,
    ...(isRunning ? { isRunning: true as const } : {}),
    ...defined({ rbp: rbp ?? (isRunning ? call.savedRbp?.address : undefined) }),
    slots: highestFirst(all),
  }
}

function functionOf({ program }: Machine, call: Call): LinkedFunction | undefined {
  return program?.linkMap?.functions.find(({ name }) => name === call.function)
}

function highestFirst(slots: readonly FrameSlot[]): FrameSlot[] {
  return [...slots].sort((one, other) => (BigInt(one.address) < BigInt(other.address) ? 1 : -1))
}

function localSlot(
  machine: Machine,
  local: Call['locals'][number],
  known: LinkedFunction | undefined,
  focused: ReadonlySet<string>,
): FrameSlot[] {
  const { name, type, address, things, value } = local
  const symbol = symbolOf(local, known)
  const pointed = pointedBy(machine, local, known)
  const size = symbol?.size ?? 0
  const byteCount = shownByteCount(size)
  const bytes = bytesAt(machine, BigInt(address), byteCount)
  if (bytes.length === 0) return []
  return [
    {
      what: 'variable',
      name,
      type,
      address,
      byteCount,
      bytes,
      things,
      ...defined({
        value,
        omitted: size - byteCount || undefined,
        elementByteCount: elementByteCount(type, size),
        gaps: symbol?.gaps,
        pointsTo: pointed && hex(pointed.address),
        focus: focused.has(name) ? (true as const) : undefined,
      }),
    },
  ]
}

function symbolOf({ name, type }: Call['locals'][number], known: LinkedFunction | undefined) {
  return known?.symbols.find((candidate) => candidate.name === name && candidate.type === type)
}

function pointedBy(
  machine: Machine,
  local: Call['locals'][number],
  known: LinkedFunction | undefined,
): Pointed | undefined {
  const { layout, size = 0 } = symbolOf(local, known) ?? {}
  const bytes = layout && machine.memory.peek(wrapAddress(BigInt(local.address)), size)
  return bytes && pointedAt(machine, layout, bytes)
}

function wordSlot(
  machine: Machine,
  what: FrameSlot['what'],
  word: Call['returnAddress'] | Call['savedRbp'],
  leadsTo?: string,
): FrameSlot[] {
  if (word === undefined) return []
  const bytes = bytesAt(machine, BigInt(word.address), WORD)
  const slot = { what, address: word.address, byteCount: WORD, bytes, things: word.things, value: word.value }
  return [{ ...slot, ...defined({ leadsTo }) }]
}

/** Bytes between the others that are no variable's, a run at a time. */
function gapSlots(
  machine: Machine,
  call: Call,
  known: LinkedFunction | undefined,
  slots: readonly FrameSlot[],
): FrameSlot[] {
  const ordered = [...slots].sort((one, other) => (BigInt(one.address) < BigInt(other.address) ? -1 : 1))
  const gaps: FrameSlot[] = []
  let at = BigInt(call.start)
  for (const slot of [...ordered, { address: call.end, byteCount: 0, omitted: 0 }]) {
    const start = BigInt(slot.address)
    const byteCount = shownByteCount(Number(start - at))
    if (start > at) gaps.push(gapSlot(machine, at, byteCount, call, known))
    const end = start + BigInt(slot.byteCount + (slot.omitted ?? 0))
    if (end > at) at = end
  }
  return gaps.filter(({ bytes }) => bytes.length > 0)
}

function gapSlot(
  machine: Machine,
  start: bigint,
  byteCount: number,
  call: Call,
  known: LinkedFunction | undefined,
): FrameSlot {
  const offset = call.savedRbp && Number(start - BigInt(call.savedRbp.address))
  const padding = known?.padding?.find(
    (one) => offset !== undefined && one.offset <= offset && offset < one.offset + one.size,
  )
  return {
    what: 'unused',
    address: hex(start),
    byteCount,
    bytes: bytesAt(machine, start, byteCount),
    things: rangeThing(start, byteCount),
    ...defined({ why: padding?.reason }),
  }
}

function bytesAt(machine: Machine, start: bigint, byteCount: number): FrameSlot['bytes'] {
  const bytes = machine.memory.peek(wrapAddress(start), byteCount) ?? []
  return [...bytes].map((byte, index) => ({
    fact: `memory(${hex(start + BigInt(index))})`,
    value: bytesText([byte]),
  }))
}

function elementByteCount(type: string, size: number): number | undefined {
  const count = Number(/; (\d+)\]$/.exec(type)?.[1] ?? 0)
  return count > 1 && size % count === 0 ? size / count : undefined
}

/** What is pointed at outside the frames that are drawn. */
function targetsOf(
  machine: Machine,
  calls: readonly Call[],
  slots: readonly FrameSlot[],
): FrameView['targets'] {
  return calls.flatMap((call) =>
    call.locals.flatMap((local) => {
      const pointed = pointedBy(machine, local, functionOf(machine, call))
      if (pointed === undefined || slots.some((slot) => isIn(slot, hex(pointed.address)))) return []
      return targetAt(machine, local.address, pointed) ?? []
    }),
  )
}

function isIn({ address, byteCount }: FrameSlot, wanted: string): boolean {
  const distance = BigInt(wanted) - BigInt(address)
  return distance >= 0n && distance < BigInt(byteCount)
}

function targetAt(
  machine: Machine,
  from: string,
  { address, byteCount, text }: Pointed,
): FrameView['targets'][number] | undefined {
  const region = regionOf(machine.current.regions, virtualAddress(address))
  if (region === undefined) return undefined
  const things = rangeThing(address, byteCount)
  return { from, address: hex(address), region: region.name, things, text: text ?? groupedHex(address) }
}

function pageStartsIn(frames: readonly Frame[]): string[] {
  const addresses = frames.flatMap(({ slots }) => slots.map(({ address }) => BigInt(address)))
  const low = addresses.reduce((least, address) => (address < least ? address : least), addresses[0] ?? 0n)
  const high = addresses.reduce((most, address) => (address > most ? address : most), low)
  const starts: string[] = []
  const size = BigInt(PAGE_SIZE)
  for (let page = (low / size + 1n) * size; page <= high; page += size) starts.push(hex(page))
  return starts
}

function rangeThing(start: bigint, byteCount: number): string {
  return thingText({ kind: 'virtual', start, byteCount })
}
