/** Assignments: links, seeds, results, and what is made of results that were tampered with. */
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { courseSheets, readCourse } from '#exercises/build/course.ts'
import { judgeInCourse } from '#exercises/build/judge-in-course.ts'
import { readArguments, readResultFile } from '#exercises/build/result-files.ts'
import {
  assignedTo,
  assignmentCode,
  MOST_EXERCISES,
  readAssignment,
  seedsFor,
  studentId,
  writeAssignment,
  type Assignment,
} from '#exercises/shared/assignment.ts'
import { checkResult, isRefused, type CheckedResult } from '#exercises/shared/check-result.ts'
import { exercisesByKey } from '#exercises/shared/course.ts'
import type { Answer, Exercise } from '#exercises/shared/exercise.ts'
import { exerciseHash } from '#exercises/shared/exercise-hash.ts'
import { LONGEST_ANSWER } from '#exercises/shared/read-answer.ts'
import {
  LONGEST_RESULT,
  readResult,
  writeResult,
  type AssignmentResult,
} from '#exercises/shared/result-file.ts'
import { csvOf, resultsTable } from '#exercises/shared/results-table.ts'
import { sha256 } from '#exercises/shared/sha256.ts'
import { judgeVariant } from '#exercises/worker/judge.ts'
import { present } from '#exercises/worker/present.ts'
import { makeVariant } from '#exercises/worker/variant.ts'
import { rememberingRun } from './lessons.ts'

const course = readCourse()
const judge = judgeInCourse(courseSheets())
const run = rememberingRun()
const DRAWN: Assignment = {
  course: course.version,
  title: 'Week 3: pages',
  choice: { kind: 'drawn', count: 4, lessons: ['compiler-offsets', 'accessing-x'] },
  tries: 3,
  hints: true,
  solutions: false,
  due: '2026-12-04',
}
const EDIT: Assignment = {
  ...DRAWN,
  choice: { kind: 'these', exercises: ['compiler-offsets/align-y', 'accessing-x/physical-address'] },
}

function solvedBy(student: string, assignment: Assignment): AssignmentResult {
  return {
    ...{ assignment, student, course: course.version, saved: Date.UTC(2026, 11, 1) },
    exercises: assignedTo(assignment, student, course).exercises.map(({ key, lesson, exercise, seed }) => ({
      ...{ exercise: key, seed, hash: exercise.hash, tries: 1, hints: 0, seen: false },
      ...{
        began: Date.UTC(2026, 10, 30),
        passed: Date.UTC(2026, 11, 1),
        answer: answerTo(lesson.id, exercise.id, seed),
      },
    })),
  }
}

function answerTo(lesson: string, id: string, seed: number): Answer {
  const sheet = courseSheets().find((each) => each.id === lesson)!.sheet
  const { solution } = present(
    sheet.exercises.find((each) => each.id === id)!,
    seed,
    run,
  )
  if (solution.kind === 'predict') return { kind: 'predict', texts: solution.values }
  if ('source' in solution) return { kind: solution.kind, source: solution.source }
  return solution
}

async function check(text: string, expected?: Assignment): Promise<CheckedResult> {
  const checked = await checkResult('a.json', text, { course, judge, ...(expected ? { expected } : {}) })
  if (isRefused(checked)) throw new Error(checked.message)
  return checked
}

const taskOf = (exercise: Exercise) =>
  exercise.kind === 'predict' && exercise.options.length > 0 ? 'choose' : exercise.kind

const standings = ({ exercises }: CheckedResult) => exercises.map(({ standing }) => standing)

/** The file with something in it replaced. */
const tampered = (
  result: AssignmentResult,
  change: (file: Record<string, never> & { exercises: Record<string, unknown>[] }) => void,
) => {
  const file = JSON.parse(writeResult(result)) as Parameters<typeof change>[0]
  change(file)
  return JSON.stringify(file)
}

test('the digest is SHA-256, across every length of a last block', () => {
  for (let length = 0; length < 130; length++) {
    const text = 'é'.repeat(length % 3) + 'x'.repeat(length)
    expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'))
  }
})

