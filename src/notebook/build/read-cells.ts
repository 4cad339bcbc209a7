import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describeMisreading } from '#engine/facts/misreading.ts'
import { parseSubject } from '#engine/facts/parse-fact.ts'
import { HARDWARE, type HardwareName } from '#engine/machine/hardware.ts'
import { SCHEMES, type SchemeName } from '#engine/memory/scheme.ts'
import { IMAGES, type ImageName } from '#engine/os/images.ts'
import { defaultId, type CellDefinition, type CellExecutable } from '#notebook/shared/cell.ts'
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '#notebook/shared/language.ts'
import { LessonError } from './lesson-error.ts'
import { lineAt, tagsNamed, type MdxTag } from './mdx-tags.ts'
import { defined } from '#notebook/shared/defined.ts'
import { parseMoment } from '#notebook/worker/timeline/cell-moment.ts'
import { VIEW_NAMES } from '#notebook/worker/views/make-view.ts'
import type { ViewName } from '#notebook/shared/view.ts'

/** What an attribute may be; an empty list takes any text. */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  file: [],
  id: [],
  title: [],
  after: [],
  image: Object.keys(IMAGES),
  scheme: Object.keys(SCHEMES),
  hardware: Object.keys(HARDWARE),
  process: [],
  layout: ['packed', 'debug'],
  stop: ['before-leave', 'end'],
  show: [],
  at: [],
  of: [],
  source: [],
  arguments: [],
}

/** Reads a snippet beside the lesson; undefined where there is none of that name. */
export type ReadSnippet = (file: string) => string | undefined

/** Reads the bytes of a file beside the lesson. */
export type ReadBytes = (file: string) => Uint8Array | undefined

interface Folder {
  readonly readSnippet: ReadSnippet
  readonly readBytes: ReadBytes
}

/** One tag, and the means to say what is wrong with it. */
interface Place {
  readonly file: string
  readonly prose: string
  readonly tag: MdxTag
}

/**
 * The cells of a lesson in order, from its `<Cell …/>` tags.
 * @throws LessonError for an unknown or bad attribute, snippet, view or `after`
 */
export function readCells(
  file: string,
  prose: string,
  readSnippet: ReadSnippet,
  readBytes: ReadBytes = () => undefined,
): CellDefinition[] {
  const cells: CellDefinition[] = []
  for (const tag of tagsNamed(prose, 'Cell')) {
    cells.push(readCell({ file, prose, tag }, cells, { readSnippet, readBytes }))
  }
  return cells
}

/** The same, with the files that lie beside the lesson. */
export function readCellsBeside(file: string, prose: string): CellDefinition[] {
  const bytesOf = (name: string) => {
    const path = join(dirname(file), name)
    return existsSync(path) ? readFileSync(path) : undefined
  }
  return readCells(file, prose, (name) => bytesOf(name)?.toString('utf8'), bytesOf)
}

function readCell(place: Place, earlier: readonly CellDefinition[], folder: Folder): CellDefinition {
  checkAttributes(place)
  const file = required(place, 'file')
  const id = text(place, 'id') ?? defaultId(file)
  if (earlier.some((cell) => cell.id === id))
    fail(place, `another cell is called “${id}” already; give this one an id of its own`)
  return {
    id,
    file,
    ...readProgram(place, file, folder),
    ...defined({
      title: text(place, 'title'),
      after: readAfter(place, earlier),
      process: text(place, 'process'),
      hardware: text(place, 'hardware') as HardwareName | undefined,
      at: readMoment(place),
    }),
    // checkAttributes has compared them with the engine's names.
    image: (text(place, 'image') ?? 'walkthrough') as ImageName,
    scheme: (text(place, 'scheme') ?? 'one-level') as SchemeName,
    layout: text(place, 'layout') === 'debug' ? 'debug' : 'packed',
    stop: text(place, 'stop') === 'end' ? 'end' : 'before-leave',
    show: readViews(place),
    of: readSubjects(place),
  }
}

