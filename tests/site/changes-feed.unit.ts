import { expect, test } from 'vitest'
import { changesFeed } from '#site/changes-feed.ts'

const CHANGELOG = `# Changelog

What may be noticed.

## Unreleased

### Added

- A lesson on \`a < b\`,
  and one on & more. It is long.

## [0.1.0]

### Fixed

- Something: it was wrong.
`

test('every bullet of the changelog is an item, with its version and kind, whatever signs are in it', () => {
  const feed = changesFeed(CHANGELOG, 'https://a.example/course/')
  const items = [...feed.matchAll(/<item>(.*?)<\/item>/g)].map(([, item]) => item)
  expect(items).toHaveLength(2)
  expect(items[0]).toContain('<title>A lesson on `a &lt; b`, and one on &amp; more</title>')
  expect(items[0]).toContain(
    'and one on &amp; more. It is long.</description><category>Added, Unreleased</category>',
  )
  expect(items[1]).toContain('<title>Something</title>')
  expect(items[1]).toContain('<category>Fixed, 0.1.0</category>')
  expect(feed).toContain('<link>https://a.example/course/</link>')
  const identities = [...feed.matchAll(/<guid isPermaLink="false">(.*?)</g)].map(([, guid]) => guid)
  expect(new Set(identities).size).toBe(2)
})
