import { describe, expect, test } from 'vitest'
import { KeyReader, KEYS, type PressedKey } from '#notebook/page/keys.ts'

const press = (key: string, held: Partial<PressedKey> = {}): PressedKey => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
})

describe('keys', () => {
  test('every key of the table does what the table says', () => {
    for (const { keys, mode, command } of KEYS) {
      for (const key of keys) {
        const reader = new KeyReader(true)
        const where = mode === 'edit' ? 'edit' : 'command'
        const commands = key.split(' ').map((name, at) => {
          const [, held, bare] = /^(?:(Shift|Ctrl|Meta|Alt)\+)?(.+)$/.exec(name)!
          const shifted = /^[?JK]$/.test(bare!) || held === 'Shift'
          return reader.read(
            press(bare!, {
              shiftKey: shifted,
              ctrlKey: held === 'Ctrl',
              metaKey: held === 'Meta',
              altKey: held === 'Alt',
            }),
            where,
            100 * at,
          )
        })
        expect(commands.at(-1), key).toBe(command)
        expect(commands.slice(0, -1).every((other) => other === undefined)).toBe(true)
      }
    }
  })

  test('no key has two meanings', () => {
    for (const mode of ['edit', 'command'] as const) {
      const names = KEYS.filter((key) => key.mode === mode || key.mode === 'both').flatMap(({ keys }) => keys)
      expect(new Set(names).size).toBe(names.length)
    }
  })

  test('in a lesson nobody adds or deletes cells', () => {
    const reader = new KeyReader()
    for (const key of ['a', 'b', 'd', 'd', 'z']) expect(reader.read(press(key), 'command', 0)).toBeUndefined()
  })

  test('letters are the editor’s own while one types', () => {
    const reader = new KeyReader()
    for (const key of ['j', 'k', 'i', 'i', '0', '0', '?', 'c']) {
      expect(reader.read(press(key, { shiftKey: key === '?' }), 'edit', 0)).toBeUndefined()
    }
  })

  test('two keys far apart are no pair, and a third begins anew', () => {
    const reader = new KeyReader()
    expect([0, 2000, 2100, 2200].map((at) => reader.read(press('i'), 'command', at))).toEqual([
      undefined,
      undefined,
      'interrupt',
      undefined,
    ])
  })

  test('a browser’s own shortcuts are left alone', () => {
    const reader = new KeyReader()
    for (const held of ['ctrlKey', 'metaKey', 'altKey'] as const) {
      expect(reader.read(press('c', { [held]: true }), 'command', 0)).toBeUndefined()
    }
  })
})
