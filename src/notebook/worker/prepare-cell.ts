import type { Diagnostic } from '#engine/diagnostic.ts'
import { parseAccesses } from '#engine/machine/access/parse-access.ts'
import { performAccesses } from '#engine/machine/access/perform.ts'
import type { Machine } from '#engine/machine/machine.ts'
import { link, type LinkMap } from '#engine/machine/program.ts'
import { checkRows } from '#engine/os/pages/check-rows.ts'
import { parsePages } from '#engine/os/pages/parse-pages.ts'
import { checkProcesses } from '#engine/os/processes/check-processes.ts'
import { parseProcesses } from '#engine/os/processes/parse-processes.ts'
import { machineOf } from './make-machine.ts'
import { compile } from '#engine/rust/compile.ts'
import type { CellDefinition, Language } from '#notebook/shared/cell.ts'

/** What a cell's source has come to on its machine: mistakes, or something done, or a program about to run. */
export interface Prepared {
  readonly diagnostics: readonly Diagnostic[]
  /** The machine is ready to run a program. */
  readonly runs: boolean
  /** The program is too large for this machine, and not for every one. */
  readonly isTooLarge?: boolean
  /** The program prints or allocates. */
  readonly asksSystem?: boolean
}

type PrepareCell = (machine: Machine, cell: CellDefinition) => Prepared

const PREPARE: Record<Language, PrepareCell> = {
  rust: prepareRust,
  asm: prepareAssembly,
  pages: preparePages,
  access: prepareAccesses,
  process: prepareProcesses,
  machine: (_, cell) => ({ diagnostics: machineOf(cell).diagnostics, runs: false }),
  elf: (_, { source }) => nothingToDo(source, 'this once more: what runs executables has not come yet'),
}

/** What loads executables comes when it is first needed. */
export function provideExecutables(prepare: PrepareCell): void {
  PREPARE.elf = prepare
}

/** Brings a cell's source onto the machine. Where there is an error among the diagnostics the machine is as before. */
export function prepareCell(machine: Machine, cell: CellDefinition): Prepared {
  return PREPARE[cell.language](machine, cell)
}

function prepareRust(machine: Machine, { source, layout }: CellDefinition): Prepared {
  const compiled = compile(source, { layout, isProcess: !machine.takesFragments })
  if (!compiled.ok) return { diagnostics: compiled.diagnostics, runs: false }
  const loaded = load(machine, compiled.assembly, compiled)
  // What the assembler has to say is about lines that the reader did not write: it concerns the whole source.
  const diagnostics = loaded.diagnostics.map((diagnostic) => ({ ...diagnostic, from: 0, to: source.length }))
  const { asksSystem } = compiled
  return { ...loaded, diagnostics: [...compiled.diagnostics, ...diagnostics], asksSystem }
}

function prepareAssembly(machine: Machine, { source }: CellDefinition): Prepared {
  const prepared = load(machine, source)
  const isEmpty = prepared.runs && machine.listing?.assembly.instructions.length === 0
  return isEmpty ? nothingToDo(source, 'an instruction, such as mov al, [rbp - 1]') : prepared
}

/** A cell that would do nothing is more likely a slip than a wish. */
function nothingToDo(source: string, whatToWrite: string): Prepared {
  const message = `There is nothing to do here yet. Write ${whatToWrite}.`
  return { diagnostics: [{ severity: 'error', message, from: 0, to: source.length }], runs: false }
}

/** A text with a label is a program, one without runs in the midst of what is loaded. */
function load(machine: Machine, assembly: string, linkMap?: LinkMap): Prepared {
  const linked = link(assembly, machine.codeOrigin, linkMap, machine.codeByteLimit)
  if (!linked.ok) return { ...linked, runs: false }
  if (linked.program.entry || !machine.takesFragments) {
    machine.load(linked.program)
    return { diagnostics: linked.diagnostics, runs: true }
  }
  const fragment = link(assembly, machine.fragmentOrigin, linkMap)
  if (!fragment.ok) return { diagnostics: fragment.diagnostics, runs: false }
  machine.splice(fragment.program)
  return { diagnostics: fragment.diagnostics, runs: true }
}

function preparePages(machine: Machine, { source }: CellDefinition): Prepared {
  const { rows, diagnostics } = parsePages(source, machine.memory.scheme.pageBits)
  const all = diagnostics.some(isError)
    ? diagnostics
    : [...diagnostics, ...checkRows(rows, targetOf(machine))]
  if (!all.some(isError)) machine.setRows(rows)
  return { diagnostics: all, runs: false }
}

function targetOf({ memory, journal, kernel }: Machine): Parameters<typeof checkRows>[1] {
  return { scheme: memory.scheme, ramByteCount: journal.ramByteCount, kernel }
}

function prepareAccesses(machine: Machine, { source }: CellDefinition): Prepared {
  const { statements, diagnostics } = parseAccesses(source)
  if (diagnostics.some(isError)) return { diagnostics, runs: false }
  if (statements.length === 0) return nothingToDo(source, 'an access, such as read u8 [rbp - 1]')
  const performed = performAccesses(machine, statements)
  return { diagnostics: [...diagnostics, ...performed.diagnostics], runs: false }
}

function prepareProcesses(machine: Machine, { source }: CellDefinition): Prepared {
  const { processes, diagnostics } = parseProcesses(source)
  if (diagnostics.some(isError)) return { diagnostics, runs: false }
  if (processes.length === 0)
    return nothingToDo(source, 'a process, such as process A, and below it its regions')
  const all = [...diagnostics, ...checkProcesses(processes, targetOf(machine))]
  if (!all.some(isError))
    machine.setProcesses(
      processes.map((written) => ({ ...written, name: written.name ?? machine.current.name })),
    )
  return { diagnostics: all, runs: false }
}

export function isError({ severity }: Diagnostic): boolean {
  return severity === 'error'
}
