/** Kinds in which a source is changed: by one line, or within a budget. */
import { describe, expect, test } from 'vitest'
import { readExercises } from '#exercises/build/read-exercises.ts'
import type { Answer } from '#exercises/shared/exercise.ts'
import { plainText } from '#exercises/shared/rich-text.ts'
import { readAnswer } from '#exercises/shared/read-answer.ts'
import { judge } from '#exercises/worker/judge.ts'
import { present } from '#exercises/worker/present.ts'
import { readDraft } from '#exercises/page/draft.ts'
import { pageKind } from '#exercises/page/kinds/kinds.ts'
import { rememberingRun } from './lessons.ts'

const SHEET = `
exercises:
  - id: back
    title: Back
    kind: fault
    prompt: It should return.
    given:
      - asm: |
          example:
              push rbp
              mov rbp, rsp
              sub rsp, 16
              mov byte [rbp - 1], 42
              add rsp, 8
              pop rbp
              ret
        stop: end
        solution: |
          example:
              push rbp
              mov rbp, rsp
              sub rsp, 16
              mov byte [rbp - 1], 42
              add rsp, 16
              pop rbp
              ret
    expect:
      - { fact: fault.kind, exists: false, otherwise: It faults. }
      - { fact: registers.rbp, is: 0x7FFF007FFFF0, otherwise: RBP is another. }
    lines:
      - { line: 'ret', says: It is innocent. }
    otherwise: Not this one.
    explanation: So it is.
  - id: fill
    title: Fill
    kind: build
    prompt: Fill four bytes.
    given:
      - asm: |
          example:
              push rbp
              mov rbp, rsp
              leave
              ret
        solution: |
          example:
              push rbp
              mov rbp, rsp
              mov dword [rbp - 4], 0x01010101
              leave
              ret
    expect:
      - { fact: 'memory(rbp - 4, 4)', is: '01010101', otherwise: Not filled. }
    budget:
      - { fact: steps.count, atMost: 5, what: instructions, otherwise: One will do. }
    explanation: So it is.
`
const [back, fill] = readExercises('exercises.yaml', SHEET, []).exercises
const run = rememberingRun()

/** The outcome, and of each remark its part, whether that is right, and what is said. */
function said(exercise: NonNullable<typeof back>, answer: Answer) {
  const { outcome, remarks } = judge(exercise, 1, answer, run)
  return [outcome, ...remarks.map(({ part, right, says }) => [part, right, plainText(says)])]
}

describe('a fault', () => {
  const at = (line: number, text: string) => said(back!, { kind: 'fault', line, text })

  test('is mended by its line, or by any other that mends it', () => {
    expect(at(5, '    add rsp, 16')).toEqual(['passed'])
    expect(at(5, 'mov rsp, rbp')).toEqual(['passed'])
    expect(at(3, '    sub rsp, 8')).toEqual(['passed'])
  })

  test('is found first, and mended then', () => {
    expect(at(-1, '')[0]).toBe('unreadable')
    expect(at(5, '    add rsp, 8')).toEqual([
      'wrong',
      [0, true, 'This is the line.'],
      [1, false, 'What should stand there instead?'],
    ])
    expect(at(5, 'add rsp, 24')).toEqual(['wrong', [0, true, 'This is the line.'], [1, false, 'It faults.']])
  })

  test('says of an innocent line what its author knows of it', () => {
    expect(at(7, 'ret')).toEqual(['wrong', [0, false, 'It is innocent.']])
    expect(at(1, 'push rbp')).toEqual(['wrong', [0, false, 'Not this one.']])
  })

  test('may be pointed at before scripts come', () => {
    const { task } = present(back!, 1, run)
    if (task.kind !== 'fault') throw new Error('not a fault')
    const fields = [...task.lines.map((_, line) => ({ checked: line === 5 })), { value: '' }]
    expect(pageKind('fault').early?.(task, fields as HTMLInputElement[])).toEqual({
      ...{ kind: 'fault', line: 5, text: '    add rsp, 8' },
    })
  })

  test('has exactly one line that its solution has otherwise', () => {
    const two = readExercises(
      'exercises.yaml',
      SHEET.replace(
        'sub rsp, 16\n              mov byte [rbp - 1], 42\n              add rsp, 16',
        'sub rsp, 24\n              mov byte [rbp - 1], 42\n              add rsp, 24',
      ),
      [],
    )
    expect(() => present(two.exercises[0]!, 1, run)).toThrow(/differs in 2 lines/)
  })
})

test('an answer from when the exercise was an edit is still one', () => {
  const { task, ...rest } = present(back!, 1, run)
  if (task.kind !== 'fault') throw new Error('not a fault')
  const mended = task.lines.with(5, '    add rsp, 16').join('\n')
  expect(said(back!, { kind: 'edit', source: mended })).toEqual(['passed'])
  const stored = JSON.stringify({ kind: 'edit', source: mended })
  expect(readDraft({ task, ...rest }, stored)).toEqual({ kind: 'fault', line: 5, text: '    add rsp, 16' })
  const other = JSON.stringify({ kind: 'edit', source: 'ret' })
  expect(readDraft({ task, ...rest }, other)).toMatchObject({ line: -1 })
  expect(readDraft(present(fill!, 1, run), stored)).toEqual({ kind: 'build', source: mended })
  expect(said(fill!, { kind: 'edit', source: mended })[0]).toBe('wrong')
})

describe('what is built', () => {
  const with_ = (...lines: string[]) =>
    said(fill!, {
      kind: 'build',
      source: ['example:', 'push rbp', 'mov rbp, rsp', ...lines, 'leave', 'ret'].join('\n'),
    })
  const byte = (at: number) => `mov byte [rbp - ${at}], 1`

  test('must be there first, and then within its budget', () => {
    expect(with_(byte(1))).toEqual(['wrong', [0, false, 'Not filled.']])
    expect(with_(byte(1), byte(2), byte(3), byte(4))).toEqual([
      'wrong',
      [0, false, '7 instructions, of 5. One will do.'],
    ])
    expect(with_('mov dword [rbp - 4], 0x01010101')).toEqual(['passed', [0, true, '4 instructions, of 5.']])
  })
})

test('answers of both kinds come out of files as they went in, and nothing else does', () => {
  for (const answer of [
    { kind: 'fault', line: 3, text: 'ret' },
    { kind: 'build', source: 'ret' },
  ])
    expect(readAnswer(JSON.parse(JSON.stringify(answer)))).toEqual(answer)
  for (const no of [
    { kind: 'fault', line: -1, text: '' },
    { kind: 'fault', line: 3 },
    { kind: 'fault', line: 3, text: 'x'.repeat(201) },
    { kind: 'build' },
  ])
    expect(readAnswer(no)).toBeUndefined()
})
