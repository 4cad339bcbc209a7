/** The small parts: random numbers, fact names, texts, parameters, fragments, sets. */
import { describe, expect, test } from 'vitest'
import { describeFact } from '#exercises/worker/describe-fact.ts'
import { anotherSeed, linkedVariant, variantLink } from '#exercises/page/fragment.ts'
import { drawExamination, EXAMINATION_COUNT } from '#exercises/shared/examination.ts'
import { counts, describeOutcome, drawSet, readOutcomes, UNTOUCHED } from '#exercises/shared/mixed-set.ts'
import { drawValues, fill, fillAll, namesIn } from '#exercises/worker/parameters.ts'
import { Random } from '#exercises/shared/random.ts'
import { plainText, richText } from '#exercises/shared/rich-text.ts'
import { allSheets } from './lessons.ts'

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

describe('describeFact', () => {
  test.each([
    ['x.physicalAddress', 'Physical address', 'In which byte of RAM does `x` begin?', 4],
    ['variable(flags).offset', 'Offset from RBP', 'How far from RBP does `flags` lie?', 2],
    [
      'after("sub rsp, 8").registers.rsp',
      'RSP',
      'The instruction `sub rsp, 8` has just been executed. What does RSP hold?',
      0,
    ],
    [
      'before("leave").registers.rsp',
      'RSP',
      'The instruction `leave` is about to run. What does RSP hold?',
      0,
    ],
    ['after(1).registers.al', 'AL', 'The first instruction has just been executed. What does AL hold?', 1],
    ['after(3).root', 'Physical address', 'The first 3 instructions have just been executed. Which', 0],
    [
      'address(rbp - 1).pml4',
      'Index',
      'Which entry of the PML4 does the walk for the byte at `[rbp - 1]` use?',
      0,
    ],
    ['access(0).page', 'Page number', 'In which page does access 1 lie?', 2],
    ['region(stack).end', 'First address that', 'Where does the region *stack* end?', 0],
    ['memory(y + 1)', 'Byte', 'Which byte stands at `[y + 1]`?', 0],
    ['byte(y)', 'Byte', 'Which byte of RAM stands at `y`?', 0],
    ['function.frameSize', 'Bytes', 'How large is the stack frame?', 0],
    ['after(0).memory64(rsp)', 'Value', 'is about to run. What is `memory64(rsp)`?', 0],
  ])('asks for %s in words', (fact, label, question, mistakes) => {
    const described = describeFact(fact)
    expect(described.label).toContain(label)
    expect(described.prompt).toContain(question)
    expect(described.mistakes).toHaveLength(mistakes)
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

describe('an examination', () => {
  const pool = allSheets().flatMap(({ folder, sheet }) =>
    sheet.exercises.map(({ id, title, kind }) => ({ lesson: folder, lessonTitle: folder, id, title, kind })),
  )
  const kinds = [...new Set(pool.map(({ kind }) => kind))]
  const draw = (seed: number) => drawExamination(pool, EXAMINATION_COUNT, seed)

  test('is drawn by its seed, in the order of the course, from as many lessons as there are', () => {
    const drawn = draw(5)
    expect(drawn).toEqual(draw(5))
    expect(drawn).not.toEqual(draw(6))
    const places = drawn.map(({ lesson, id }) =>
      pool.findIndex((entry) => entry.lesson === lesson && entry.id === id),
    )
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(new Set(drawn.map(({ lesson }) => lesson)).size).toBe(EXAMINATION_COUNT)
  })

  test('has three at least of every kind that most lessons have, and one of each other, whatever the seed', () => {
    const lessonsWith = (wanted: string) =>
      new Set(pool.filter(({ kind }) => kind === wanted).map(({ lesson }) => lesson)).size
    for (let seed = 1; seed <= 100; seed++)
      for (const wanted of kinds) {
        const count = draw(seed).filter(({ kind }) => kind === wanted).length
        const least = 2 * lessonsWith(wanted) > allSheets().length ? 3 : 1
        expect(count, `${wanted}, seed ${seed}`).toBeGreaterThanOrEqual(least)
      }
  })

  test('takes a second one from a lesson where there are fewer lessons, and all where there are fewer exercises', () => {
    const few = pool.filter(({ lesson }) => lesson === pool[0]!.lesson)
    expect(drawExamination(few, 3, 1)).toHaveLength(3)
    expect(drawExamination(few, 99, 1)).toHaveLength(few.length)
  })
})
