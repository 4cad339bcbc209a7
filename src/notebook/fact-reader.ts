import { fact } from '#engine/facts.ts'
import { factText } from '#engine/facts/fact-value.ts'
import type { Machine } from '#engine/machine/machine.ts'
import type { Shown } from './views/view.ts'

/** Asks a machine for facts by name, as the views and the prose show them. */
export class FactReader {
  readonly #machine: Machine

  constructor(machine: Machine) {
    this.#machine = machine
  }

  /** The fact's canonical text; undefined where the machine has no such value. */
  text(name: string): string | undefined {
    const value = fact(this.#machine, name)
    return value === undefined ? undefined : factText(value)
  }

  get(name: string): Shown | undefined {
    const value = this.text(name)
    return value === undefined ? undefined : { fact: name, value }
  }

  /** For what every machine has. @throws Error where it does not */
  need(name: string): Shown {
    const shown = this.get(name)
    if (!shown) throw new Error(`a machine without ${name}`)
    return shown
  }

  /** Of these facts, those that exist. */
  all(names: readonly string[]): Record<string, string> {
    const entries = names.map((name) => [name, this.text(name)] as const)
    return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined))
  }
}
