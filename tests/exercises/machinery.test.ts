/** The small parts: random numbers, fact names, texts, parameters, fragments, sets. */
import { describe, expect, test } from 'vitest'
import { factPath, sibling, withMoment } from '#exercises/fact-path.ts'
import { anotherSeed, linkedVariant, variantLink } from '#exercises/fragment.ts'
import { counts, describeOutcome, drawSet, readOutcomes, UNTOUCHED } from '#exercises/mixed-set.ts'
import { drawValues, fill, fillAll, namesIn } from '#exercises/parameters.ts'
import { Random } from '#exercises/random.ts'
import { plainText, richText } from '#exercises/rich-text.ts'

describe('Random', () => {
  test('yields the same numbers for the same seed, in every browser', () => {
    const random = new Random(1)
    expect([random.next(), random.next(), random.next()]).toEqual([
      2_347_010_974, 1_973_779_238, 1_061_036_011,
    ])
  })

  test('spreads over its range', () => {
    const random = new Random(7)
    const counted = [0, 0, 0, 0]
    for (let draw = 0; draw < 4000; draw++) counted[random.below(4)]! += 1
    for (const count of counted) expect(Math.abs(count - 1000)).toBeLessThan(120)
  })

  test('shuffles without losing anything', () => {
    const items = [1, 2, 3, 4, 5]
    expect(new Random(3).shuffle(items).sort()).toEqual(items)
  })
})

describe('factPath', () => {
  test.each([
    ['x.physicalAddress', undefined, 'x', 'physicalAddress'],
    ['after("sub rsp, 8").registers.rsp', '"sub rsp, 8"', 'registers', 'rsp'],
    ['after(3).x.value', '3', 'x', 'value'],
    ['address(rbp - 1).page', undefined, 'address(rbp - 1)', 'page'],
    ['memory(y + 1)', undefined, '', 'memory(y + 1)'],
    ['root', undefined, '', 'root'],
  ])('takes %s apart', (name, moment, subject, property) => {
    expect(factPath(name)).toEqual({ name, ...(moment === undefined ? {} : { moment }), subject, property })
  })

  test('names neighbours at the same moment', () => {
    const path = factPath('after(2).x.page')
    expect(sibling(path, 'pageOffset')).toBe('after(2).x.pageOffset')
    expect(withMoment(path, 'registers.rsp')).toBe('after(2).registers.rsp')
  })
})

describe('richText', () => {
  test('reads code, strong, emphasis and paragraphs', () => {
    expect(richText('A `b` **c**\n*d*.\n\nE')).toEqual([
      [
        { kind: 'text', text: 'A ' },
        { kind: 'code', text: 'b' },
        { kind: 'text', text: ' ' },
        { kind: 'strong', text: 'c' },
        { kind: 'text', text: ' ' },
        { kind: 'emphasis', text: 'd' },
        { kind: 'text', text: '.' },
      ],
      [{ kind: 'text', text: 'E' }],
    ])
    expect(plainText(richText('A `b`\n\nc'))).toBe('A b c')
  })
})

describe('parameters', () => {
  test('fills what was drawn, and what that has placeholders for', () => {
    const values = { n: '3', 'load.text': 'mov al, ${n}' }
    expect(fill('${load.text}; ${n}; ${other}', values)).toBe('mov al, 3; 3; ${other}')
    expect(fillAll({ a: ['${n}'], b: 7 }, values)).toEqual({ a: ['3'], b: 7 })
    expect(namesIn('${a} ${b.c}')).toEqual(['a', 'b.c'])
  })

  test('draws within bounds, by steps', () => {
    const parameter = { kind: 'integer', from: 0x1000, to: 0x5fff, step: 0x1000, hexadecimal: true } as const
    for (let seed = 1; seed < 50; seed++) {
      expect(drawValues({ frame: parameter }, new Random(seed))['frame']).toMatch(/^0x[1-5]000$/)
    }
  })
})

describe('a link to a variant', () => {
  test('is read as it is written', () => {
    const variant = { id: 'second-offset', seed: 27 }
    expect(linkedVariant(variantLink(variant))).toEqual(variant)
  })

  test.each(['', '#', '#exercise-x', '#exercise-x=', '#exercise-x=1e9', '#exercise-<b>=1', '#x=1'])(
    'is none in “%s”',
    (fragment) => expect(linkedVariant(fragment)).toBeUndefined(),
  )

  test('another one is another one', () => {
    for (const random of [0, 0.5, 0.999_999]) expect(anotherSeed(1, () => random)).not.toBe(1)
  })
})

describe('a mixed set', () => {
  const pool = ['a', 'b', 'c', 'd'].flatMap((lesson) =>
    [1, 2, 3, 4].map((n) => ({ lesson, lessonTitle: lesson, id: `${lesson}${n}`, title: 't' })),
  )

  test('is the same for a seed, has no exercise twice, and draws from every lesson', () => {
    const set = drawSet(pool, 10, 5)
    expect(set).toEqual(drawSet(pool, 10, 5))
    expect(new Set(set.map(({ id }) => id)).size).toBe(10)
    expect(new Set(set.map(({ lesson }) => lesson)).size).toBe(4)
    expect(drawSet(pool, 10, 6)).not.toEqual(set)
  })

  test('takes all there are where there are fewer', () =>
    expect(drawSet(pool.slice(0, 3), 10, 1)).toHaveLength(3))

  test('says how each went', () => {
    const outcome = { passed: true, attempts: 1, hints: 0, seen: false }
    expect(describeOutcome(outcome)).toBe('right at the first attempt')
    expect(describeOutcome({ ...outcome, attempts: 3, hints: 2 })).toBe('right at attempt 3, with 2 hints')
    expect(describeOutcome({ ...outcome, seen: true })).toBe('right, after a look at the answer')
    expect(describeOutcome(UNTOUCHED)).toBe('not answered')
    expect([counts(outcome), counts({ ...outcome, seen: true })]).toEqual([true, false])
  })

  test('reads stored outcomes, and what is no outcome as untouched', () => {
    const stored = JSON.stringify([{ passed: true, attempts: 1, hints: 0, seen: false }, { passed: 'x' }])
    expect(readOutcomes(stored, 3).map(({ passed }) => passed)).toEqual([true, false, false])
    expect(readOutcomes('{', 1)).toEqual([UNTOUCHED])
  })
})