describe('a link', () => {
  const ids = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/)
  const assignments: fc.Arbitrary<Assignment> = fc
    .record({
      course: fc.stringMatching(/^[\w.-]{1,12}$/),
      title: fc.string({ unit: 'grapheme', maxLength: 200, size: 'max' }),
      choice: fc.oneof(
        fc.record({
          kind: fc.constant('these' as const),
          exercises: fc.uniqueArray(
            fc.tuple(ids, ids).map(([a, b]) => `${a}/${b}` as const),
            { minLength: 1, maxLength: 5 },
          ),
        }),
        fc.record({
          kind: fc.constant('drawn' as const),
          count: fc.integer({ min: 1, max: 60 }),
          lessons: fc.uniqueArray(ids, { minLength: 1, maxLength: 5 }),
        }),
      ),
      tries: fc.option(fc.integer({ min: 1, max: 99 }), { nil: undefined }),
      hints: fc.boolean(),
      solutions: fc.boolean(),
    })
    .map(({ tries, title, ...rest }) => ({
      ...rest,
      title: studentId(title) || 'Assignment',
      ...(tries === undefined ? {} : { tries }),
    }))

  test('is read as it was written', () => {
    fc.assert(
      fc.property(assignments, (assignment) => {
        const read = readAssignment(`#${writeAssignment(assignment)}`) as Assignment
        expect({ ...read, title: '' }).toEqual({ ...assignment, title: '' })
        expect(assignment.title.startsWith(read.title)).toBe(true)
        expect(readAssignment(writeAssignment(read))).toEqual(read)
      }),
    )
    expect(readAssignment(writeAssignment(DRAWN))).toEqual(DRAWN)
  })

  test.each(['x'.repeat(119) + ' yy', 'x'.repeat(119) + '😀', '\ud83d', ' \u2003 x'])(
    'with the title “%s” names the same variants once it was read back',
    (title) => {
      const read = readAssignment(writeAssignment({ ...DRAWN, title })) as Assignment
      expect(readAssignment(writeAssignment(read))).toEqual(read)
      expect(read.title.isWellFormed()).toBe(true)
      const id = title + 'z'.repeat(80) + title
      expect(studentId(studentId(id))).toBe(studentId(id))
    },
  )

  test.each([
    '',
    '#course=1&exercises=',
    '#course=1&exercises=../x',
    '#course=1&draw=0&lessons=a',
    '#course=1&draw=5',
    '#course=1&draw=1e3&lessons=a',
    '#course=1&exercises=a/b&tries=0',
    '#course=1&exercises=a/b&due=2026-02-30',
    '#course=<b>&exercises=a/b',
    `#course=1&exercises=a/${'b'.repeat(81)}`,
    `#course=1&draw=5&lessons=${Array.from({ length: 201 }, (_, index) => `l${index}`).join('+')}`,
  ])('“%s” gets a sentence', (fragment) => {
    expect(readAssignment(fragment)).toContain('cannot be read')
  })

  test('that is anything at all throws nothing', () => {
    fc.assert(fc.property(fc.string(), (text) => void readAssignment(text)))
  })
})

describe('seeds', () => {
  test('are every student’s own, the same for everybody who works them out, whatever the day and the rules', () => {
    const mine = assignedTo(DRAWN, 'Ada', course).exercises
    expect(mine).toHaveLength(4)
    const later: Assignment = { ...DRAWN, due: '2027-01-01', tries: 9, hints: false, course: 'older' }
    expect(assignedTo(later, 'Ada', course).exercises).toEqual(mine)
    expect(assignmentCode(later)).toBe(assignmentCode(DRAWN))
    expect(assignedTo({ ...DRAWN, title: 'Week 4' }, 'Ada', course).exercises).not.toEqual(mine)
    const seeds = Array.from({ length: 200 }, (_, index) =>
      seedsFor(DRAWN, `student ${index}`)('accessing-x/physical-address'),
    )
    expect(new Set(seeds).size).toBeGreaterThan(190)
    for (const seed of seeds) expect(seed >= 1 && seed <= 999_999).toBe(true)
    // Written down once: whatever changes them would take their work away from students.
    expect(seedsFor(EDIT, 'Ada')('accessing-x/physical-address')).toMatchInlineSnapshot(`275164`)
  })

  test('an id is the same however it was typed', () => {
    expect(studentId('  Zoe\u0301 \n Ångström ')).toBe(studentId('Zoé Ångström'))
    expect(studentId(' \t')).toBe('')
  })
})

