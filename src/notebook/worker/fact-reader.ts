import { fact } from '#engine/facts.ts'
import type { Fact, Subject } from '#engine/facts/fact.ts'
import { factText } from '#engine/facts/fact-value.ts'
import { printFact, printSubject } from '#engine/facts/print-fact.ts'
import type { Machine } from '#engine/machine/machine.ts'
import type { Shown } from '#notebook/shared/view.ts'

/** Asks a machine for facts, as the views and the prose show them. */
export class FactReader {
  readonly #machine: Machine

  constructor(machine: Machine) {
    this.#machine = machine
  }

  /** The fact's canonical text; undefined where the machine has no such value. */
  text(asked: string | Fact): string | undefined {
    const value = fact(this.#machine, asked)
    return value === undefined ? undefined : factText(value)
  }

  get(asked: string | Fact): Shown | undefined {
    const value = this.text(asked)
    return value === undefined
      ? undefined
      : { fact: typeof asked === 'string' ? asked : printFact(asked), value }
  }

  /** For what every machine has. @throws Error where it does not */
  need(asked: string | Fact): Shown {
    const shown = this.get(asked)
    if (!shown) throw new Error(`a machine without ${typeof asked === 'string' ? asked : printFact(asked)}`)
    return shown
  }

  /** The same questions about one subject, by what is asked of it. */
  about(subject: Subject): FactsAbout {
    return {
      text: (property) => this.text({ subject, property }),
      get: (property) => this.get({ subject, property }),
      need: (property) => this.need({ subject, property }),
      walk: (level) => this.about({ kind: 'walk', parameters: [subject, level] }),
      written: printSubject(subject),
    }
  }

  /** Of these facts, those that exist. */
  all(names: readonly string[]): Record<string, string> {
    const entries = names.map((name) => [name, this.text(name)] as const)
    return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined))
  }
}

/** What a machine says of one subject. */
export interface FactsAbout {
  readonly text: (property: string) => string | undefined
  readonly get: (property: string) => Shown | undefined
  readonly need: (property: string) => Shown
  /** One level of the walk for it. */
  readonly walk: (level: string) => FactsAbout
  /** How it is written. */
  readonly written: string
}
