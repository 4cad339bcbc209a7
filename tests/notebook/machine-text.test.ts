import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseMachine } from '#engine/machine/design/parse-machine.ts'
import { PRESETS } from '#engine/machine/design/presets.ts'
import { printMachine, SETTING_LINES } from '#engine/machine/design/settings.ts'
import { fieldsOf, withField } from '#notebook/page/machine-text.ts'

const EXAMPLES = SETTING_LINES.map(({ key, example }) => [key, example.slice(key.length + 1)] as const)

describe('the form of a machine', () => {
  test('has a field for each line, with what the machine has where nothing is written', () => {
    const fields = fieldsOf('machine csapp\n# a comment\npage 128 bytes # larger')
    expect(fields.find(({ key }) => key === 'page')).toMatchObject({ value: '128 bytes', usual: '' })
    expect(fields.find(({ key }) => key === 'addresses')).toMatchObject({ value: '', usual: '14 bits' })
    expect(fields.find(({ key }) => key === 'cache')).toMatchObject({
      usual: 'L1 16 lines of 4 bytes 1 way lru write-back',
    })
    expect(new Set(fields.map(({ key }) => key))).toEqual(new Set(SETTING_LINES.map(({ key }) => key)))
  })

  test('changes its line alone, keeps comments, and takes an emptied line away', () => {
    const source = '# homework\nmachine csapp\npage 128 bytes # larger\n'
    expect(withField(source, 'page', 0, '32 bytes')).toBe(
      '# homework\nmachine csapp\npage 32 bytes # larger\n',
    )
    expect(withField(source, 'page', 0, '')).toBe('# homework\nmachine csapp\n# larger\n')
    expect(withField(source, 'machine', 0, '')).toBe('# homework\npage 128 bytes # larger\n')
    expect(withField(source, 'ram', 0, ' 8 KiB ')).toContain('page 128 bytes # larger\nram 8 KiB\n')
    expect(withField('', 'machine', 0, 'sv39')).toBe('machine sv39')
    const two = withField('segment 1 2\nsegment 3 4', 'segment', 2, '5 6')
    expect(two).toBe('segment 1 2\nsegment 3 4\nsegment 5 6')
  })

  test('writes what it then shows, whatever is written into which field', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...EXAMPLES), fc.nat(2)), { maxLength: 8 }),
        (changes) => {
          let source = 'machine x86-64'
          for (const [[key, value], which] of changes) {
            const count = fieldsOf(source).filter((field) => field.key === key).length
            const index = Math.min(which, count - 1)
            source = withField(source, key, index, value)
            const field = fieldsOf(source).find((one) => one.key === key && one.index === index)
            expect(field?.value).toBe(value)
          }
        },
      ),
    )
  })

  test.each(Object.keys(PRESETS))('says of %s what could be written: it reads back as that', (name) => {
    const usual = fieldsOf(`machine ${name}`).filter((field) => field.index === 0 && field.usual !== '')
    const written = usual.flatMap((field) => field.usual.split('; ').map((one) => `${field.key} ${one}`))
    const read = parseMachine(written.join('\n'))
    expect(read.diagnostics).toEqual([])
    expect(read.settings).toMatchObject(PRESETS[name]!.settings)
    expect(printMachine(read.settings).trim().split('\n').sort()).toEqual([...written].sort())
  })
})
