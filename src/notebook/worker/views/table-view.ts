import { addressSubject, subject } from '#engine/facts/fact.ts'
import type { PageEntry } from '#engine/memory/page-table.ts'
import type { Translation } from '#engine/memory/translation.ts'
import { hex, pageStart, virtualAddress } from '#engine/units.ts'
import type { FactsAbout } from '../fact-reader.ts'
import { defined } from '#notebook/shared/defined.ts'
import { subjectsOf, type Subject, type ViewInput } from './view-input.ts'
import type { TableRow, TableView, WalkStep } from '#notebook/shared/view.ts'

/** The page table of the running process: its rows, or for a tree the way to what the cell is about. */
export function tableView(input: ViewInput): TableView {
  const { machine, facts } = input
  const isList = machine.memory.scheme.lookup.kind === 'list'
  const isTree = !isList && machine.kernel.pageTable().exists
  const process = machine.processes.length > 1 ? machine.current.name : undefined
  return {
    kind: 'table',
    scheme: machine.scheme,
    ...defined({ process, root: facts.get('root') }),
    segments: (machine.memory.scheme.segments ?? []).map(({ name, grows }, number) => {
      const { base, limit } = machine.memory.control.segment(number)
      return { name, base: hex(base), limit: hex(limit), grows }
    }),
    rows: isList ? rowsOf(input) : [],
    walks: isTree ? subjectsOf(input).map((subject) => walkOf(input, subject)) : [],
  }
}

/** The reader's rows as they wrote them, the loader's below. */
function rowsOf(input: ViewInput): TableRow[] {
  const { kernel } = input.machine
  const own = kernel.ownRows()
  const loaded = kernel
    .pageTable()
    .entries()
    .filter(({ page }) => kernel.current.loaderPages.includes(page))
  const used = usedPages(input)
  return [
    ...own.map((entry) => rowOf(input, entry, 'reader', used)),
    ...loaded.map((entry) => rowOf(input, entry, 'loader', used)),
  ]
}

function rowOf(
  { facts }: ViewInput,
  { page }: PageEntry,
  owner: TableRow['owner'],
  used: ReadonlyMap<string, string>,
): TableRow {
  const about = facts.about(subject('page', BigInt(page)))
  return {
    page: facts.about(addressSubject(pageStart(page))).need('page'),
    flags: about.need('flags'),
    owner,
    ...defined({ frameBase: about.get('frameBase'), used: used.get(hex(page)) }),
  }
}

function usedPages(input: ViewInput): Map<string, string> {
  const used = new Map<string, string>()
  for (const { name, about } of subjectsOf(input)) {
    const page = about.text('page')
    if (page !== undefined) used.set(page, [used.get(page), name].filter(Boolean).join(', '))
  }
  return used
}

function walkStepOf(level: string, { need, get }: FactsAbout): WalkStep {
  return {
    level,
    table: need('table'),
    index: need('index'),
    entryAddress: need('entryAddress'),
    entry: need('entry'),
    ...defined({ next: get('next') }),
  }
}

function walkOf({ machine }: ViewInput, { name, about }: Subject): TableView['walks'][number] {
  const address = about.need('virtualAddress')
  const translation = machine.memory.translate(virtualAddress(BigInt(address.value)))
  const { steps } = translation
  return {
    of: name,
    virtualAddress: address,
    steps: steps.map(({ level }) => walkStepOf(level, about.walk(level.toLowerCase()))),
    ...sumOf(about, translation),
  }
}

/** What the walk comes to. An access of another process, or of another time, went elsewhere: its way is not this one. */
function sumOf(about: FactsAbout, translation: Translation): Partial<TableView['walks'][number]> {
  const physicalAddress = about.get('physicalAddress')
  const base = translation.steps.at(-1)?.next
  if (!translation.ok || base === undefined || physicalAddress?.value !== hex(translation.physicalAddress))
    return {}
  const offset = hex(translation.physicalAddress - base)
  const pageOffset = about.get('pageOffset')
  // Of a large page more bits come through than of one of the usual size.
  return {
    physicalAddress,
    pageOffset: pageOffset?.value === offset ? pageOffset : { fact: '', value: offset },
  }
}
