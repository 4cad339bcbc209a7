import type { ViewName } from '#notebook/shared/view.ts'
import { VIEW_NAMES, VIEWS } from '../output/views.ts'

const KEY = `pagewalk:${import.meta.env.BASE_URL}:machine`

/** What a reader has chosen for the panel. */
export interface PanelChoices {
  /** The views that are open. */
  readonly show: readonly ViewName[]
  /** Those of them that stay in sight together, the others below them. */
  readonly pinned: readonly ViewName[]
  /** Whether the next instruction is taken apart. */
  readonly byPhases: boolean
}

/** Until a reader chooses otherwise: code, registers, memory and the way between them are in sight together. */
const FIRST: PanelChoices = {
  show: VIEW_NAMES.filter((name) => VIEWS[name].isOpenAtFirst),
  pinned: VIEW_NAMES.filter((name) => VIEWS[name].isPinnedAtFirst),
  byPhases: true,
}

/** What the reader had chosen last; where the browser has kept nothing, what is chosen at first. */
export function readChoices(): PanelChoices {
  try {
    const kept: unknown = JSON.parse(globalThis.localStorage.getItem(KEY) ?? 'null')
    // Before views could be pinned, the open ones were all that was kept.
    if (Array.isArray(kept)) return { ...FIRST, show: namesIn(kept) }
    if (typeof kept !== 'object' || kept === null) return FIRST
    const { show, pinned, byPhases } = kept as Partial<Record<keyof PanelChoices, unknown>>
    return { show: namesIn(show), pinned: namesIn(pinned), byPhases: byPhases !== false }
  } catch {
    return FIRST
  }
}

function namesIn(kept: unknown): ViewName[] {
  return VIEW_NAMES.filter((name) => Array.isArray(kept) && kept.includes(name))
}

/** A browser that keeps nothing costs only that. */
export function keepChoices(choices: PanelChoices): void {
  try {
    globalThis.localStorage.setItem(KEY, JSON.stringify(choices))
  } catch {
    // The views are open all the same.
  }
}
