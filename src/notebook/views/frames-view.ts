import type { Machine } from '#engine/machine/machine.ts'
import type { FrameOwner } from '#engine/os/kernel.ts'
import { PAGE_SIZE } from '#engine/units.ts'
import type { FrameKind, FramesView } from './machine-view.ts'
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
  text: 'code',
  data: 'code',
  rodata: 'code',
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
  const frameCount = machine.journal.ramByteCount / PAGE_SIZE
  const frames = framesOf(machine, frameCount)
  return {
    kind: 'frames',
    frameCount,
    perRow: PER_ROW,
    rows: rowsOf(frames),
    legend: legendOf(frames),
    runs: runsOf(frames),
    marks: marksOf(machine),
  }
}

const FREE: Frame = { kind: 'free', owner: ABOUT.free }

function framesOf(machine: Machine, frameCount: number): Frame[] {
  const owners = machine.kernel.frameOwners()
  const several = machine.processes.length > 1
  return Array.from({ length: frameCount }, (_, frame) => {
    const owner = owners.get(frame)
    return owner === undefined ? FREE : frameOf(machine, frame, owner, several)
  })
}

function frameOf({ kernel }: Machine, frame: number, owner: FrameOwner, several: boolean): Frame {
  const frames = kernel.linux?.frames
  const base = frame * PAGE_SIZE
  if (frames?.zeroFrame === base) return { kind: 'zeros', owner: ABOUT.zeros }
  const shares = frames === undefined || owner.purpose === 'kernel' ? 1 : frames.shareCount(base)
  if (shares > 1) return { kind: 'shared', owner: `${owner.purpose}, shared by ${shares} page tables` }
  const kind = KINDS[owner.purpose.replace(/^\./, '')] ?? 'other'
  if (kind === 'kernel') return { kind, owner: ABOUT.kernel }
  return { kind, owner: several ? `${owner.purpose} of ${owner.process}` : owner.purpose }
}

/** Rows; those that are of one kind throughout, and whose neighbours are too, are one. */
function rowsOf(frames: readonly Frame[]): FramesView['rows'] {
  const rows: { first: number; rowCount: number; kinds: FrameKind[]; owners: string[] }[] = []
  for (let first = 0; first < frames.length; first += PER_ROW) {
    const row = frames.slice(first, first + PER_ROW)
    const last = rows.at(-1)
    const [head] = row
    const isUniform = row.every(({ owner }) => owner === head!.owner)
    if (isUniform && last?.owners.every((owner) => owner === head!.owner)) last.rowCount += 1
    else {
      rows.push({
        first,
        rowCount: 1,
        kinds: row.map(({ kind }) => kind),
        owners: row.map(({ owner }) => owner),
      })
    }
  }
  return rows
}

function legendOf(frames: readonly Frame[]): FramesView['legend'] {
  const counts = new Map<FrameKind, number>()
  for (const { kind } of frames) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return (Object.keys(ABOUT) as FrameKind[]).flatMap((kind) => {
    const count = counts.get(kind)
    return count === undefined ? [] : [{ kind, count, about: ABOUT[kind] }]
  })
}

function runsOf(frames: readonly Frame[]): FramesView['runs'] {
  const runs: { first: number; last: number; about: string }[] = []
  for (const [frame, { owner, kind }] of frames.entries()) {
    if (kind === 'free') continue
    const last = runs.at(-1)
    if (last?.last === frame - 1 && last.about === owner) last.last = frame
    else runs.push({ first: frame, last: frame, about: owner })
  }
  return runs
}

function marksOf({ memory, registers }: Machine): FramesView['marks'] {
  return (['rsp', 'rip'] as const).flatMap((register) => {
    const translation = memory.translate(registers.get(register) as never)
    if (!translation.ok) return []
    return [{ frame: Math.floor(translation.physicalAddress / PAGE_SIZE), name: register.toUpperCase() }]
  })
}
