import { beforeEach, describe, expect, it } from 'vitest'
import { hash } from '#notebook/shared/hash.ts'
import { StoredEdits } from '#notebook/page/stored-edits.ts'
import { SharedStorage, type TabStorage } from './faulty-storage.ts'

const EDIT = { source: 'fn example() { let x: u8 = 99; }', original: hash('fn example() {}') }
const OTHER = { ...EDIT, source: 'nop' }

let storage: SharedStorage
const open = (tab: TabStorage = storage.open()) => new StoredEdits('lesson', 'first', () => tab)

beforeEach(() => {
  storage = new SharedStorage()
})

describe('a reader’s edits', () => {
  it('come back on the next visit', () => {
    expect(open().keep('example', EDIT, undefined)).toBeUndefined()
    expect(open().get('example')).toEqual(EDIT)
  })

  it('leave nothing behind when the last one is taken back', () => {
    const edits = open()
    edits.keep('example', EDIT, undefined)
    edits.keep('example', undefined, EDIT.source)
    expect(storage.items.size).toBe(0)
  })

  it('are read whatever their lines end with', () => {
    open().keep('example', { ...EDIT, source: 'a\r\nb\rc' }, undefined)
    expect(open().get('example')?.source).toBe('a\nb\nc')
  })

  it('of two tabs do not overwrite each other', () => {
    const [one, other] = [open(), open()]
    one.keep('example', EDIT, undefined)
    other.keep('other', EDIT, undefined)
    one.keep('example', undefined, EDIT.source)
    expect(open().cells).toEqual(['other'])
  })

  it('that this page had not read are put aside before another takes their place', () => {
    const tab = storage.open()
    const [one, other] = [open(tab), open(tab)]
    one.keep('example', EDIT, undefined)
    other.keep('example', OTHER, undefined)
    expect(open().get('example')).toEqual(OTHER)
    expect(open().versions('example')).toMatchObject([
      { source: EDIT.source, inFavourOf: 'tab', isOpen: true },
    ])
  })

  it('are not overwritten where nothing can be put aside', () => {
    const tab = storage.open()
    const [one, other] = [open(tab), open(tab)]
    one.keep('example', EDIT, undefined)
    storage.fault = 'full'
    expect(other.keep('example', OTHER, undefined)).toBe('full')
    storage.fault = 'none'
    expect(open().get('example')).toEqual(EDIT)
  })

  it('that are too long leave what was kept before', () => {
    const edits = open()
    edits.keep('example', EDIT, undefined)
    expect(edits.keep('example', { ...EDIT, source: 'x'.repeat(100_001) }, EDIT.source)).toBe('long')
    expect(open().get('example')).toEqual(EDIT)
  })

  it('are only not kept where storage is full, absent or forbidden', () => {
    storage.fault = 'full'
    expect(open().keep('example', EDIT, undefined)).toBe('full')
    storage.fault = 'forbidden'
    expect(open().keep('example', EDIT, undefined)).toBe('absent')
    const none = new StoredEdits('lesson', 'first', () => undefined)
    expect(none.keep('example', EDIT, undefined)).toBe('absent')
    const refusing = new StoredEdits('lesson', 'first', () => {
      throw new DOMException('refused', 'SecurityError')
    })
    expect(refusing.keep('example', EDIT, undefined)).toBe('absent')
    expect([refusing.get('example'), refusing.cells, refusing.versions('example')]).toEqual([
      undefined,
      [],
      [],
    ])
  })

  it('are put back where somebody sweeps the storage', () => {
    const tab = storage.open()
    const edits = open(tab)
    edits.keep('example', EDIT, undefined)
    edits.putAside('example', 'older', 'own', false)
    storage.sweep()
    tab.hear((key, text) => void edits.attend(key, text))
    expect(open().get('example')).toEqual(EDIT)
    expect(open().versions('example')).toMatchObject([{ source: 'older' }])
  })
})

