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
    {
      ...{ id: 'two', kind: 'edit', prompt: 'Change it.', ask: [{ fact: 'x.offset', label: 'Offset' }] },
      parameters: { text: { choice: [{ text: 'u8' }, 'u16'] } },
      given: [{ rust: 'fn f() {}', title: 'Mine' }],
      buckets: { ram: 'RAM' },
      expect: [{ fact: 'x.offset', is: '-1', otherwise: 'No.' }],
    },
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

it('puts whatever is said into its place, deep inside as well', () => {
  const two = {
    ask: { 0: { label: 'Versatz' } },
    given: { 0: { title: 'Meins' } },
    buckets: { ram: 'Speicher' },
    expect: { 0: { otherwise: 'Nein.' } },
  }
  const { exercises } = translated({ two }) as typeof ORIGINAL
  expect(exercises[1]).toEqual({
    ...ORIGINAL.exercises[1],
    ask: [{ fact: 'x.offset', label: 'Versatz' }],
    given: [{ rust: 'fn f() {}', title: 'Meins' }],
    buckets: { ram: 'Speicher' },
    expect: [{ fact: 'x.offset', is: '-1', otherwise: 'Nein.' }],
  })
})

it.each([
  { id: 'dos' },
  { kind: 'order' },
  { ask: { 0: { fact: 'y.offset' } } },
  { parameters: { text: { choice: { 0: { text: 'u32' } } } } },
  { parameters: { text: { choice: { 1: 'u32' } } } },
  { given: { 0: { rust: 'fn g() {}' } } },
  { expect: { 0: { is: '-2' } } },
])('refuses to change what is asked, drawn or judged: %j', (two) => {
  expect(() => translated({ two })).toThrow('only what is said can be translated')
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
