import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeProgress, readProgressFile, writeProgressFile } from '#exercises/page/progress-file.ts'
import { describeDamage, passedIn } from '#exercises/page/progress-marks.ts'
import {
  mergeRecords,
  PROGRESS_STATES,
  readRecord,
  type ProgressRecord,
} from '#exercises/page/progress-record.ts'
import { ProgressStore, type ProgressStorage } from '#exercises/page/progress-store.ts'

const RECORD: ProgressRecord = {
  state: 'passed',
  hash: 'abc',
  attempts: 2,
  seed: 5,
  hints: 1,
  seen: false,
  draft: '{}',
  at: 1000,
}

const records = fc.record(
  {
    state: fc.constantFrom(...PROGRESS_STATES),
    hash: fc.constantFrom('a', 'b'),
    attempts: fc.nat(9),
    seed: fc.nat(9),
    hints: fc.nat(3),
    seen: fc.boolean(),
    draft: fc.constantFrom('', '{}'),
    right: fc.record(
      {
        seed: fc.nat(2),
        draft: fc.constantFrom('1', '2'),
        at: fc.nat(3),
        tries: fc.nat(2),
        seen: fc.constant(true as const),
      },
      { requiredKeys: ['seed', 'draft'] },
    ),
    began: fc.nat(3),
    at: fc.nat(3),
  },
  { requiredKeys: ['state', 'hash', 'attempts', 'seed', 'hints', 'seen', 'draft', 'at'] },
)
const courses = fc
  .dictionary(fc.constantFrom('l/a', 'l/b', 'm/a'), records)
  .map((all) => new Map(Object.entries(all)))

class Memory implements ProgressStorage {
  readonly items = new Map<string, string>()
  get length(): number {
    return this.items.size
  }
  key(index: number): string | null {
    return [...this.items.keys()][index] ?? null
  }
  getItem(key: string): string | null {
    return this.items.get(key) ?? null
  }
  setItem(key: string, value: string): void {
    this.items.set(key, value)
  }
  removeItem(key: string): void {
    this.items.delete(key)
  }
}

const open = (memory: ProgressStorage) => new ProgressStore('p:', () => memory)

describe('merging', () => {
  test('agrees in either order, and with itself', () => {
    fc.assert(
      fc.property(records, records, records, (a, b, c) => {
        expect(mergeRecords(a, b)).toEqual(mergeRecords(b, a))
        expect(mergeRecords(a, a)).toEqual(a)
        expect(mergeRecords(mergeRecords(a, b), b)).toEqual(mergeRecords(a, b))
        expect(mergeRecords(mergeRecords(a, b), c).state).toBe(mergeRecords(a, mergeRecords(b, c)).state)
      }),
    )
  })

  test('loses nothing', () => {
    fc.assert(
      fc.property(courses, courses, (a, b) => {
        const merged = mergeProgress(a, b)
        expect(new Set(merged.keys())).toEqual(new Set([...a.keys(), ...b.keys()]))
        for (const [key, { state }] of merged) {
          const best = [a.get(key), b.get(key)].map((each) => PROGRESS_STATES.indexOf(each?.state ?? 'begun'))
          expect(PROGRESS_STATES.indexOf(state)).toBe(Math.max(...best))
        }
      }),
    )
  })

  test('keeps the best that was reached and the work that was done last', () => {
    const later = { ...RECORD, state: 'begun', seed: 9, hash: 'new', at: 2000 } as const
    expect(mergeRecords(RECORD, later)).toEqual({ ...later, state: 'passed', hash: 'abc' })
  })
})

describe('a file', () => {
  test('is read as it was written', () => {
    fc.assert(
      fc.property(courses, (course) => {
        expect(readProgressFile(writeProgressFile(course))).toEqual({
          ok: true,
          records: course,
          unreadable: 0,
        })
      }),
    )
  })

  test.each([
    ['', 'no JSON'],
    ['[]', 'not a file with progress'],
    ['{"format": "pagewalk-progress", "version": 9}', 'later version'],
    ['{"format": "pagewalk-progress", "version": 1}', 'no progress'],
  ])('%s is refused with a sentence', (text, part) => {
    expect(readProgressFile(text)).toMatchObject({
      ok: false,
      message: expect.stringContaining(part) as string,
    })
  })

  test('that is damaged in places gives what can be read', () => {
    const file = {
      format: 'pagewalk-progress',
      version: 1,
      exercises: { 'l/a': RECORD, 'l/b': 7, '../x': RECORD },
    }
    const read = readProgressFile(JSON.stringify(file))
    expect(read).toEqual({ ok: true, records: new Map([['l/a', RECORD]]), unreadable: 2 })
  })

  test('that is anything at all throws nothing', () => {
    fc.assert(fc.property(fc.json(), (text) => void readProgressFile(text)))
    fc.assert(fc.property(fc.anything(), (value) => void readRecord(value)))
  })
})

