import { Machine } from '#engine/machine/machine.ts'
import type { CellDefinition } from '#notebook/cell.ts'
import { FactReader } from '#notebook/fact-reader.ts'
import { prepareCell } from '#notebook/prepare-cell.ts'
import { assemblyView } from '#notebook/views/assembly-view.ts'
import { bitsView } from '#notebook/views/bits-view.ts'
import { callsView } from '#notebook/views/calls-view.ts'
import { countersView } from '#notebook/views/counters-view.ts'
import { flagsView } from '#notebook/views/flags-view.ts'
import { framesView } from '#notebook/views/frames-view.ts'
import { hexView } from '#notebook/views/hex-view.ts'
import { mapsView } from '#notebook/views/maps-view.ts'
import { ramView } from '#notebook/views/ram-view.ts'
import { registerFileView } from '#notebook/views/register-file-view.ts'
import { sourceView } from '#notebook/views/source-view.ts'
import { stackView } from '#notebook/views/stack-view.ts'
import { tlbView } from '#notebook/views/tlb-view.ts'
import { treeView } from '#notebook/views/tree-view.ts'
import type { AtOneMoment } from '#notebook/views/view-input.ts'
import { cell } from '../notebook/cells.ts'
import type { Row } from './run.ts'

const ROUNDS = 21
/** Milliseconds that all of them together may take, for a moment to be shown while a reader drags along a run. */
const BAR = 2

const MAKERS = {
  assembly: assemblyView,
  bits: bitsView,
  calls: callsView,
  counters: countersView,
  flags: flagsView,
  frames: framesView,
  hex: hexView,
  maps: mapsView,
  ram: ramView,
  'register-file': registerFileView,
  source: sourceView,
  stack: stackView,
  tlb: tlbView,
  tree: treeView,
} as const satisfies Record<string, (input: AtOneMoment) => unknown>

const SHORT = 'fn example() {\n    let x: u8 = 42;\n    let y: u32 = 100;\n}'
const PRINTING =
  'fn main() {\n    let mut i = 0;\n    while i < 300 {\n        println!("{}", i);\n        i += 1;\n    }\n}'
const DEEP = 'mov rcx, 2000\nagain:\npush rax\nsub rsp, 4088\ndec rcx\njnz again\nend: jmp end'

function after(steps: number, source: string, rest: Partial<CellDefinition>): AtOneMoment {
  const definition = cell('program', source, { scheme: 'four-level', ...rest })
  const machine = Machine.boot(definition.image, definition.scheme)
  prepareCell(machine, definition)
  machine.run(steps)
  return { machine, facts: new FactReader(machine), cell: definition }
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!

function timed(make: (input: AtOneMoment) => unknown, input: AtOneMoment): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const begin = performance.now()
    make(input)
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
    const each = Object.entries(MAKERS).map(([name, make]) => [name, timed(make, input)] as const)
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