describe('a result', () => {
  test('that is whole counts; what another student’s answers are worth does not', async () => {
    const ada = solvedBy('Ada', DRAWN)
    const checked = await check(writeResult(ada), DRAWN)
    expect(checked).toMatchObject({ student: 'Ada', remarks: [] })
    expect(standings(checked)).toEqual(['solved', 'solved', 'solved', 'solved'])
    const copied = await check(writeResult({ ...ada, student: 'Bob' }), DRAWN)
    expect(standings(copied)).not.toContain('solved')
  })

  test('is read as it was written', () => {
    const result = solvedBy('Ada', EDIT)
    const read = readResult(writeResult(result))
    expect(read).toMatchObject({ ok: true, result })
    expect(writeResult((read as { result: AssignmentResult }).result)).toBe(writeResult(result))
  })

  test('in which an answer was replaced does not reproduce, and its code tells', async () => {
    const result = solvedBy('Ada', EDIT)
    const wrong = await check(
      tampered(result, ({ exercises }) => (exercises[1]!['answer'] = { kind: 'predict', texts: ['1'] })),
    )
    expect(standings(wrong)).toEqual(['solved', 'refuted'])
    expect(wrong.remarks.join(' ')).toContain('changed after it was saved')
    for (const answer of [
      { kind: 'order', order: [] },
      { kind: 'classify', buckets: [] },
      { kind: 'predict', texts: [] },
    ])
      expect(
        standings(await check(tampered(result, ({ exercises }) => (exercises[1]!['answer'] = answer))))[1],
      ).toBe('refuted')
  })

  test('of another version, other exercises or other rules is said to be', async () => {
    const result = solvedBy('Ada', EDIT)
    const old = await check(
      writeResult({
        ...result,
        course: '0.0.1-old',
        exercises: result.exercises.map((each, index) => (index === 0 ? { ...each, hash: 'old' } : each)),
      }),
    )
    expect(standings(old)).toEqual(['changed', 'solved'])
    expect(old.remarks.join(' ')).toMatch(/version 0\.0\.1-old.*One exercise has changed/)
    const other = await check(writeResult(result), DRAWN)
    expect(other.remarks.join(' ')).toContain('another assignment')
    const lax = await check(writeResult({ ...result, assignment: { ...EDIT, tries: 90 } }), EDIT)
    expect(lax.remarks.join(' ')).toContain('other rules')
    const helped = await check(
      writeResult({
        ...result,
        exercises: result.exercises.map((each) => ({ ...each, tries: 4, seen: true })),
      }),
    )
    expect(standings(helped)).toEqual(['looked', 'looked'])
    expect(helped.remarks).toEqual(['2 took too many tries.', '2 answers were looked at.'])
    const more = { ...result.exercises[1]!, exercise: 'accessing-x/no-such-row' as const }
    expect(
      standings(await check(writeResult({ ...result, exercises: [...result.exercises, more] })))[2],
    ).toBe('unasked')
    expect(standings(await check(writeResult({ ...result, exercises: [] })))).toEqual(['open', 'open'])
  })

  test('of an exercise that this version does not have any more is of another version', async () => {
    const assignment: Assignment = {
      ...EDIT,
      choice: { kind: 'these', exercises: ['accessing-x/physical-address', 'accessing-x/gone'] },
    }
    const result = solvedBy('Ada', assignment)
    const gone = { ...result.exercises[0]!, exercise: 'accessing-x/gone' as const }
    const checked = await check(writeResult({ ...result, exercises: [...result.exercises, gone] }))
    expect(standings(checked)).toEqual(['solved', 'changed'])
    expect(checked.asked).toBe(2)
  })

  test('drawn by another version counts within what was to be drawn, and of all of it', async () => {
    const [other, mine] = ['your-question', 'accessing-x'].map((lesson) =>
      solvedBy('Ada', { ...DRAWN, choice: { kind: 'drawn', count: 1, lessons: [lesson] } }),
    )
    const assignment: Assignment = { ...DRAWN, choice: { kind: 'drawn', count: 3, lessons: ['accessing-x'] } }
    const seeded = [...other!.exercises, ...mine!.exercises].map(({ exercise, ...rest }) => {
      const seed = seedsFor(assignment, 'Ada')(exercise)
      const [lesson, id] = exercise.split('/') as [string, string]
      return { ...rest, exercise, seed, answer: answerTo(lesson, id, seed) }
    })
    const result = { ...mine!, assignment, course: 'other', exercises: seeded }
    const checked = await check(writeResult(result), assignment)
    expect(standings(checked)).toEqual(['solved', 'unasked'])
    expect(checked.asked).toBe(3)
    expect(checked.remarks).toContain('It lists 1 of the 3 exercises that were drawn.')
    const row = resultsTable([checked], []).rows[0]!
    expect(row.slice(3, 5)).toEqual(['1', '3'])
    // No more of them than were to be drawn.
    const many = assignedTo(
      { ...assignment, choice: { ...assignment.choice, count: 5 } as never },
      'Ada',
      course,
    )
    const listed = many.exercises.map(({ key }) => ({ ...seeded[0]!, exercise: key, answer: undefined }))
    const bare = listed.map(({ answer: _, ...rest }) => rest)
    expect(standings(await check(writeResult({ ...result, exercises: bare })))).toEqual([
      ...['open', 'open', 'open', 'unasked', 'unasked'],
    ])
  })

  test('that could not be judged is no fault of its answers', async () => {
    const result = writeResult(solvedBy('Ada', EDIT))
    for (const error of [new Error('offline'), new TypeError('of the engine')]) {
      const failing = () => Promise.reject(error)
      const checked = (await checkResult('a.json', result, { course, judge: failing })) as CheckedResult
      expect(standings(checked)).toEqual(['unjudged', 'unjudged'])
      expect(checked.remarks).toEqual([expect.stringContaining('2 answers could not be judged') as string])
    }
  })

  test('with answers to anything at all is judged all the same', () => {
    const answers: Answer[] = [
      ...[[], ['constructor'], Array<string>(100).fill('__proto__')].flatMap((texts): Answer[] => [
        { kind: 'predict', texts },
        { kind: 'classify', buckets: texts },
      ]),
      ...[[], [99], [0, 0, 0], Array<number>(100).fill(1)].map((order): Answer => ({ kind: 'order', order })),
      ...[0, 99].map((option): Answer => ({ kind: 'choose', option })),
      ...['', '\0', '}'].flatMap((source): Answer[] => [
        { kind: 'edit', source },
        { kind: 'build', source },
        ...[0, 1, 99].map((line): Answer => ({ kind: 'fault', line, text: source })),
      ]),
    ]
    const all = courseSheets().flatMap(({ sheet }) => sheet.exercises)
    const first = new Map([...all].reverse().map((each) => [taskOf(each), each]))
    expect(first.size).toBe(7)
    for (const exercise of first.values()) {
      const variant = makeVariant(exercise, 1, run)
      for (const answer of answers)
        expect(['wrong', 'unreadable', 'passed']).toContain(judgeVariant(variant, answer, run).outcome)
    }
  })

  test('may hold the longest answer to every exercise that an assignment has', () => {
    const one = solvedBy('Ada', EDIT).exercises[0]!
    const answer: Answer = { kind: 'edit', source: '\u0001'.repeat(LONGEST_ANSWER) }
    const exercises = Array.from({ length: MOST_EXERCISES }, (_, index) => ({
      ...{ ...one, answer, exercise: `${'a'.repeat(80)}/${String(index).padStart(80, '0')}` as const },
    }))
    const choice = { kind: 'these' as const, exercises: exercises.map(({ exercise }) => exercise) }
    const assignment: Assignment = { ...EDIT, title: '題'.repeat(120), choice }
    const result = { ...solvedBy('Ada', EDIT), assignment, student: '題'.repeat(200), exercises }
    expect(readResult(writeResult(result))).toMatchObject({ ok: true, result })
  })

  test('that is hostile costs a sentence, and little time', async () => {
    const endless = 'fn example() {\n    loop {}\n}'
    const result = solvedBy('Ada', EDIT)
    const hostile = await check(
      tampered(result, ({ exercises }) => (exercises[0]!['answer'] = { kind: 'edit', source: endless })),
    )
    expect(standings(hostile)).toEqual(['stopped', 'stopped'])
    expect(hostile.remarks.join(' ')).toContain('came to no end')
    const refusals: [string, string][] = [
      ['', 'damaged'],
      ['['.repeat(100_000), 'damaged'],
      ['{"format":"pagewalk-progress"}', 'not the result'],
      ['{"format":"pagewalk-result","version":7}', 'another version'],
      ['x'.repeat(LONGEST_RESULT + 1), 'larger'],
      [
        tampered(result, (file) => ((file as Record<string, unknown>)['student'] = { toString: 1 })),
        'no student',
      ],
      [tampered(result, ({ exercises }) => (exercises[0]!['seed'] = 1e99)), 'damaged'],
      [
        tampered(
          result,
          ({ exercises }) => (exercises[0]!['answer'] = { kind: 'edit', source: 'x'.repeat(30_000) }),
        ),
        'damaged',
      ],
      [
        tampered(result, ({ exercises }) =>
          exercises.push(...Array.from({ length: 200 }, () => exercises[0]!)),
        ),
        'damaged',
      ],
    ]
    for (const [text, says] of refusals)
      expect(readResult(text)).toMatchObject({ ok: false, message: expect.stringContaining(says) as string })
  })

  test('that is anything at all throws nothing', () => {
    const file = JSON.parse(writeResult(solvedBy('Ada', EDIT))) as Record<string, unknown>
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(file)), fc.jsonValue(), (field, value) => {
        readResult(JSON.stringify({ ...file, [field]: value }))
      }),
    )
  })
})

