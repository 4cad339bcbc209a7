/** Does to a cell what the kernel does when a reader runs it and looks at its machine. */
import { SUBJECTS } from '#engine/facts/vocabulary.ts'
import type { Snapshot } from '#engine/machine/snapshot.ts'
import type { CellDefinition, CellResult } from '#notebook/shared/cell.ts'
import type { OwnMistake } from '#notebook/shared/own-mistake.ts'
import { CellRun } from '#notebook/worker/run-cell.ts'
import { shownFacts } from '#notebook/page/shown-facts.ts'
import { KeptRuns } from '#notebook/worker/timeline/kept-runs.ts'
import { VIEW_NAMES } from '#notebook/worker/views/make-view.ts'
import type { EditedCell } from './course.ts'

/** How an edited cell has ended, and what went wrong on the way in a manner that nothing a reader writes may bring about. */
export interface Played {
  readonly result: CellResult | undefined
  readonly stdout: string
  /** The exit code, or 128 and more where a signal or a fault ended it, as a shell tells it; undefined where it was stopped. */
  readonly exit: number | undefined
  readonly mistakes: readonly string[]
}

/** Instructions after which a run is broken off: of one that a real machine ends, and of one of which nobody knows. */
const BUDGET = { ending: 20_000_000, unknown: 100_000 }
const SIGNALS: Readonly<Record<string, number>> = {
  SIGILL: 4,
  SIGTRAP: 5,
  SIGABRT: 6,
  SIGBUS: 7,
  SIGFPE: 8,
  SIGSEGV: 11,
}

const PARAMETERS = ['0', 'x', 'rbp - 1', '0x7FFF007FE', 'A', 'stack']
/** Each question there is, about what may exist and what may not. */
const QUESTIONS = Object.entries(SUBJECTS).flatMap(([kind, { takes, asks }]) =>
  (takes.length === 0 ? [kind] : PARAMETERS.map((parameter) => `${kind}(${parameter})`)).flatMap((subject) =>
    Object.keys(asks).map((property) => (property === '' ? subject : `${subject}.${property}`)),
  ),
)

/** Runs cells one after the other, each on the machine of the one it starts from. */
export class Reader {
  readonly #edited: EditedCell
  readonly #machines = new Map<string, Snapshot>()
  /** Whether many moments are looked at, and everything is asked. */
  #closely = true
  #budget = 0

  constructor(edited: EditedCell) {
    this.#edited = edited
    for (const cell of edited.before) {
      const run = new CellRun(cell, [], this.#before(cell))
      run.toEnd()
      const machine = run.machine()
      if (machine) this.#machines.set(cell.id, machine)
    }
  }

  /** Runs the cell with another source, and those that start from it. */
  play(source: string, { closely = true, onwards = true, mustEnd = false } = {}): Played {
    this.#closely = closely
    this.#budget = BUDGET[mustEnd ? 'ending' : 'unknown']
    const { cell, after } = this.#edited
    const first = this.#run({ ...cell, source })
    if (!onwards) return first
    const later = after.flatMap((next) =>
      this.#run(next).mistakes.map((mistake) => `then ${next.id}: ${mistake}`),
    )
    return { ...first, mistakes: [...first.mistakes, ...later] }
  }

  #before(cell: CellDefinition): Snapshot | undefined {
    return cell.after === undefined ? undefined : this.#machines.get(cell.after)
  }

