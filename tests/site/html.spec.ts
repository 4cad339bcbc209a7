import { builtPages } from './built-pages.ts'
import { expect, test } from './fixtures.ts'

for (const { path, html } of builtPages()) {
  test.describe(`/${path}`, () => {
    test('has a policy that allows nothing inline that is not hashed', () => {
      const policy = /<meta http-equiv="content-security-policy" content="([^"]*)"/i.exec(html)?.[1] ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("worker-src 'self'")
      expect(policy).not.toContain('unsafe')
      expect(policy).not.toMatch(/https?:|\*/)
    })

    test('has no style attributes and no inline handlers', () => {
      const tags = html.match(/<[a-z][^>]*>/gi) ?? []
      expect(tags.filter((tag) => /\sstyle\s*=/i.test(tag))).toEqual([])
      expect(tags.filter((tag) => /\son[a-z]+\s*=/i.test(tag))).toEqual([])
    })

    test('has a language, one heading, a title and a description', () => {
      expect(html).toMatch(new RegExp(`<html[^>]* lang="${/^([a-z]{2})\//.exec(path)?.[1] ?? 'en'}"`))
      expect(html.match(/<h1[\s>]/g)).toHaveLength(1)
      expect(html).toMatch(/<title>[^<]{5,70}<\/title>/)
      expect(html).toMatch(/<meta name="description" content="[^"]{20,160}"/)
    })
  })
}

test('no two pages have the same title', () => {
  const titles = builtPages().map(({ html }) => /<title>([^<]*)/.exec(html)?.[1])
  expect(new Set(titles).size).toBe(titles.length)
})
