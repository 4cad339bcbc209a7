import type { Diagnostic } from '#engine/diagnostic.ts'
import { bootDesign } from '#engine/machine/design/boot-design.ts'
import { designMachine, type MachineDesign } from '#engine/machine/design/design-machine.ts'
import { parseMachine } from '#engine/machine/design/parse-machine.ts'
import { PRESETS } from '#engine/machine/design/presets.ts'
import { SETTING_LINES } from '#engine/machine/design/settings.ts'
import type { Architecture } from '#engine/memory/formats/entry-format.ts'
import { entryFormatOf } from '#engine/memory/formats/formats.ts'
import { defined } from '#notebook/shared/defined.ts'
import type { AssistQuestion, Suggestion, Word } from '#notebook/shared/assist.ts'
import type { CellDefinition } from '#notebook/shared/cell.ts'
import { capital } from '../assist/cards.ts'
import { words } from '../assist/words.ts'
import type { Card, WorkerLanguage } from './language.ts'

export const machine: WorkerLanguage = {
  prepare(_machine, cell) {
    const { design, diagnostics } = describedBy(cell)
    return { diagnostics, runs: false, ...defined({ remark: design && remarkOf(design) }) }
  },
  makeMachine(cell) {
    const { design } = describedBy(cell)
    return design && bootDesign(design)
  },
  suggest,
  wordAt,
  explain: ({ text }) => machineCard(text),
}

interface Described {
  /** Missing where there are mistakes. */
  readonly design?: MachineDesign
  readonly diagnostics: readonly Diagnostic[]
}

/** What a machine cell describes, and what is wrong with it. */
function describedBy({ source }: Pick<CellDefinition, 'source'>): Described {
  const { settings, spans, diagnostics } = parseMachine(source)
  if (diagnostics.length > 0) return { diagnostics }
  const designed = designMachine(settings, spans, source.length)
  return designed.ok ? { design: designed.design, diagnostics } : { diagnostics: designed.diagnostics }
}

const ARCHITECTURES: Readonly<Partial<Record<Architecture, string>>> = { 'risc-v': 'RISC-V', arm: 'ARM' }

/** Programs run on other architectures' tables as they are, which no computer does that one could buy. */
function remarkOf({ hardware }: MachineDesign): string | undefined {
  const { paging } = hardware
  const whose = paging && ARCHITECTURES[entryFormatOf(paging).architecture]
  if (whose === undefined) return undefined
  const tables = `Its page tables are those of ${whose}, and its processor is an x86-64.`
  return hardware.bare !== undefined
    ? `${tables} Programs need addresses of 48 bits and pages of 4 KiB: here there are page tables and accesses.`
    : `${tables} Programs run on it as they are, since translation is the MMU’s business; no real processor mixes the two.`
}

const SETTINGS: readonly Suggestion[] = SETTING_LINES.map(({ key, about }) => ({
  text: key,
  kind: 'keyword',
  about,
}))
const NAMES: readonly Suggestion[] = Object.entries(PRESETS).map(([text, { title }]) => ({
  text,
  kind: 'variable',
  about: title,
}))

/** What a line begins with, or what can stand in the line that has begun. */
function suggest({ source, at }: AssistQuestion, isFirst: boolean): readonly Suggestion[] {
  if (isFirst) return SETTINGS
  const line = source.slice(source.lastIndexOf('\n', at - 1) + 1, at)
  const key = /\S+/.exec(line)?.[0].toLowerCase()
  if (key === 'machine') return NAMES
  return words(SETTING_LINES.find((setting) => setting.key === key)?.words ?? [], 'keyword')
}

/** Names of machines have hyphens. */
function wordAt(source: string, at: number): Word {
  const before = /[\w-]*$/.exec(source.slice(0, at))![0]
  const text = before + /^[\w-]*/.exec(source.slice(at))![0]
  const from = at - before.length
  return { from, to: from + text.length, text }
}

/** What a line of a machine says, or where a preset is described. */
function machineCard(word: string): Card | undefined {
  const line = SETTING_LINES.find(({ key }) => key === word.toLowerCase())
  if (line !== undefined) return { title: line.key, lines: [line.about, `For example: ${line.example}`] }
  const preset = Object.hasOwn(PRESETS, word) ? PRESETS[word] : undefined
  return preset && { title: word, lines: [capital(preset.title) + '.', `Source: ${preset.source}.`] }
}
