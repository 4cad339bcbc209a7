/** The executables beside lessons: what rustc made of a source that is there too, and where in it the machine is. */
import { spawnSync } from 'node:child_process'
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { openLesson } from '#notebook/build/lesson.ts'
import { readCells } from '#notebook/build/read-cells.ts'
import { CellRun } from '#notebook/worker/run-cell.ts'

const root = join(import.meta.dirname, '../..')
const LESSON = 'content/lessons/02-compiler-offsets/lesson.mdx'
const lesson = openLesson({ id: '02-compiler-offsets', filePath: join(root, LESSON) })

/** Lines of the source that the machine is in, and instructions of the listing, after so many steps. */
function after(steps: number, id: string): { marks: string[]; listed: string[] } {
  const run = new CellRun(lesson.cell(id), [])
  run.toEnd(steps)
  const { views } = run.result()
  const source = views.find((view) => view.kind === 'source')!
  const assembly = views.find((view) => view.kind === 'assembly')!
  return {
    marks: source.lines.flatMap(({ mark, tokens }) =>
      mark === undefined ? [] : `${mark}: ${tokens.map(({ text }) => text).join('')}`.trim(),
    ),
    listed: assembly.rows.map(({ text }) => text.value),
  }
}

test('a debug build keeps the variables where the lesson says, and the line is known', () => {
  const { marks, listed } = after(4, 'debug')
  expect(marks).toEqual([
    'executed:     let x: u8 = 42;   // 1 byte',
    'next:     let y: u32 = 100; // 4 bytes',
  ])
  expect(listed).toEqual([
    'push rbp',
    'mov rbp, rsp',
    'mov byte [rbp - 5], 42',
    'mov dword [rbp - 4], 100',
    'pop rbp',
    'ret',
  ])
})

test('a release build has nothing of them', () => {
  expect(after(1, 'release').listed).toEqual(['ret'])
})

test('both run to their end, and what is listed then is what the function became, not the code that ended them', () => {
  for (const [id, within] of [
    ['debug', 4],
    ['release', 1],
  ] as const) {
    expect(lesson.result(id)).toMatchObject({ state: 'done', diagnostics: [] })
    expect(after(Infinity, id).listed).toEqual(after(within, id).listed)
  }
})

test('whoever goes back to the beginning sees the code that stands there', () => {
  const run = new CellRun(lesson.cell('debug'), [])
  run.toEnd()
  const { recording } = run.tour()!
  const listed = () => [...recording.machine.listing!.assembly.labels.keys()]
  expect(listed()).toEqual(['example'])
  recording.goTo(0)
  expect(listed()).toEqual(['_start'])
  recording.goTo(recording.newest - 1)
  expect(listed()).toEqual(['_start'])
  recording.goTo(recording.newest)
  expect(listed()).toEqual(['example'])
})

test('a file that is not beside the lesson, or a source of what is no executable, is told of', () => {
  const reading = (tag: string) => () =>
    readCells(
      'lesson.mdx',
      tag,
      () => 'nop',
      () => undefined,
    )
  expect(reading('<Cell file="none.elf" />')).toThrow(/there is no file none.elf beside the lesson/)
  expect(reading('<Cell file="a.asm" source="b.rs" />')).toThrow(/only an executable has a source/)
  expect(reading('<Cell file="a.asm" arguments="b" />')).toThrow(/only an executable has arguments/)
})

test('an executable is given the words of its tag, as if they were typed', () => {
  const [{ source } = { source: '' }] = readCells(
    'lesson.mdx',
    '<Cell file="a.elf" arguments="page walk" />',
    () => undefined,
    () => new Uint8Array([127, 69, 76, 70]),
  )
  expect(source).toBe('./a.elf page walk')
})

const version = spawnSync('rustc', ['--version'], { encoding: 'utf8' }).stdout ?? ''
const canMake = version.startsWith('rustc 1.95') && spawnSync('objcopy', ['--version']).status === 0
if (!canMake) console.warn('skipped: rustc 1.95 and binutils are not here, so no executable was made again')

test.runIf(canMake)(
  'rustc makes the same files of their source',
  () => {
    const script = globSync('content/lessons/*/from-rustc/make-executables.sh', { cwd: root })
    expect(script.length).toBeGreaterThan(0)
    for (const path of script) {
      const folder = join(root, dirname(path))
      const scratch = mkdtempSync(join(tmpdir(), 'pagewalk-executables-'))
      try {
        cpSync(folder, join(scratch, 'from-rustc'), { recursive: true })
        expect(spawnSync('sh', [join(scratch, 'from-rustc', basename(path))]).status).toBe(0)
        for (const made of globSync('*.elf', { cwd: scratch }))
          expect(readFileSync(join(scratch, made)).equals(readFileSync(join(folder, '..', made)))).toBe(true)
      } finally {
        rmSync(scratch, { recursive: true })
      }
    }
  },
  60_000,
)
