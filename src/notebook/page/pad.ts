/** The scratchpad: cells that a reader makes, in an order that they choose. Each change makes a new pad. */
import type { HardwareName } from '#engine/machine/hardware.ts'
import type { SchemeName } from '#engine/memory/scheme.ts'
import type { ImageName } from '#engine/os/images.ts'
import type { CellDefinition } from '#notebook/shared/cell.ts'
import { LANGUAGES, type Language } from '#notebook/shared/language.ts'
import { isRecord } from './kept-text.ts'
import { PAD_LANGUAGES } from './pad-languages.ts'

export interface PadCell {
  readonly id: string
  readonly language: Language
  readonly source: string
  /** It starts from the machine that the cell above leaves behind, and not from a new one. */
  readonly follows: boolean
  readonly image: ImageName
  readonly scheme: SchemeName
  readonly layout: CellDefinition['layout']
  readonly hardware?: HardwareName
}

export type Pad = readonly PadCell[]

/** What a reader can choose between, besides what is usual; pad-choices.ts says how it is called. */
const IMAGES = ['walkthrough', 'pair', 'linux'] as const satisfies ImageName[]
const SCHEMES = [
  ...(['none', 'base-limit', 'segments'] as const),
  ...(['one-level', 'four-level', 'five-level'] as const),
] as const satisfies SchemeName[]
const HARDWARE = [
  ...(['small-tlb', 'tlb', 'forgetful-tlb', 'little-ram'] as const),
  ...(['swap-fifo', 'swap-clock', 'swap-lru', 'swap-optimal'] as const),
] as const satisfies HardwareName[]

export type PadImage = (typeof IMAGES)[number]
export type PadScheme = (typeof SCHEMES)[number]
export type PadHardware = (typeof HARDWARE)[number]

/** More are no pad any more: what makes a longer one is refused. */
export const MOST_CELLS = 100

/** The pad with a new cell at that place. */
export function withCell(pad: Pad, at: number, language: Language, id = newId(pad)): Pad {
  const { source, below = {}, follows = false, isProcess = false } = PAD_LANGUAGES[language]
  const above = pad[at - 1]
  const cell: PadCell = {
    id,
    language,
    source: (above && below[above.language]) ?? source,
    follows: above !== undefined && follows,
    image: isProcess ? 'linux' : 'walkthrough',
    scheme: 'one-level',
    layout: 'debug',
  }
  return [...pad.slice(0, at), cell, ...pad.slice(at)]
}

/** What a reader finds who has written nothing yet: the same in every tab. */
export const firstPad = (): Pad => withCell([], 0, 'rust', 'c1')

/**
 * A name that no cell had before, in this tab or another: what is undone, or told late by another tab, must never meet
 * a stranger under its name.
 */
export function newId(pad: Pad): string {
  const id = `c${100_000_000 + Math.floor(Math.random() * 899_999_999)}`
  return pad.some((cell) => cell.id === id) ? newId(pad) : id
}

/** Nothing was written into it: it is as it was made, or empty. */
export function isUntouched({ language, source }: PadCell): boolean {
  return source.trim() === '' || source === PAD_LANGUAGES[language].source
}

export function withoutCell(pad: Pad, id: string): Pad {
  return pad.filter((cell) => cell.id !== id)
}

/** The cell so many places further down; a cell at an end stays there. */
export function movedCell(pad: Pad, id: string, distance: number): Pad {
  const from = pad.findIndex((cell) => cell.id === id)
  const to = from + distance
  const cell = pad[from]
  if (cell === undefined || to < 0 || to >= pad.length) return pad
  const others = pad.filter((other) => other !== cell)
  return [...others.slice(0, to), cell, ...others.slice(to)]
}

/** What is undefined goes back to being as it is where nothing is said. */
export type PadChange = { readonly [Key in keyof PadCell]?: PadCell[Key] | undefined }

export function changedCell(pad: Pad, id: string, change: PadChange): Pad {
  return pad.map((cell) => {
    if (cell.id !== id) return cell
    const { hardware, ...rest } = { ...cell, ...change } as PadCell
    return hardware === undefined ? rest : { ...rest, hardware }
  })
}

/** The pad's cells as a lesson would have them. */
export function definitionsOf(pad: Pad): CellDefinition[] {
  return pad.map((cell, index): CellDefinition => {
    const { id, language, source, image, scheme, layout, hardware } = cell
    const above = cell.follows ? pad[index - 1] : undefined
    const { show } = PAD_LANGUAGES[language]
    return {
      ...{ id, file: `${id}.${language}`, title: `Cell ${index + 1}`, language, source, layout, show },
      ...{ image, scheme: image === 'linux' ? 'four-level' : scheme, stop: 'before-leave', of: [] },
      ...(hardware === undefined ? {} : { hardware }),
      ...(above === undefined ? {} : { after: above.id }),
    }
  })
}

/** A pad that was sent, or kept as it used to be, from its JSON; undefined for anything else. */
export function readPad(text: string): Pad | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (!Array.isArray(value) || !value.every(isRecord)) return undefined
    const cells = value.flatMap((cell) => readCell(cell) ?? [])
    return cells.length === value.length && new Set(cells.map(({ id }) => id)).size === cells.length
      ? cells
      : undefined
  } catch {
    return undefined
  }
}

/** A cell out of whatever was kept or sent: where an option can't be read it is the usual one, and the source stays. */
export function readCell(value: Readonly<Record<string, unknown>>): PadCell | undefined {
  const { id, language, source, follows, image, scheme, layout, hardware } = value
  const isCell = typeof id === 'string' && /^c\d{1,9}$/.test(id) && typeof source === 'string'
  if (!isCell || !isLanguage(language)) return undefined
  const cell = {
    ...{ id, language, source, follows: follows === true },
    image: isOneOf(IMAGES, image) ? image : 'walkthrough',
    scheme: isOneOf(SCHEMES, scheme) ? scheme : 'one-level',
    layout: layout === 'packed' ? 'packed' : 'debug',
  } as const
  return isOneOf(HARDWARE, hardware) ? { ...cell, hardware } : cell
}

const isLanguage = (value: unknown): value is Language =>
  typeof value === 'string' && Object.hasOwn(LANGUAGES, value)

const isOneOf = <Name extends string>(names: readonly Name[], value: unknown): value is Name =>
  names.includes(value as Name)