function checkAttributes(place: Place): void {
  for (const [name, value] of place.tag.attributes) {
    const allowed = ATTRIBUTES[name]
    if (!allowed)
      fail(place, `<Cell> has no attribute “${name}”; it has ${Object.keys(ATTRIBUTES).join(', ')}`)
    if (value === true || value.startsWith('{')) fail(place, `the attribute ${name} takes a text in quotes`)
    if (allowed.length > 0 && !allowed.includes(value))
      fail(place, `${name}="${value}" is none of ${allowed.join(', ')}`)
  }
}

function readAfter(place: Place, earlier: readonly CellDefinition[]): string | undefined {
  const after = text(place, 'after')
  if (after === undefined) return undefined
  if (!earlier.some((cell) => cell.id === after)) {
    fail(
      place,
      `after="${after}" names no cell above this one; above it are ${earlier.map(({ id }) => id).join(', ') || 'none'}`,
    )
  }
  for (const name of ['image', 'scheme', 'hardware']) {
    if (text(place, name) !== undefined)
      fail(place, `${name} belongs to the cell that boots the machine, and this one starts after “${after}”`)
  }
  return after
}

function readLanguage(place: Place, file: string): Language {
  const ending = /\.(\w+)$/.exec(file)?.[1]
  const language = LANGUAGE_NAMES.find((each) => LANGUAGES[each].ending === ending)
  return (
    language ??
    fail(
      place,
      `${file} is in no language of the cells; their endings are ${LANGUAGE_NAMES.map((each) => LANGUAGES[each].ending).join(', ')}`,
    )
  )
}

/** An executable's cell is the command that runs it. */
function readProgram(
  place: Place,
  file: string,
  folder: Folder,
): Pick<CellDefinition, 'language' | 'source' | 'executable'> {
  const language = readLanguage(place, file)
  if (language === 'elf') {
    const words = [`./${file}`, ...(text(place, 'arguments') ?? '').split(' ').filter(Boolean)]
    return { language, source: words.join(' '), executable: readExecutable(place, file, folder) }
  }
  if (text(place, 'source') !== undefined) fail(place, 'only an executable has a source of its own')
  if (text(place, 'arguments') !== undefined) fail(place, 'only an executable has arguments')
  return { language, source: readSource(place, file, folder.readSnippet) }
}

function readExecutable(place: Place, name: string, { readSnippet, readBytes }: Folder): CellExecutable {
  const bytes = readBytes(name) ?? fail(place, `there is no file ${name} beside the lesson`)
  const from = text(place, 'source')
  const source =
    from === undefined ? undefined : { name: basename(from), text: readSource(place, from, readSnippet) }
  return { name, bytes: btoa(String.fromCharCode(...bytes)), ...defined({ source }) }
}

function readSource(place: Place, file: string, readSnippet: ReadSnippet): string {
  const source = readSnippet(file) ?? fail(place, `there is no file ${file} beside the lesson`)
  return source.replaceAll('\r\n', '\n').replace(/\n+$/, '')
}

function readViews(place: Place): ViewName[] {
  const names = (text(place, 'show') ?? '').split(/\s+/).filter((name) => name !== '')
  return names.map((name) => {
    const view = VIEW_NAMES.find((candidate) => candidate === name)
    return view ?? fail(place, `there is no view “${name}”; there are ${VIEW_NAMES.join(', ')}`)
  })
}

/** When they are shown. */
function readMoment(place: Place): string | undefined {
  const at = text(place, 'at')
  if (at !== undefined && parseMoment(at) === undefined)
    fail(place, `at="${at}" is no moment; write after(3), after("sub rsp, 8") or before("leave")`)
  return at
}

/** What the views are about. */
function readSubjects(place: Place): string[] {
  const written = (text(place, 'of') ?? '').split(',').flatMap((of) => of.trim() || [])
  for (const of of written) {
    const parsed = parseSubject(of)
    if (parsed.ok) continue
    const { message, help } = describeMisreading(of, parsed.misreading)
    fail(place, `of="${of}" is nothing that can be asked about. ${message} ${help}`)
  }
  return written
}

function text(place: Place, name: string): string | undefined {
  const value = place.tag.attributes.get(name)
  return typeof value === 'string' ? value : undefined
}

function required(place: Place, name: string): string {
  return text(place, name) ?? fail(place, `<Cell> needs the attribute ${name}`)
}

function fail(place: Place, message: string): never {
  throw new LessonError(place.file, lineAt(place.prose, place.tag.from), message)
}
