import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import '#engine/cpu/plain-loop.ts'
import { Interpreter } from '#engine/cpu/interpreter.ts'
import { decode } from '#engine/isa/decode.ts'
import { prepare, type IsaRecord } from '../../conformance/kinds/isa.ts'
import { asmProgram, sameBytes, type Processor } from '../../processor.ts'
import { randomProgram } from './random-program.ts'

/* An instruction's `execute` runs in three ways: interpreted, in the loop that records, and in the one that does not. */

const VECTORS = ['isa.jsonl', 'isa-sse.jsonl'].map(
  (name) => new URL(`../../conformance/vectors/${name}`, import.meta.url),
)

test('all three do the same, for every vector', () => {
  const lines = VECTORS.flatMap((file) => readFileSync(file, 'utf8').trim().split('\n'))
  for (const record of lines.map((line) => JSON.parse(line) as IsaRecord)) {
    const [recorded, plain, interpreted] = [prepare(record), prepare(record), prepare(record)]
    plain.journal.recording = false
    recorded.cpu.step()
    plain.cpu.step()
    interpret(interpreted)
    expect(sameBytes(recorded.journal.bytes, plain.journal.bytes), `${record.nasm}: recorded and plain`).toBe(
      true,
    )
    expect(
      sameBytes(recorded.state(), withoutFetch(interpreted, recorded)),
      `${record.nasm}: interpreted`,
    ).toBe(true)
  }
})

function interpret(processor: Processor): void {
  const { registers, journal, memory } = processor
  const instruction = decode(processor.bytes(registers.rip, 15))
  if (typeof instruction === 'string') throw new Error('a vector decodes')
  journal.beginStep()
  new Interpreter(journal, memory).run(instruction, registers.rip)
}

/** The interpreter alone fetches nothing, so the entry of the code's page is not marked as accessed. */
function withoutFetch(interpreted: Processor, recorded: Processor): Uint8Array {
  const state = interpreted.state()
  state.set(recorded.state().subarray(0, 4096))
  return state
}

test('random programs end in the same state, recorded or not, in one run or step by step', () => {
  fc.assert(
    fc.property(randomProgram, (source) => {
      const [recorded, plain, stepped] = [asmProgram(source), asmProgram(source), asmProgram(source)]
      plain.journal.recording = false
      const stop = recorded.cpu.run(400)
      expect(plain.cpu.run(400)).toEqual(stop)
      for (let steps = 0; steps < stop.steps; steps++) stepped.cpu.step()
      if (stop.kind === 'fault' && stop.fault.kind !== 'breakpoint') stepped.cpu.step()
      expect(sameBytes(recorded.state(), plain.state())).toBe(true)
      expect(sameBytes(recorded.state(), stepped.state())).toBe(true)
    }),
    { numRuns: 100 },
  )
})

test('stepping back restores every bit, and stepping forward again', () => {
  fc.assert(
    fc.property(randomProgram, fc.nat(300), (source, back) => {
      const program = asmProgram(source)
      const states = [program.state()]
      let faulted = false
      for (let steps = 0; steps < 300; steps++) {
        const stop = program.cpu.step()
        // a fault leaves only the page table's accessed and dirty bits, with the step before it
        faulted = stop.steps === 0
        if (faulted) states.pop()
        states.push(program.state())
        if (stop.kind !== 'budget') break
      }
      const last = states.length - 1
      const to = Math.max(0, last - back)
      program.journal.back(last - to)
      expect(sameBytes(program.state(), states[to]!)).toBe(true)
      program.journal.forward(last - to)
      expect(sameBytes(program.state(), states[last]!)).toBe(true)
      program.journal.back(last)
      expect(sameBytes(program.state(), states[0]!)).toBe(true)
      expect(program.cpu.run(last).steps).toBe(last)
      program.cpu.run(faulted ? 1 : 0)
      expect(sameBytes(program.state(), states[last]!)).toBe(true)
    }),
    { numRuns: 25 },
  )
})
