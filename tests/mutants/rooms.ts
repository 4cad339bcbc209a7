/** The rooms whose tests are tested: what is changed in each, and which tests are to notice. */
export interface Room {
  readonly sources: readonly string[]
  /** Folders, or how the names of files begin. */
  readonly tests: readonly string[]
}

export const ROOMS: Readonly<Record<string, Room>> = {
  memory: { sources: ['src/engine/memory'], tests: ['tests/engine/memory', 'tests/engine/machine'] },
  journal: {
    sources: ['src/engine/journal.ts', 'src/engine/words.ts', 'src/engine/spare-memory.ts'],
    tests: ['tests/engine/journal', 'tests/engine/spare-memory', 'tests/engine/machine'],
  },
  machine: { sources: ['src/engine/machine'], tests: ['tests/engine/machine'] },
  os: { sources: ['src/engine/os'], tests: ['tests/engine/os'] },
  facts: { sources: ['src/engine/facts', 'src/engine/facts.ts'], tests: ['tests/engine/facts'] },
  notebook: {
    sources: [
      ...['src/notebook/shared/plan-run.ts', 'src/notebook/shared/dependencies.ts'],
      ...[
        'src/notebook/page/stored-edits.ts',
        'src/notebook/page/stored-pad.ts',
        'src/notebook/page/keeping.ts',
      ],
    ],
    tests: ['tests/notebook'],
  },
}
