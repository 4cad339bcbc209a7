import { Machine } from '#engine/machine/machine.ts'
import { Recording } from '#engine/machine/recording.ts'
import type { CellDefinition } from '#notebook/shared/cell.ts'
import { FactReader } from '#notebook/worker/fact-reader.ts'
import { workerLanguage } from '#notebook/worker/languages/languages.ts'
import { CodeMap } from '#notebook/worker/timeline/code-map.ts'
import { makeView, VIEW_NAMES } from '#notebook/worker/views/make-view.ts'
import type { ViewInput } from '#notebook/worker/views/view-input.ts'
import type { ViewName } from '#notebook/shared/view.ts'
import { cell } from '../notebook/cells.ts'
import type { Row } from './run.ts'

const ROUNDS = 21
/** Milliseconds that all of them together may take, for a moment to be shown while a reader drags along a run. */
const BAR = 2

/** They tell of many moments at once, and are not made anew for each. */
const OF_A_RUN: readonly ViewName[] = ['film', 'steps']
const NAMES = VIEW_NAMES.filter((name) => !OF_A_RUN.includes(name))

const SHORT = 'fn example() {\n    let x: u8 = 42;\n    let y: u32 = 100;\n}'
const PRINTING =
  'fn main() {\n    let mut i = 0;\n    while i < 300 {\n        println!("{}", i);\n        i += 1;\n    }\n}'
const DEEP = 'mov rcx, 2000\nagain:\npush rax\nsub rsp, 4088\ndec rcx\njnz again\nend: jmp end'

function after(steps: number, source: string, rest: Partial<CellDefinition>): ViewInput {
  const definition = cell('program', source, { scheme: 'four-level', ...rest })
  const machine = Machine.boot(definition.image, definition.scheme)
  workerLanguage(definition.language).prepare(machine, definition)
  const recording = new Recording(machine, definition.stop)
  const code = new CodeMap(machine, definition)
  recording.run(steps)
  return { machine, recording, code, facts: new FactReader(machine), cell: definition }
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!

function timed(name: ViewName, input: ViewInput): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const begin = performance.now()
    makeView(name, input)
    return performance.now() - begin
  })
  return median(times)
}

/** How long it takes to tell one moment of a machine, view by view, in milliseconds. */
export default function views(): Promise<readonly Row[]> {
  const inputs = {
    'the document’s function': after(6, SHORT, { of: ['x'] }),
    'a process that prints': after(50_000, PRINTING, { image: 'linux' }),
    'a stack of 2,000 pages': after(8_003, DEEP, { image: 'linux', language: 'asm' }),
  }
  const rows = Object.entries(inputs).map(([machine, input]) => {
    const each = NAMES.map((name) => [name, timed(name, input)] as const)
    const all = each.reduce((sum, [, time]) => sum + time, 0)
    const slowest = [...each].sort(([, one], [, other]) => other - one).slice(0, 3)
    return {
      machine,
      'all together': `${all.toFixed(2)} ms ${all <= BAR ? '≤' : '> !'} ${BAR} ms`,
      'slowest three': slowest.map(([name, time]) => `${name} ${time.toFixed(2)}`).join(', '),
    }
  })
  return Promise.resolve(rows)
}
