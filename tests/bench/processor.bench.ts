import '#engine/cpu/plain-loop.ts'
import { bootDesign } from '#engine/machine/design/boot-design.ts'
import { designMachine } from '#engine/machine/design/design-machine.ts'
import { parseMachine } from '#engine/machine/design/parse-machine.ts'
import { link } from '#engine/machine/program.ts'
import { asmProgram, type Processor } from '../processor.ts'
import { AVR_MEMORY_LOOP, AVR_REGISTER_LOOP, avrRunner } from './avr-loops.ts'
import { compete, contender, measured, median, rate, ratio, ROUNDS, spread } from './contenders.ts'
import { MEMORY_LOOP, REGISTER_LOOP, VECTOR_LOOP } from './loops.ts'
import type { Row } from './run.ts'

const PLAIN_STEPS = 12_000_000
const RECORDED_STEPS = 2_000_000
const BACK_STEPS = 1_000_000
const CACHED_STEPS = 80_000

function recordedRunner(processor: Processor): (steps: number) => void {
  return (steps) => {
    processor.journal.clear()
    processor.cpu.run(steps)
  }
}

function plainRunner(processor: Processor): (steps: number) => void {
  processor.journal.recording = false
  return (steps) => void processor.cpu.run(steps)
}

/** One loop on both machines, with its journal. */
function benchLoop(name: string, source: string, avrProgram: readonly number[], recordingBar: number): Row[] {
  const processor = asmProgram(source)
  const recorded = contender(RECORDED_STEPS, recordedRunner(processor))
  const plain = contender(PLAIN_STEPS, plainRunner(asmProgram(source)))
  const avr = contender(PLAIN_STEPS, avrRunner(avrProgram))
  compete([plain, recorded, avr])
  const bytesPerStep = (4 * processor.journal.logLength) / RECORDED_STEPS
  return [
    rate(`${name}, plain`, plain),
    rate(`${name}, recorded`, recorded),
    rate(`${name}, avr8js`, avr),
    ratio(`${name}: recorded, against avr8js`, recorded, avr, 1, true),
    ratio(`${name}: plain against recorded`, plain, recorded, recordingBar, false),
    measured(`${name}: journal of a step`, [bytesPerStep], 'bytes', 18),
    measured(`${name}: back 10⁶ steps`, backTimes(processor), 'ms', 15),
  ]
}

function backTimes({ journal }: Processor): number[] {
  return Array.from({ length: ROUNDS }, () => {
    const begin = performance.now()
    journal.back(BACK_STEPS)
    const milliseconds = performance.now() - begin
    journal.forward(BACK_STEPS)
    return milliseconds
  })
}

/** The machine of a cell, with the loop loaded. */
function machineRunner(cell: string): (steps: number) => void {
  const { settings, spans } = parseMachine(cell)
  const designed = designMachine(settings, spans, cell.length)
  if (!designed.ok) throw new Error(designed.diagnostics[0]?.message)
  const machine = bootDesign(designed.design)
  const linked = link(MEMORY_LOOP, machine.codeOrigin, undefined, machine.codeByteLimit)
  if (!linked.ok) throw new Error(linked.diagnostics[0]?.message)
  machine.load(linked.program)
  return (steps) => {
    machine.journal.clear()
    machine.run(steps)
  }
}

/** Vectors and floating-point numbers, of which avr8js has none. */
function vectors(): Row[] {
  const plain = contender(PLAIN_STEPS, plainRunner(asmProgram(VECTOR_LOOP)))
  const recorded = contender(RECORDED_STEPS, recordedRunner(asmProgram(VECTOR_LOOP)))
  compete([plain, recorded])
  return [rate('SSE, plain', plain), rate('SSE, recorded', recorded)]
}

/** That a machine could have caches costs nothing where it has none: its loop against the processor's alone, in pairs. */
function caches(): Row[] {
  const alone = contender(RECORDED_STEPS, recordedRunner(asmProgram(MEMORY_LOOP)))
  const off = contender(RECORDED_STEPS, machineRunner('machine course'))
  const on = contender(
    CACHED_STEPS,
    machineRunner('machine course\ncache L1 64 lines of 64 bytes 8 ways lru'),
  )
  compete([alone, off, on])
  return [
    ratio('MEM, recorded: a machine without caches against its loop alone', off, alone, 0.98, true),
    rate('MEM, recorded, with an L1', on),
  ]
}

/** What a reader waits for: the first run after the processor was made, in code that is warm. */
function waits(): Row[] {
  return [100_000, 1_000_000].map((steps) => {
    const times = Array.from({ length: ROUNDS }, () => {
      const processor = asmProgram(MEMORY_LOOP)
      const begin = performance.now()
      processor.cpu.run(steps)
      return performance.now() - begin
    })
    return {
      what: `MEM: the first ${steps.toLocaleString('en')} steps, recorded`,
      median: `${median(times).toFixed(1)} ms`,
      spread: spread(times, 1),
      bar: '',
      verdict: '',
    }
  })
}

/** A fixed piece of work in plain JavaScript, to tell machines apart. */
function calibration(): Row {
  const times = Array.from({ length: ROUNDS }, () => {
    const begin = performance.now()
    let state = 1
    for (let count = 0; count < 20_000_000; count++) state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    if (state === 0) throw new Error('this generator never reaches zero here')
    return performance.now() - begin
  })
  return {
    what: 'calibration: 2×10⁷ multiplications',
    median: `${median(times).toFixed(1)} ms`,
    spread: spread(times, 1),
    bar: '',
    verdict: '',
  }
}

/** The processor's loops against avr8js, an emulator of an 8-bit processor without an MMU, in one run. */
export default function processor(): Promise<readonly Row[]> {
  return Promise.resolve([
    calibration(),
    ...benchLoop('MEM', MEMORY_LOOP, AVR_MEMORY_LOOP, 1.6),
    ...benchLoop('REG', REGISTER_LOOP, AVR_REGISTER_LOOP, 2),
    ...vectors(),
    ...caches(),
    ...waits(),
  ])
}
