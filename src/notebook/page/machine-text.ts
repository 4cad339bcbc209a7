/** The text of a machine cell as a form has it: a field for each line there is or could be. Fetched with the form. */
import { machineMeant, PRESETS } from '#engine/machine/design/presets.ts'
import {
  MARKS,
  printMachine,
  SETTING_LINES,
  UPPER_BITS,
  WALKS,
  type MachineSettings,
} from '#engine/machine/design/settings.ts'
import { surveyOf } from '#engine/machine/design/survey.ts'

export interface MachineField {
  /** What the line begins with. */
  readonly key: string
  /** Which of the lines with this key, from 0. */
  readonly index: number
  /** What stands behind the key; empty where there is no such line. */
  readonly value: string
  /** What the machine has where nothing is written. */
  readonly usual: string
  readonly about: string
  readonly example: string
  /** Where nothing else can stand there. */
  readonly choices?: readonly string[]
}

interface Line {
  readonly key: string
  readonly value: string
  /** The line's number in the text. */
  readonly at: number
}

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  machine: Object.keys(PRESETS),
  marks: MARKS,
  upper: UPPER_BITS,
  walks: WALKS,
}
const LINE = /^[ \t,:=]*([A-Za-z][\w-]*)[ \t,:=]*([^#;]*)/

function linesOf(source: string): Line[] {
  return source.split('\n').flatMap((text, at) => {
    const [, key, value = ''] = LINE.exec(text) ?? []
    return key === undefined ? [] : [{ key: key.toLowerCase(), value: value.trim(), at }]
  })
}

/**
 * Every field, in the order in which lines are offered.
 * @param begun the key of a field that is being filled, and not written yet: the next of its kind is there already
 */
export function fieldsOf(source: string, begun?: string): MachineField[] {
  const lines = linesOf(source)
  const written = (wanted: string) => lines.find(({ key }) => key === wanted)?.value
  const addresses = parseInt(written('addresses') ?? '')
  const usual = usualOf(
    machineMeant({
      machine: written('machine'),
      ...(Number.isNaN(addresses) ? {} : { addresses }),
      ...{ levels: written('levels'), entry: written('entry') },
    }),
  )
  return SETTING_LINES.flatMap(({ key, about, example, repeats }): MachineField[] => {
    const own = lines.filter((line) => line.key === key)
    // Of a line that there can be several of, the form has one more than there are.
    const count = repeats ? own.length + (begun === key ? 2 : 1) : 1
    const choices = CHOICES[key]
    return Array.from({ length: count }, (_, index) => ({
      ...{ key, index, about, example: example.slice(key.length + 1) },
      value: own[index]?.value ?? '',
      usual: own.length > 0 ? '' : (usual.get(key) ?? ''),
      ...(choices === undefined ? {} : { choices }),
    }))
  })
}

/** Which field’s line an offset of the text is in. */
export function fieldAt(source: string, offset: number): { key: string; index: number } | undefined {
  const at = source.slice(0, offset).split('\n').length - 1
  const lines = linesOf(source)
  const line = lines.find((one) => one.at === at)
  return line && { key: line.key, index: lines.filter(({ key }) => key === line.key).indexOf(line) }
}

/** The text with one field changed; an empty one loses its line. Comments and other lines stay as they are. */
export function withField(source: string, key: string, index: number, value: string): string {
  const all = source.split('\n')
  const lines = linesOf(source)
  const line = lines.filter((one) => one.key === key)[index]
  const written = value.replaceAll('\n', ' ').trim()
  if (line !== undefined) {
    const comment = /\s*[#;].*$/.exec(all[line.at]!)?.[0] ?? ''
    return written === '' && comment === ''
      ? all.filter((_, at) => at !== line.at).join('\n')
      : all.with(line.at, written === '' ? comment.trim() : `${key} ${written}${comment}`).join('\n')
  }
  if (written === '') return source
  const order = SETTING_LINES.map((each) => each.key)
  const before = lines.findLast((one) => order.indexOf(one.key) <= order.indexOf(key))
  const kept = all.length === 1 && all[0]!.trim() === '' ? [] : all
  return kept.toSpliced(before === undefined ? 0 : before.at + 1, 0, `${key} ${written}`).join('\n')
}

/** What a preset says of itself, by key; of lines that there are several of, all. */
function usualOf(name: string): ReadonlyMap<string, string> {
  const preset = Object.hasOwn(PRESETS, name) ? PRESETS[name] : undefined
  if (preset === undefined) return new Map()
  const { scheme, settings } = preset
  const { lookup } = scheme
  const survey = surveyOf(preset)
  const hasTable = survey.tables.length > 0
  const entry = lookup.kind === 'radix' ? lookup.entry : undefined
  const described: MachineSettings = {
    addresses: scheme.virtualBits,
    ...(hasTable ? { page: survey.pageByteCount } : {}),
    ...(hasTable && lookup.kind === 'radix' ? { levels: lookup.levels.map(({ bits }) => bits) } : {}),
    ...(scheme.physicalBits === undefined ? {} : { physical: scheme.physicalBits }),
    ...(hasTable ? { entry: typeof entry === 'object' ? entry.byteCount : (entry ?? 'x86-64') } : {}),
    ...(hasTable ? { marks: scheme.marks ?? 'processor' } : {}),
    ...settings,
  }
  const usual = new Map<string, string>()
  for (const { key, value } of linesOf(printMachine(described)))
    usual.set(key, usual.has(key) ? `${usual.get(key)}; ${value}` : value)
  return usual
}
