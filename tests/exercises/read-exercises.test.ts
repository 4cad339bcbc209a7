/** What an author gets wrong is said with file and line; what they write in one line becomes a question. */
import { describe, expect, test } from 'vitest'
import { judge } from '#exercises/worker/judge.ts'
import { runCells } from '#exercises/worker/laboratory.ts'
import { present } from '#exercises/worker/present.ts'
import { readExercises } from '#exercises/build/read-exercises.ts'
import { plainText } from '#exercises/shared/rich-text.ts'
import { readCells } from '#notebook/build/read-cells.ts'

const CELLS = readCells('lesson.mdx', '<Cell file="example.asm" id="example" stop="end" />', () =>
  ['example:', 'push rbp', 'mov rbp, rsp', 'sub rsp, 8', 'leave', 'ret'].join('\n'),
)

const read = (text: string) => readExercises('exercises.yaml', text, CELLS)

const PREDICT = `exercises:
  - id: offset
    kind: predict
    title: Offset
    prompt: Where?
    parameters:
      n: { integer: [1, 9] }
    given:
      - rust: 'fn f() { let x: u8 = \${n}; }'
    ask: x.offset
    explanation: There.
`

describe('a mistake of the author', () => {
  test.each([
    ['exercises: []', 1, 'exercises'],
    [PREDICT.replace('kind: predict', 'kind: guess'), 3, 'kind'],
    [PREDICT.replace('ask: x.offset', 'ask: x.offset\n    mistakes: [wrong-foot]'), 11, 'no such mistake'],
    [PREDICT.replace('prompt: Where?', 'prompts: Where?'), 5, '“prompts” is not known'],
    [PREDICT.replace('[1, 9]', '[9, 1]'), 7, 'the lower bound comes first'],
    [PREDICT.replace('Where?', 'Where is ${m}?'), 2, '${m} stands for no parameter'],
    [PREDICT.replace('Where?', 'Where is 0x5FFF?'), 2, '0x5FFF is typed by hand'],
    [PREDICT.replace('    given:\n', '    of: nothing\n    given:\n'), 8, 'no cell “nothing”'],
    [PREDICT + PREDICT.replace('exercises:\n', ''), 12, 'is called “offset” already'],
    [
      PREDICT.replace('ask: x.offset', 'ask: x.colour'),
      10,
      'from its character 3 on. There is no “colour” of x',
    ],
    [PREDICT.replace('ask: x.offset', 'ask: memory(x + ${n}'), 10, '“memory(x + 1” is no fact'],
    [PREDICT.replace('There.', 'At <Fact of="flags.offset" />.'), 11, 'variable(flags)'],
    ['exercises:\n  - id: [', 2, ''],
  ])('%#: is told with its line', (text, line, part) => {
    expect(() => read(text)).toThrow(`exercises.yaml:${line}: `)
    expect(() => read(text)).toThrow(part)
  })

  test('an ambiguous diagnosis is refused, not shown', () => {
    const [exercise] = read(
      PREDICT.replace(
        'ask: x.offset',
        'ask: x.offset\n    mistakes: [direction-reversed, highest-byte-named]',
      ),
    ).exercises
    expect(() => present(exercise!, 1, runCells)).toThrow('“highest-byte-named” leads to the right answer')
  })
})

describe('one line', () => {
  const [exercise] = read(
    `exercises:\n  - { predict: 'after("sub rsp, 8").registers.rsp', of: example, vary: { 8: [8, 16, 24] } }`,
  ).exercises

  test('makes a question of a step of a cell’s trace', () => {
    const shown = present(exercise!, 3, runCells)
    expect(plainText(shown.prompt)).toMatch(
      /^The instruction sub rsp, (8|16|24) has just been executed\. What does RSP hold\?$/,
    )
    expect(shown.task).toEqual({ kind: 'predict', fields: [{ label: 'RSP', bytes: false }] })
  })

  test('has its answer from the engine', () => {
    for (const seed of [1, 2, 3, 4]) {
      const { listings, solution } = present(exercise!, seed, runCells)
      const frame = BigInt(/sub rsp, (\d+)/.exec(listings[0]!.source)![1]!)
      const texts = [(0x7fff_007f_f000n - frame).toString()]
      expect(judge(exercise!, seed, { kind: 'predict', texts }, runCells).outcome).toBe('passed')
      expect(solution).toMatchObject({ kind: 'predict' })
    }
  })
})
