import { describe, expect, it } from 'vitest'
import { hash } from '#notebook/hash.ts'
import { cellsThatDiffer, StoredEdits, type EditStore } from '#notebook/stored-edits.ts'

function memoryStore(items = new Map<string, string>()): EditStore {
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  }
}

const EDIT = { source: 'fn example() { let x: u8 = 99; }', original: hash('fn example() {}') }

describe('a reader’s edits', () => {
  it('come back on the next visit', () => {
    const store = memoryStore()
    expect(new StoredEdits('lesson', () => store).set('example', EDIT)).toBe(true)
    const next = new StoredEdits('lesson', () => store)
    expect(next.get('example')).toEqual(EDIT)
    expect(next.broken).toBe(false)
  })

  it('leave nothing behind when the last one is taken back', () => {
    const items = new Map<string, string>()
    const edits = new StoredEdits('lesson', () => memoryStore(items))
    edits.set('example', EDIT)
    edits.delete('example')
    expect(items.size).toBe(0)
  })

  it.each(['{', 'null', '[]', '"text"', '{"version":2,"cells":{}}', '{"version":1,"cells":[]}'])(
    'are given up where the browser returns %s',
    (damaged) => {
      const edits = new StoredEdits('lesson', () => memoryStore(new Map([['lesson', damaged]])))
      expect(edits.cells).toEqual([])
      expect(edits.broken).toBe(true)
      expect(edits.set('example', EDIT)).toBe(true)
    },
  )

  it('survive a damaged neighbour', () => {
    const text = JSON.stringify({ version: 1, cells: { good: EDIT, bad: { source: 7 } } })
    expect(new StoredEdits('lesson', () => memoryStore(new Map([['lesson', text]]))).cells).toEqual(['good'])
  })

  it('of two tabs do not overwrite each other', () => {
    const store = memoryStore()
    const [one, other] = [new StoredEdits('lesson', () => store), new StoredEdits('lesson', () => store)]
    one.set('example', EDIT)
    other.set('other', EDIT)
    one.delete('example')
    expect(new StoredEdits('lesson', () => store).cells).toEqual(['other'])
  })

  it('that would not be read back are not taken', () => {
    const edits = new StoredEdits('lesson', () => memoryStore())
    expect(edits.set('example', { ...EDIT, source: 'x'.repeat(100_001) })).toBe(false)
    expect(edits.broken).toBe(true)
  })

  it('are only not kept where storage is full, absent or forbidden', () => {
    const full: EditStore = { ...memoryStore(), setItem: () => raise('QuotaExceededError') }
    const forbidden = (): EditStore => raise('SecurityError')
    for (const open of [() => full, () => undefined, forbidden]) {
      const edits = new StoredEdits('lesson', open)
      expect(edits.set('example', EDIT)).toBe(false)
      expect(edits.get('example')).toBeUndefined()
      expect(edits.broken).toBe(true)
    }
  })
})

function raise(name: string): never {
  throw new DOMException('refused', name)
}

it('what another tab has changed is told by the cell', () => {
  const text = (cells: Record<string, string>) =>
    JSON.stringify({
      version: 1,
      cells: Object.fromEntries(Object.entries(cells).map(([id, source]) => [id, { source, original: 'x' }])),
    })
  expect(cellsThatDiffer(text({ a: '1', b: '2' }), text({ a: '1', b: '3', c: '4' }))).toEqual(['b', 'c'])
  expect(cellsThatDiffer(text({ a: '1' }), null)).toEqual(['a'])
  expect(cellsThatDiffer('{damaged', text({ a: '1' }))).toEqual(['a'])
})
