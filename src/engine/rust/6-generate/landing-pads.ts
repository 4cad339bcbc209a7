import { labelText } from '../label-text.ts'
import type { Span } from '../1-parse/syntax.ts'
import type { Code } from './code.ts'
import type { DropAction } from './drop-plans.ts'
import { labelled, type Group, type Line } from './instruction.ts'

/**
 * Where a panic goes on when it comes back from a call: what is still here goes, the first first, and then the panic goes
 * on to the caller. What two pads have in common is written once.
 */
export interface LandingPad {
  readonly action: DropAction
  readonly rest: LandingPad | undefined
  /** Once something leads here. */
  label: string | undefined
}

/** From behind one label up to another, wherever a call comes back to, a panic goes on at a third. All within one function. */
export interface Landing {
  readonly from: string
  readonly to: string
  readonly pad: string
}

/** Whoever panics where a panic is already at work. */
export const IN_CLEANUP = 'panic.in_cleanup'

export class LandingPads {
  private readonly code: Code
  private readonly drop: (actions: readonly DropAction[]) => void
  private readonly known = new Map<LandingPad | undefined, Map<DropAction, LandingPad>>()
  private readonly found = new Map<readonly DropAction[], LandingPad | undefined>()
  private readonly wanted: LandingPad[] = []

  /** @param drop gives back what a place has */
  constructor(code: Code, drop: (actions: readonly DropAction[]) => void) {
    this.code = code
    this.drop = drop
  }

  /** What a call leads to from here on if it does not return. */
  lead(actions: readonly DropAction[]): void {
    const pad = this.padFor(actions)
    this.code.onPanic = pad && (() => this.labelOf(pad))
  }

  private padFor(actions: readonly DropAction[]): LandingPad | undefined {
    if (actions.length === 0) return undefined
    if (this.found.has(actions)) return this.found.get(actions)
    const pad = actions.reduceRight<LandingPad | undefined>(
      (rest, action) => this.pad(action, rest),
      undefined,
    )
    this.found.set(actions, pad)
    return pad
  }

  private pad(action: DropAction, rest: LandingPad | undefined): LandingPad {
    const known = this.known.get(rest) ?? new Map<DropAction, LandingPad>()
    this.known.set(rest, known)
    const pad = known.get(action) ?? { action, rest, label: undefined }
    known.set(action, pad)
    return pad
  }

  private labelOf(pad: LandingPad): string {
    if (pad.label === undefined) {
      pad.label = this.code.label()
      this.wanted.push(pad)
    }
    return pad.label
  }

  /** Writes those that something leads to. @returns their lines */
  write(): readonly Line[] {
    const { code } = this
    const before = code.apart.length
    const written = new Set<LandingPad>()
    for (const first of this.wanted)
      for (let pad: LandingPad | undefined = first; pad && !written.has(pad); pad = pad.rest) {
        written.add(pad)
        this.writeOne(pad, written)
      }
    return code.apart.splice(before)
  }

  private writeOne(pad: LandingPad, written: ReadonlySet<LandingPad>): void {
    const { code } = this
    const { rest } = pad
    code.aside(() => {
      code.onPanic = () => code.data.routine(IN_CLEANUP)
      this.drop([pad.action])
      if (!rest) resumePanic(code)
      else if (written.has(rest)) code.jump('jmp', this.labelOf(rest), 'And whatever else there is')
    }, this.labelOf(pad))
  }
}

/** The panic goes on in the caller. */
export function resumePanic(code: Code): void {
  code.emit('jmp', [labelled(code.data.routine('panic.resume'))], 'The panic goes on')
}

/** Labels around calls that lead to one pad, as the groups come one after the other. */
export function withLandings(groups: readonly Group[], label: () => string) {
  const landings: Landing[] = []
  const marked = groups.map((group) => {
    if (!group.lines.some((line) => line.kind === 'instruction' && line.onPanic)) return group
    return { ...group, lines: markedLines(group.lines, label, landings) }
  })
  return { groups: marked, landings }
}

interface Range {
  readonly from: string
  readonly pad: string
  readonly span: Span
  /** Its place among the lines. */
  lastCall: number
}

const opened = (from: string, pad: string, span: Span): Range => ({ from, pad, span, lastCall: -1 })

function markedLines(lines: readonly Line[], label: () => string, landings: Landing[]): readonly Line[] {
  const marked: Line[] = []
  let open: Range | undefined
  const close = () => {
    if (!open) return
    const to = label()
    marked.splice(open.lastCall + 1, 0, { kind: 'label', name: to, span: open.span })
    landings.push({ from: open.from, to, pad: open.pad })
    open = undefined
  }
  for (const line of lines) {
    const pad = line.kind === 'instruction' ? line.onPanic : undefined
    if (pad !== undefined && open?.pad !== pad) {
      close()
      if (pad)
        marked.push({ kind: 'label', name: (open = opened(label(), pad, line.span)).from, span: line.span })
    }
    marked.push(line)
    if (open && pad === open.pad) open.lastCall = marked.length - 1
  }
  close()
  return marked
}

/** A function, by its label, with the size of its frame in bytes. */
export interface LandingPlace {
  readonly label: string
  readonly frameSize: number
  readonly landings: readonly Landing[]
}

/** Where all its functions lie, and a row for each landing: from where to where, the pad, and the frame's size. */
export function landingTable(places: readonly LandingPlace[]): readonly string[] {
  const rows = places.flatMap(({ label, frameSize, landings }) => {
    const full = (local: string) => (local.startsWith('.') ? `${labelText(label)}${local}` : local)
    return landings.map(({ from, to, pad }) => `dq ${[from, to, pad].map(full).join(', ')}, ${frameSize}`)
  })
  const [first] = places
  if (rows.length === 0 || !first) return []
  const range = `panic.functions: dq ${labelText(first.label)}, panic.runtime`
  return ['align 8', range, 'panic.landings:', ...rows, 'panic.landings.end:']
}
