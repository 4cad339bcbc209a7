import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linkFragment as makeFragment, readFragment, type SharedSources } from '#notebook/page/share-link.ts'

const SOURCES = new Map([
  ['example', 'fn example() {\n    let x: u8 = 99; // ünïcödé 🦀\n}'],
  ['page-table', '0x7FFF007FE → 0xA000 RW'],
])

/** Of sources that are not too much for a link. */
async function linkFragment(sources: SharedSources): Promise<string> {
  const fragment = await makeFragment(sources)
  if (fragment === undefined) throw new Error('too much for a link')
  return fragment
}

test('what is put into a link is read from it', async () => {
  const fragment = await linkFragment(SOURCES)
  expect(fragment).toMatch(/^#edits=1\.[\w-]+$/)
  expect(await readFragment(fragment)).toEqual({ kind: 'sources', sources: SOURCES })
})

test('any text survives', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(
        fc.string({ minLength: 1 }),
        fc.string().map((text) => text.replaceAll('\r', '')),
        { minKeys: 1 },
      ),
      async (sources) => {
        const given = new Map(Object.entries(sources))
        expect(await readFragment(await linkFragment(given))).toEqual({ kind: 'sources', sources: given })
      },
    ),
    { numRuns: 50 },
  )
})

test('lines end as the editor ends them, whatever system they were written on', async () => {
  const fragment = await linkFragment(new Map([['example', 'a\r\nb\rc\n']]))
  expect(await readFragment(fragment)).toMatchObject({ sources: new Map([['example', 'a\nb\nc\n']]) })
})

test('what is too much for a link gives none, and what gives one is read from it', async () => {
  let state = 1
  const noise = (length: number) =>
    Array.from({ length }, () =>
      String.fromCharCode(32 + ((state = (state * 48_271) % 2_147_483_647) % 90)),
    ).join('')
  for (const length of [700_000, 790_000]) {
    const sources = new Map([['noise', noise(length)]])
    const fragment = await makeFragment(sources)
    if (fragment !== undefined) expect((await readFragment(fragment)).kind).toBe('sources')
  }
  expect(await makeFragment(new Map([['long', 'x'.repeat(700_000)]]))).toBeDefined()
  expect(await makeFragment(new Map([['long', 'x'.repeat(900_000)]]))).toBeUndefined()
})

test('repetition takes little room', async () => {
  const fragment = await linkFragment(new Map([['long', 'mov eax, [rbp - 4]\n'.repeat(2000)]]))
  expect(fragment.length).toBeLessThan(400)
})

test('another fragment is none of ours', async () => {
  for (const fragment of ['', '#', '#cell-example', '#edit', '#x=1.abc']) {
    expect(await readFragment(fragment)).toEqual({ kind: 'none' })
  }
})

describe('a damaged link', () => {
  const unreadable = async (fragment: string) => {
    const read = await readFragment(fragment)
    return read.kind === 'unreadable' ? read.message : `it was read as ${read.kind}`
  }

  test('is refused with a sentence, wherever it was cut off', async () => {
    const whole = await linkFragment(SOURCES)
    for (const length of [7, 8, 9, 10, 12, 30, whole.length - 10, whole.length - 1]) {
      expect(await unreadable(whole.slice(0, length))).toMatch(/cannot be read: perhaps it was cut off/)
    }
  })

  test('of another version says so', async () => {
    expect(await unreadable('#edits=2.abcd')).toMatch(/comes from a newer one/)
  })

  test('that holds something else is refused', async () => {
    for (const value of ['[]', '{}', '7', '{"a":1}', 'null', '{']) {
      const packed = await new Response(
        new Blob([value]).stream().pipeThrough(new CompressionStream('deflate-raw')),
      ).arrayBuffer()
      expect(await unreadable(`#edits=1.${Buffer.from(packed).toString('base64url')}`)).toMatch(
        /cannot be read/,
      )
    }
  })

  test('that unpacks to very much is given up', async () => {
    const fragment = await linkFragment(new Map([['bomb', 'A'.repeat(700_000)]]))
    expect(await readFragment(fragment)).toMatchObject({ kind: 'sources' })
    const packed = await new Response(
      new Blob(['A'.repeat(50_000_000)]).stream().pipeThrough(new CompressionStream('deflate-raw')),
    ).arrayBuffer()
    expect(await unreadable(`#edits=1.${Buffer.from(packed).toString('base64url')}`)).toMatch(
      /cannot be read/,
    )
  })

  test('of random characters never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        expect((await readFragment(`#edits=1.${text}`)).kind).not.toBe('none')
      }),
    )
  })
})