describe('versions', () => {
  it('are offered until the reader has decided, and found after it', () => {
    const edits = open()
    edits.putAside('example', 'older', 'link', true)
    edits.close('example', 'older')
    expect(open().versions('example')).toMatchObject([{ source: 'older', inFavourOf: 'link', isOpen: false }])
    edits.drop('example', 'older')
    expect(open().versions('example')).toEqual([])
  })

  it('that the reader has decided about are kept up to thirty', () => {
    const edits = open()
    edits.putAside('example', 'open', 'link', true)
    for (let number = 0; number < 40; number++) edits.putAside('example', `${number}`, 'own', false)
    expect(open().versions('example')).toHaveLength(31)
    expect(
      open()
        .versions('example')
        .map(({ source }) => source),
    ).toContain('open')
  })
})

describe('what used to be kept all together', () => {
  const together = (value: unknown) =>
    storage.items.set('lesson', typeof value === 'string' ? value : JSON.stringify(value))

  it('is taken over, cell by cell', () => {
    together({ version: 1, cells: { example: EDIT, other: OTHER } })
    const edits = open()
    expect([edits.get('example'), edits.get('other')]).toEqual([EDIT, OTHER])
    expect(storage.items.has('lesson')).toBe(false)
  })

  it('stays where it is as long as there is no room to take it over', () => {
    together({ version: 1, cells: { example: EDIT } })
    storage.fault = 'full'
    open()
    storage.fault = 'none'
    expect(open().get('example')).toEqual(EDIT)
  })

  it('is offered beside what has been written since', () => {
    open().keep('example', OTHER, undefined)
    together({ version: 1, cells: { example: EDIT } })
    expect(open().get('example')).toEqual(OTHER)
    expect(open().versions('example')).toMatchObject([{ source: EDIT.source, isOpen: true }])
  })

  it.each(['{', 'null', '[]', '"text"', '{"version":3,"cells":{}}', '{"version":1,"cells":[]}'])(
    'is offered as it is where it is %s',
    (damaged) => {
      together(damaged)
      const edits = open()
      expect(edits.cells).toEqual([])
      expect(edits.versions('first')).toMatchObject([{ source: damaged, inFavourOf: 'damage', isOpen: true }])
      expect(edits.keep('example', EDIT, undefined)).toBeUndefined()
    },
  )

  it('survives a damaged neighbour, which is offered with everything', () => {
    const text = JSON.stringify({ version: 1, cells: { good: EDIT, bad: { source: 7 } } })
    together(text)
    expect(open().get('good')).toEqual(EDIT)
    expect(open().versions('first')).toMatchObject([{ source: text }])
  })
})

describe('a damaged value', () => {
  it('costs no other, and what is left of it is offered', () => {
    const edits = open()
    edits.keep('example', EDIT, undefined)
    edits.keep('other', OTHER, undefined)
    edits.putAside('example', 'older', 'link', true)
    for (const name of [...storage.items.keys()]) {
      const whole = storage.items.get(name)!
      for (const damaged of [whole.slice(3), whole.replace('"', '?'), whole.replace(':2', ':3'), '']) {
        storage.items.set(name, damaged)
        const found = open(storage.open())
        const all = ['example', 'other'].flatMap((cell) => [
          found.get(cell)?.source ?? '',
          ...found.versions(cell).map(({ source }) => source),
        ])
        for (const source of [EDIT.source, OTHER.source, 'older']) {
          const isDamaged = whole.endsWith(`\n${source}`) && damaged === ''
          expect(isDamaged || all.some((each) => each.endsWith(source)), `${name}: ${damaged}`).toBe(true)
        }
        for (const key of [...storage.items.keys()]) storage.items.delete(key)
        const again = open()
        again.keep('example', EDIT, undefined)
        again.keep('other', OTHER, undefined)
        again.putAside('example', 'older', 'link', true)
      }
    }
  })
})
