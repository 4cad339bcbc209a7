import type { Journal } from '../journal.ts'
import type { Fault } from '../memory/fault.ts'
import type { Memory } from '../memory/memory.ts'
import { virtualAddress } from '../units.ts'
import { fromHalves } from '../bits.ts'
import type { Registers } from '../isa/registers.ts'
import { CodeCache } from './code-cache.ts'
import { Interpreter } from './interpreter.ts'

/** Why a run ended, and how many instructions it executed. */
export type Stop =
  | { readonly kind: 'budget' | 'halt' | 'syscall' | 'reached'; readonly steps: number }
  | { readonly kind: 'fault'; readonly fault: Fault; readonly steps: number }

/** The processor: fetches, decodes and executes. It knows no operating system: what it cannot go on with, it returns. */
export class Cpu {
  readonly #journal: Journal
  readonly #code: CodeCache
  readonly #interpreter: Interpreter

  constructor(journal: Journal, memory: Memory, _registers: Registers) {
    this.#journal = journal
    this.#code = new CodeCache(journal, memory)
    this.#interpreter = new Interpreter(journal, memory)
    journal.onTravel(() => this.#code.flush())
    memory.onWatchedWrite = () => this.#code.flush()
  }

  step(): Stop {
    return this.run(1)
  }

  /** Runs at most that many instructions; ends before one that begins at one of `stops`, except the very first. */
  run(maxSteps: number, stops?: ReadonlySet<bigint>): Stop {
    const { words, registersAt } = this.#journal
    this.#code.flush()
    for (let steps = 0; steps < maxSteps; steps++) {
      const low = words[registersAt]!
      const high = words[registersAt + 1]!
      const address = fromHalves(low, high)
      if (steps > 0 && stops?.has(address)) return { kind: 'reached', steps }
      // The fetch belongs to the step: it sets accessed bits.
      this.#journal.beginStep()
      const instruction = this.#code.fetch(low, high)
      if (!('form' in instruction)) {
        this.#journal.abandonStep()
        return { kind: 'fault', fault: instruction, steps }
      }
      const outcome = this.#interpreter.run(instruction, virtualAddress(address))
      if (outcome.kind === 'continue') continue
      if (outcome.kind !== 'fault') return { kind: outcome.kind, steps: steps + 1 }
      if (outcome.fault.kind === 'breakpoint')
        return { kind: 'fault', fault: outcome.fault, steps: steps + 1 }
      this.#journal.abandonStep()
      return { kind: 'fault', fault: outcome.fault, steps }
    }
    return { kind: 'budget', steps: maxSteps }
  }
}
