import { Machine } from '#engine/machine/machine.ts'
import { link } from '#engine/machine/program.ts'
import { compile } from '#engine/rust/compile.ts'
import type { Row } from './run.ts'

const ROUNDS = 5
/** Lines of a program; each length is timed once per round, so that all meet the same load. */
const LENGTHS = [50, 1_000, 10_000]
/** Going from the second to the third, a line may become dearer by so much: what is quadratic would cost ten times. */
const GROWTH_BAR = 1.5

/** Ten lines, of what an ordinary program of the course is made of. */
const oneFunction = (number: number) => `fn step${number}(n: u32) -> u32 {
    let mut sum: u32 = n;
    let mut row = [1u8, 2, 3, 4];
    let mut i = 0;
    while i < 4 {
        row[i] = row[i] + 1;
        if sum > 100 { sum = sum - 100; } else { sum += row[i] as u32 * 3; }
        i += 1;
    }
    sum
}
`

/** A program of about so many lines: functions that are all called in turn. */
function programOf(lineCount: number): string {
  const numbers = Array.from({ length: Math.floor(lineCount / 12) }, (_, number) => number)
  const calls = numbers.map((number) => `    sum = step${number}(sum);\n`)
  return `${numbers.map(oneFunction).join('')}fn main() {\n    let mut sum: u32 = 1;\n${calls.join('')}    println!("{sum}");\n}\n`
}

/** Milliseconds for each part of the way from a text to a process about to run. */
function build(source: string): { compiled: number; assembled: number; loaded: number } {
  const machine = Machine.boot('linux', 'four-level')
  const begin = performance.now()
  const compiled = compile(source, { layout: 'debug', isProcess: true })
  if (!compiled.ok) throw new Error(compiled.diagnostics[0]?.message)
  const afterCompile = performance.now()
  const linked = link(compiled.assembly, machine.codeOrigin, compiled, machine.codeByteLimit)
  if (!linked.ok) throw new Error(linked.diagnostics[0]?.message)
  const afterAssemble = performance.now()
  machine.load(linked.program)
  const end = performance.now()
  return {
    compiled: afterCompile - begin,
    assembled: afterAssemble - afterCompile,
    loaded: end - afterAssemble,
  }
}

const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b)
const median = (values: readonly number[]) => sorted(values)[values.length >> 1]!
const milliseconds = (value: number) => `${value.toFixed(1)} ms`

/** From a Rust text to a process about to run, for programs of several lengths; the time may only grow with the length. */
export default function compiler(): Promise<readonly Row[]> {
  const programs = LENGTHS.map((lineCount) => {
    const source = programOf(lineCount)
    return { lineCount: source.split('\n').length - 1, source, times: [] as ReturnType<typeof build>[] }
  })
  for (const { source } of programs) build(source)
  for (let round = 0; round < ROUNDS; round++)
    for (const { source, times } of programs) times.push(build(source))
  const rows = programs.map(({ lineCount, times }) => {
    const whole = times.map(({ compiled, assembled, loaded }) => compiled + assembled + loaded)
    return {
      lines: lineCount,
      compile: milliseconds(median(times.map(({ compiled }) => compiled))),
      assemble: milliseconds(median(times.map(({ assembled }) => assembled))),
      load: milliseconds(median(times.map(({ loaded }) => loaded))),
      'all of it': milliseconds(median(whole)),
      spread: `${milliseconds(Math.min(...whole))} … ${milliseconds(Math.max(...whole))}`,
      'a line': `${((1000 * median(whole)) / lineCount).toFixed(0)} µs`,
      verdict: '',
    }
  })
  const [, shorter, longer] = programs.map(({ lineCount, times }) =>
    median(times.map(({ compiled, assembled, loaded }) => (compiled + assembled + loaded) / lineCount)),
  )
  const growth = longer! / shorter!
  const verdict = `a line of the longest takes ${growth.toFixed(2)}× one of the middle; ${growth <= GROWTH_BAR ? '≤' : '> !'} ${GROWTH_BAR}×`
  return Promise.resolve(rows.map((row, index) => (index === rows.length - 1 ? { ...row, verdict } : row)))
}