  #run(cell: CellDefinition): Played {
    this.#machines.delete(cell.id)
    const before = this.#before(cell)
    const nothing: Played = { result: undefined, stdout: '', exit: undefined, mistakes: [] }
    if (cell.after !== undefined && before === undefined) return nothing
    const runs = new KeptRuns((one) => this.#before(one))
    try {
      const run = new CellRun(this.#closely ? { ...cell, show: VIEW_NAMES } : cell, [], before)
      run.toEnd(this.#budget)
      const result = run.result()
      const machine = run.machine()
      if (machine) this.#machines.set(cell.id, machine)
      const ended = { result, stdout: run.fact('console.text') ?? '', exit: exitOf(run, result) }
      const mistakes = internal(result)
      if (!this.#closely) return { ...ended, mistakes }
      // Of what has exited, each view shows when it last had what it tells of.
      if (result.state === 'done' && ended.exit === 0 && run.fact('exit.code') === undefined)
        mistakes.push(...contradictions(run.cell, before, result))
      for (const question of QUESTIONS) run.fact(question)
      runs.keep(run)
      mistakes.push(...look(runs, cell, result))
      return { ...ended, mistakes }
    } catch (error) {
      const { message, stack } = error as Error
      return {
        ...nothing,
        mistakes: [
          `threw ${message} ${
            stack
              ?.split('\n')
              .find((line) => line.includes('/src/'))
              ?.trim() ?? ''
          }`,
        ],
      }
    }
  }
}

function exitOf(run: CellRun, { state, message }: CellResult): number | undefined {
  if (state !== 'done') return undefined
  const code = run.fact('exit.code')
  if (code !== undefined) return Number(code)
  const signal = run.fact('signal.name')
  if (signal !== undefined) return 128 + (SIGNALS[signal] ?? 0)
  if (run.fact('fault.kind') !== undefined) return 128 + SIGNALS['SIGSEGV']!
  return message !== undefined && /system call/.test(message) ? undefined : 0
}

const described = (mistake: OwnMistake) =>
  `makes a mistake of its own: ${JSON.stringify(mistake).slice(0, 400)}`

/** Looks at every view at the end, at the start and in between, and points at things there. */
function look(runs: KeptRuns, { id }: CellDefinition, { state }: CellResult): string[] {
  if (state !== 'done') return []
  const end = runs.look(id, { show: [] })
  if (end === undefined) return []
  const half = Math.floor(end.newest / 2)
  const seen = { show: VIEW_NAMES, phases: true }
  return [
    runs.look(id, { ...seen, travel: { to: 'step', step: 0 }, thing: 'variable:x' }),
    runs.look(id, { ...seen, travel: { to: 'step', step: half }, thing: 'source:20-24' }),
    runs.look(id, { ...seen, travel: { to: 'line', direction: 1 }, thing: 'register:rbp' }),
    runs.look(id, { show: [], travel: { to: 'write', thing: 'variable:x' } }),
    runs.look(id, { ...seen, travel: { to: 'step', step: Infinity }, thing: 'virtual:0x7fff007feffb+4' }),
  ].flatMap((moment) => (moment?.mistakes ?? []).map(described))
}

/**
 * What a view shows under a fact's name is what the prose beside it is told when it asks for that fact: of the end, where
 * the cell's author shows another moment.
 */
function contradictions(edited: CellDefinition, before: Snapshot | undefined, result: CellResult): string[] {
  const { at, ...cell } = edited
  const shown = shownFacts(at === undefined ? result.views : viewsAtTheEnd(cell, before))
  const run = new CellRun(cell, [...shown.keys()], before)
  run.toEnd()
  const { facts } = run.result()
  run.release()
  const present = [...shown].filter(([name]) => !name.startsWith('after('))
  return present.flatMap(([name, value]) =>
    facts[name] === value
      ? []
      : [`${name} is shown as ${value} and answered with ${facts[name] ?? 'nothing'}`],
  )
}

function viewsAtTheEnd(cell: CellDefinition, before: Snapshot | undefined): CellResult['views'] {
  const run = new CellRun(cell, [], before)
  run.toEnd()
  const { views } = run.result()
  run.release()
  return views
}

const INTERNAL = /mistake of (its|our) own|internal|undefined|NaN|\[object|TypeError|RangeError/

function internal({ message, diagnostics, mistakes = [] }: CellResult): string[] {
  const own = mistakes.map(described)
  const said = [message ?? '', ...diagnostics.flatMap(({ message, help }) => [message, help ?? ''])]
    .filter((text) => INTERNAL.test(text))
    .map((text) => `says “${text}”`)
  return [...own, ...said]
}