describe('on the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'results-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  test('a folder stands for what lies in it, and a file that cannot be read gets a sentence', () => {
    mkdirSync(join(folder, 'group.json'))
    writeFileSync(join(folder, 'group.json', 'ada.json'), '{}')
    symlinkSync('a.json', join(folder, 'a.json'))
    const { files } = readArguments([folder, join(folder, 'none.json')]) as Exclude<
      ReturnType<typeof readArguments>,
      string
    >
    expect(files.map((file) => [file.slice(folder.length + 1), readResultFile(file)])).toEqual([
      ['a.json', { message: 'This file could not be read.' }],
      ['group.json/ada.json', '{}'],
      ['none.json', { message: 'There is no such file.' }],
    ])
  })

  test('an assignment that was not given is asked for', () => {
    expect(readArguments([folder, '--assignment'])).toContain('--assignment LINK')
    expect(readArguments(['--assignment', `https://a.b/#${writeAssignment(EDIT)}`])).toContain('FILES…')
    expect(readArguments(['--assignment', 'https://a.b/#', folder])).toContain('cannot be read')
    const link = `https://a.b/assignment/#${writeAssignment(EDIT)}`
    expect(readArguments([folder, '--assignment', link])).toMatchObject({ expected: EDIT })
  })
})

test('an exercise that came over the network is of the version that was built', () => {
  for (const { exercise, lesson } of exercisesByKey(course).values()) {
    const { sheet } = courseSheets().find(({ id }) => id === lesson.id)!
    const sent = JSON.stringify(sheet.exercises.find(({ id }) => id === exercise.id))
    expect(exerciseHash(JSON.parse(sent) as Exercise)).toBe(exercise.hash)
  }
})

test('a table of results is no formula to a spreadsheet, and keeps its columns', async () => {
  const checked = [
    await check(writeResult(solvedBy('=HYPERLINK("x"), Ada', EDIT))),
    { file: 'b.json', message: 'No, "this" is\nnot it.' },
  ]
  const csv = csvOf(resultsTable(checked, [...exercisesByKey(course).keys()]))
  const [head, first] = csv.split('\r\n')
  expect(head).toBe(
    'file,student,assignment,solved,of,code,version,saved,remarks,compiler-offsets/align-y,accessing-x/physical-address',
  )
  expect(first).toMatch(/^a\.json,"'=HYPERLINK\(""x""\), Ada",[0-9A-Z-]{11},2,2,[0-9A-Z-]{11},/)
  expect(csv).toContain('"No, ""this"" is\nnot it.",,\r\n')
})
