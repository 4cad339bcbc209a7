import { expect, it } from 'vitest'
import { translateExercises } from '#exercises/build/translate-exercises.ts'

const ORIGINAL = {
  mixed: 3,
  exercises: [
    {
      id: 'one',
      kind: 'predict',
      prompt: 'What is ${value}?',
      hints: ['Count.', 'See <Fact of="x.size" />.'],
    },
    { id: 'two', kind: 'edit', prompt: 'Change it.' },
  ],
}

function fail(at: readonly string[], message: string): never {
  throw new Error(`${at.join('.')}: ${message}`)
}

const translated = (said: unknown) => translateExercises(ORIGINAL, said, fail)

it('puts each sentence in the place of the original’s, and leaves the rest', () => {
  const said = { one: { prompt: 'Was ist ${value}?', hints: { 1: 'Sieh <Fact of="x.size" />.' } } }
  expect(translated(said)).toEqual({
    mixed: 3,
    exercises: [
      {
        id: 'one',
        kind: 'predict',
        prompt: 'Was ist ${value}?',
        hints: ['Count.', 'Sieh <Fact of="x.size" />.'],
      },
      ORIGINAL.exercises[1],
    ],
  })
})

it.each([
  ['an exercise that there is not', { three: { prompt: 'Wo?' } }, 'three: there is nothing'],
  [
    'a hint too many',
    { one: { hints: ['Zähl.', 'Sieh <Fact of="x.size" />.', 'Mehr.'] } },
    'one.hints.2: there',
  ],
  ['a list in the place of a sentence', { one: { prompt: ['Was?'] } }, 'one.prompt: only what is said'],
  [
    'a parameter that is lost',
    { one: { prompt: 'Was ist das?' } },
    'one.prompt: what is filled in is nothing',
  ],
  ['another fact', { one: { hints: { 1: 'Sieh <Fact of="y.size" />.' } } }, 'one.hints.1: what is filled in'],
])('refuses %s', (_what, said, message) => {
  expect(() => translated(said)).toThrow(message)
})
