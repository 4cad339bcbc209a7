import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { CellDefinition } from '#notebook/shared/cell.ts'
import { readCommand } from '#notebook/worker/command-line.ts'
import { bringFile, prepareExecutable, putFile } from '#notebook/worker/executables.ts'
import { definitionsOf, withCell } from '#notebook/page/pad.ts'
import { provideExecutables } from '#notebook/worker/languages/elf.ts'
import { CellRun } from '#notebook/worker/run-cell.ts'
import { CodeMap } from '#notebook/worker/timeline/code-map.ts'

const FILES = join(import.meta.dirname, '../engine/elf/files')
const cell = (source: string): CellDefinition => ({ ...definitionsOf(withCell([], 0, 'elf'))[0]!, source })

function run(source: string): CellRun {
  const made = new CellRun(cell(source), [])
  made.toEnd()
  return made
}

beforeAll(() => {
  provideExecutables(prepareExecutable)
  for (const name of ['sum-dwarf5', 'sum-pie', 'sum-dynamic'])
    putFile(name, new Uint8Array(readFileSync(join(FILES, name))))
})

describe('a cell with a command line', () => {
  it.each(['sum-dwarf5', 'sum-pie'])('runs %s with its arguments', (name) => {
    const result = run(`./${name} one "two three"`).result()
    expect(result).toMatchObject({ state: 'done', message: 'The program ended with the exit code 100.' })
    const shown = result.views.find(({ kind }) => kind === 'console')
    expect(shown).toMatchObject({ output: { value: `./${name} one two three many\n` } })
  })

  it('lists the function that the processor is in, and knows its calls', () => {
    const made = new CellRun(cell('./sum-dwarf5'), [])
    made.toEnd()
    const { recording } = made.tour()!
    const { machine } = recording
    recording.goTo(0)
    expect([...machine.listing!.assembly.labels.keys()]).toEqual(['_start'])
    const code = new CodeMap(machine, cell('./sum-dwarf5'))
    const flows = new Set<string | undefined>()
    for (let step = 0; step < 40; step++) {
      flows.add(code.at(recording.pointer)?.flow)
      expect(
        machine.listing!.assembly.instructions.some((one) => one.address === machine.registers.rip),
      ).toBe(true)
      recording.goTo(step + 1)
    }
    expect([...flows].sort()).toEqual(['call', 'other'])
    expect(machine.listing!.assembly.labels.has('print')).toBe(true)
  })

  it.each([
    ['', /nothing to run/],
    ['# only a comment', /nothing to run/],
    ['./none', /no file called none/],
    ['./sum-dynamic', /linked dynamically/],
    ['./sum-pie “a”', /curly quote/],
  ])('%j is refused in a sentence', (source, message) => {
    const { diagnostics } = run(source).result()
    expect(diagnostics[0]?.message).toMatch(message)
  })

  it('reads words as a shell does', () => {
    expect(readCommand(`./a  "b c"d 'e"f' g#h # i\n j`).words.map(({ text }) => text)).toEqual([
      './a',
      'b cd',
      'e"f',
      'g#h',
      'j',
    ])
  })
})

describe('an executable beside a lesson', () => {
  afterEach(() => void vi.unstubAllGlobals())

  it('is fetched when its cell first runs, and asked for again where it could not be', async () => {
    const own = { ...cell('./own one'), executable: { name: 'own', url: '/lessons/x/own' } }
    const fetched = vi.fn().mockRejectedValueOnce(new TypeError('no network'))
    fetched.mockResolvedValueOnce(new Response('', { status: 404 }))
    fetched.mockResolvedValueOnce(new Response(readFileSync(join(FILES, 'sum-dwarf5'))))
    vi.stubGlobal('fetch', fetched)
    const ran = async () => {
      await bringFile(own)
      const made = new CellRun(own, [])
      made.toEnd()
      return made.result()
    }
    for (let attempt = 0; attempt < 2; attempt++)
      expect((await ran()).diagnostics).toMatchObject([
        { message: 'own could not be loaded.', from: 0, to: 5 },
      ])
    expect(await ran()).toMatchObject({ state: 'done', message: 'The program ended with the exit code 100.' })
    expect((await ran()).state).toBe('done')
    expect(fetched.mock.calls).toEqual([['/lessons/x/own'], ['/lessons/x/own'], ['/lessons/x/own']])
  })
})
