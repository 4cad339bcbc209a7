import type { Machine } from '#engine/machine/machine.ts'
import type { FrameOwner } from '#engine/os/kernel.ts'
import { frameByteCountOf } from './frame-size.ts'
import type { FrameKind, FramesView } from '#notebook/shared/machine-view.ts'
import type { AtOneMoment } from './view-input.ts'

const PER_ROW = 32

/** What frames are used for, in the order of the legend. */
const ABOUT: Readonly<Record<FrameKind, string>> = {
  kernel: 'the kernel\u2019s own',
  table: 'page tables',
  code: 'code and the program\u2019s data',
  stack: 'stack',
  heap: 'heap and mappings',
  other: 'other pages',
  shared: 'shared until somebody writes (copy-on-write)',
  zeros: 'the frame of zeros that untouched pages are read from',
  free: 'free',
}

/** Kinds by what the kernel says a frame is for; a region of another name is `other`. */
const KINDS: Readonly<Record<string, FrameKind>> = {
  kernel: 'kernel',
  'page table': 'table',
  code: 'code',
  rodata: 'code',
  data: 'code',
  bss: 'code',
  stack: 'stack',
  heap: 'heap',
  mapping: 'heap',
}

interface Frame {
  readonly kind: FrameKind
  /** For people. */
  readonly owner: string
}

/** Every frame of RAM by what it is used for. */
export function framesView({ machine }: Pick<AtOneMoment, 'machine'>): FramesView {
  const frameByteCount = frameByteCountOf(machine)
  // A root table behind RAM may fill a part of a frame only.
  const frameCount = Math.ceil(machine.journal.ramByteCount / frameByteCount)
  const frames = framesOf(machine, frameCount, frameByteCount)
  return {
    kind: 'frames',
    frameCount,
    frameByteCount,
    perRow: PER_ROW,
    rows: rowsOf(frames),
    legend: legendOf(frames),
    runs: runsOf(frames),
    marks: marksOf(machine, frameByteCount),
  }
}

const FREE: Frame = { kind: 'free', owner: ABOUT.free }

/** By frame; frames of the same owner are the same object. */
function framesOf(machine: Machine, frameCount: number, frameByteCount: number): Frame[] {
  const frames = new Array<Frame>(frameCount).fill(FREE)
  const known = new Map<string, Frame>()
  const several = machine.processes.length > 1
  for (const [number, owner] of machine.kernel.frameOwners(frameByteCount)) {
    const found = frameOf(machine, number * frameByteCount, owner, several)
    const key = `${found.kind} ${found.owner}`
    const frame = known.get(key) ?? found
    if (frame === found) known.set(key, frame)
    frames[number] = frame
  }
  return frames
}

function frameOf({ kernel }: Machine, base: number, owner: FrameOwner, several: boolean): Frame {
  const frames = kernel.linux?.frames
  if (frames?.zeroFrame === base) return { kind: 'zeros', owner: ABOUT.zeros }
  const kind = KINDS[owner.purpose] ?? 'other'
  if (kind === 'kernel') return { kind, owner: ABOUT.kernel }
  const held = frames?.frameAt(base)
  const shares = held === undefined ? 1 : frames!.shareCount(held)
  if (shares > 1) return { kind: 'shared', owner: `${owner.purpose}, shared by ${shares} page tables` }
  return { kind, owner: several ? `${owner.purpose} of ${owner.process}` : owner.purpose }
}

/** Rows; neighbours that have one and the same owner throughout are one. */
function rowsOf(frames: readonly Frame[]): FramesView['rows'] {
  const rows: { first: number; rowCount: number; kinds: FrameKind[]; owners: string[] }[] = []
  let lastOwner: Frame | undefined
  for (let first = 0; first < frames.length; first += PER_ROW) {
    const owner = onlyOwner(frames, first)
    const last = rows.at(-1)
    if (last !== undefined && owner !== undefined && owner === lastOwner) last.rowCount += 1
    else {
      const row = frames.slice(first, first + PER_ROW)
      const [kinds, owners] = [row.map(({ kind }) => kind), row.map((frame) => frame.owner)]
      rows.push({ first, rowCount: 1, kinds, owners })
    }
    lastOwner = owner
  }
  return rows
}

/** The owner of a whole row; undefined where it has several. */
function onlyOwner(frames: readonly Frame[], first: number): Frame | undefined {
  for (let at = first + 1; at < first + PER_ROW; at++) if (frames[at] !== frames[first]) return undefined
  return frames[first]
}

function legendOf(frames: readonly Frame[]): FramesView['legend'] {
  const counts = new Map<Frame, number>()
  for (const frame of frames) counts.set(frame, (counts.get(frame) ?? 0) + 1)
  return (Object.keys(ABOUT) as FrameKind[]).flatMap((kind) => {
    const count = [...counts].reduce((sum, [frame, more]) => sum + (frame.kind === kind ? more : 0), 0)
    return count === 0 ? [] : [{ kind, count, about: ABOUT[kind] }]
  })
}

function runsOf(frames: readonly Frame[]): FramesView['runs'] {
  const runs: { first: number; last: number; about: string }[] = []
  for (let at = 0; at < frames.length; at++) {
    const frame = frames[at]!
    if (frame === FREE) continue
    if (at > 0 && frames[at - 1] === frame) runs.at(-1)!.last = at
    else runs.push({ first: at, last: at, about: frame.owner })
  }
  return runs
}

function marksOf({ memory, registers }: Machine, frameByteCount: number): FramesView['marks'] {
  return (['rsp', 'rip'] as const).flatMap((register) => {
    const translation = memory.translate(registers.get(register) as never)
    if (!translation.ok) return []
    return [{ frame: Math.floor(translation.physicalAddress / frameByteCount), name: register.toUpperCase() }]
  })
}
