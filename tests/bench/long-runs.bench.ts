import { compiledLoop } from '#engine/cpu/compiled/compiled-loop.ts'
import { providePlainLoop } from '#engine/cpu/cpu.ts'
import { runPlain } from '#engine/cpu/plain-loop.generated.ts'
import { Machine } from '#engine/machine/machine.ts'
import { link } from '#engine/machine/program.ts'
import { Recording } from '#engine/machine/recording.ts'
import { asmProgram } from '../processor.ts'
import { compete, contender, measured, rate, ratio, type Contender } from './contenders.ts'
import { MEMORY_LOOP, REGISTER_LOOP } from './loops.ts'
import type { Row } from './run.ts'

const PLAIN_STEPS = 4_000_000
const COMPILED_STEPS = 40_000_000
const LONG_STEPS = 1_000_000_000
const JUMPS = 100
/** As the kernel runs a cell. */
const AT_ONCE = 200_000

type Loop = typeof runPlain

/** What is not logged, by one loop. */
function runner(source: string, steps: number, loop: Loop): Contender {
  const { cpu, journal } = asmProgram(source)
  journal.recording = false
  return contender(steps, (count) => {
    providePlainLoop(loop)
    for (let done = 0; done < count; done += AT_ONCE) cpu.run(AT_ONCE)
  })
}

function recordingOf(source: string): Recording {
  const machine = Machine.boot('walkthrough', 'four-level')
  const linked = link(source.replaceAll('_start', 'main'), machine.codeOrigin)
  if (!linked.ok) throw new Error(linked.diagnostics[0]?.message)
  machine.load(linked.program)
  return new Recording(machine, 'end')
}

/** A run as a reader starts it, any moment of which can be visited. */
function reader(source: string, steps: number, loop: Loop | undefined): Contender {
  const recording = recordingOf(source)
  return contender(steps, (count) => {
    providePlainLoop(loop)
    for (const end = recording.newest + count; recording.newest < end;) recording.run(AT_ONCE)
  })
}

function benchLoop(name: string, source: string): Row[] {
  const plain = runner(source, PLAIN_STEPS, runPlain)
  const compiled = runner(source, COMPILED_STEPS, compiledLoop())
  const logged = reader(source, PLAIN_STEPS, undefined)
  const skimmed = reader(source, COMPILED_STEPS, compiledLoop())
  compete([plain, compiled, logged, skimmed])
  return [
    rate(`${name}, plain`, plain),
    rate(`${name}, compiled`, compiled),
    rate(`${name}, as a reader runs it, logged`, logged),
    rate(`${name}, as a reader runs it`, skimmed),
    ratio(`${name}: compiled, against plain`, compiled, plain, name === 'MEM' ? 5 : 8, true),
    ratio(`${name}: a reader's run, against logged`, skimmed, logged, 4, true),
  ]
}

/** Goes somewhere in a long run, and a step back from there. */
function visits(): Row[] {
  providePlainLoop(compiledLoop())
  const recording = recordingOf(MEMORY_LOOP)
  while (recording.newest < LONG_STEPS) recording.run(AT_ONCE)
  const [jumps, steps]: [number[], number[]] = [[], []]
  let random = 1
  for (let jump = 0; jump < JUMPS; jump++) {
    random = (Math.imul(random, 1_664_525) + 1_013_904_223) >>> 0
    const began = performance.now()
    recording.goTo((random / 2 ** 32) * LONG_STEPS)
    const there = performance.now()
    recording.goTo(recording.step - 1)
    jumps.push(there - began)
    steps.push(performance.now() - there)
  }
  const slowest = (times: number[]) => [times.sort((a, b) => a - b)[Math.floor(0.95 * times.length)]!]
  const { journal } = recording.machine
  const bytes = recording.checkpointBytes + journal.bytes.length + journal.log.byteLength
  return [
    measured('any moment of 10⁹ steps, p95', slowest(jumps), 'ms', 150),
    measured('a step back from there, p95', slowest(steps), 'ms', 5),
    measured('memory for 10⁹ steps', [bytes / 2 ** 20], 'MiB', 256),
  ]
}

/** Runs that nobody would wait for otherwise. */
export default function longRuns(): Promise<readonly Row[]> {
  return Promise.resolve([...benchLoop('MEM', MEMORY_LOOP), ...benchLoop('REG', REGISTER_LOOP), ...visits()])
}