describe('the store', () => {
  test('gives back on the next visit what was put in', () => {
    const memory = new Memory()
    open(memory).set('l/a', RECORD)
    const again = open(memory)
    expect(again.get('l/a')).toEqual(RECORD)
    expect(again.damage).toEqual({ repaired: 0, lost: 0 })
    expect(again.last).toBe('l/a')
    expect(passedIn('l', again)).toBe(1)
  })

  test('reports damage once, repairs what it can, and puts the rest aside', () => {
    const memory = new Memory()
    open(memory).set('l/whole', RECORD)
    memory.setItem('p:l/half', JSON.stringify({ ...RECORD, attempts: 'many', draft: 5 }))
    memory.setItem('p:l/torn', '{"state":"passed","hash":"abc","attem')
    memory.setItem('p:l/gone', 'x'.repeat(50))
    memory.setItem('other', 'not ours')

    const store = open(memory)
    expect(store.damage).toEqual({ repaired: 2, lost: 1 })
    expect(store.get('l/whole')).toEqual(RECORD)
    expect(store.get('l/half')).toEqual({ ...RECORD, attempts: 0, draft: '' })
    expect(store.get('l/torn')).toMatchObject({ state: 'passed', hash: 'abc' })
    expect(store.export()).toContain('x'.repeat(50))
    expect(open(memory).damage).toEqual({ repaired: 0, lost: 0 })
    expect(memory.getItem('other')).toBe('not ours')
    expect(describeDamage(2, 1)).toContain('2 entries of your progress were damaged')
  })

  test('imports what it exported, into what is there already', () => {
    const [one, other] = [new Memory(), new Memory()]
    const from = open(one)
    from.set('l/a', RECORD)
    const to = open(other)
    to.set('l/b', { ...RECORD, state: 'begun' })
    expect(to.import(from.export())).toMatchObject({ ok: true, records: 1, unreadable: 0 })
    expect([...open(other).records.keys()].sort()).toEqual(['l/a', 'l/b'])
  })

  test('forgets everything, and nothing of others', () => {
    const memory = new Memory()
    memory.setItem('other', '1')
    const store = open(memory)
    store.set('l/a', RECORD)
    store.clear()
    expect([...memory.items.keys()]).toEqual(['other'])
    expect(store.records.size).toBe(0)
  })

  test('takes up what another tab has stored', () => {
    const memory = new Memory()
    const store = open(memory)
    memory.setItem('p:l/a', JSON.stringify(RECORD))
    store.reread('p:l/a')
    expect(store.get('l/a')).toEqual(RECORD)
  })

  test('takes nothing back that another tab has reached and not told yet', () => {
    const memory = new Memory()
    const [one, other] = [open(memory), open(memory)]
    other.set('l/a', { ...RECORD, right: { seed: 5, draft: '"right"' } })
    one.set('l/a', { ...RECORD, state: 'begun', attempts: 1, draft: '"typed"', at: 10 })
    expect(open(memory).get('l/a')).toMatchObject({
      state: 'passed',
      attempts: 2,
      draft: '"typed"',
      right: { seed: 5, draft: '"right"' },
    })
    other.reread('p:l/a')
    expect(other.get('l/a')?.state).toBe('passed')
  })

  test('keeps what an earlier version has kept of an answer that passed, and prefers one given without a look', () => {
    const memory = new Memory()
    const old = { ...RECORD, right: { seed: 5, draft: '"old"' } }
    memory.setItem('p:l/a', JSON.stringify(old))
    const store = open(memory)
    expect(store.get('l/a')).toEqual(old)
    expect(store.damage).toEqual({ repaired: 0, lost: 0 })
    const looked = { seed: 6, draft: '"looked"', at: 9, tries: 3, seen: true } as const
    store.set('l/a', { ...RECORD, at: 2000, began: 1500, right: looked })
    expect(store.get('l/a')).toMatchObject({ right: { draft: '"old"' }, began: 1500 })
    const own = { seed: 7, draft: '"own"', at: 10, tries: 4 }
    store.set('l/a', { ...RECORD, at: 3000, began: 2500, right: own })
    expect(open(memory).get('l/a')).toMatchObject({ right: own, began: 1500 })
  })

  test('has the latest word even within one millisecond', () => {
    const memory = new Memory()
    const store = open(memory)
    for (const draft of ['"b"', '"a"']) store.set('l/a', { ...RECORD, draft })
    expect(open(memory).get('l/a')?.draft).toBe('"a"')
  })

  test('keeps again what somebody else has swept away with everything', () => {
    const memory = new Memory()
    const store = open(memory)
    store.set('l/a', RECORD)
    memory.items.clear()
    store.reread(null)
    expect(open(memory).get('l/a')).toEqual(RECORD)
  })

  test('keeps long drafts, and overwrites nothing that it could not put aside', () => {
    const memory = new Memory()
    const draft = JSON.stringify({ kind: 'edit', source: 'mov eax, 1\n'.repeat(9000) })
    open(memory).set('l/a', { ...RECORD, draft })
    expect(open(memory).get('l/a')?.draft).toBe(draft)
    memory.setItem('p:l/half', JSON.stringify({ ...RECORD, attempts: 'many' }))
    const refusing: ProgressStorage = Object.assign(Object.create(memory) as Memory, {
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError')
      },
    })
    open(refusing)
    expect(memory.getItem('p:l/half')).toContain('many')
  })

  test('without a browser’s leave, works and says that nothing is kept', () => {
    const store = new ProgressStore('p:', () => {
      throw new Error('denied')
    })
    store.set('l/a', RECORD)
    expect(store.get('l/a')).toEqual(RECORD)
    expect(store.notKept).toBe(true)
  })
})
