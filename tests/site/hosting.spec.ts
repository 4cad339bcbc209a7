import { attributesIn, builtPages } from './built-pages.ts'
import { expect, test } from './fixtures.ts'

/** Every address a page names: links, scripts, styles, fonts, pictures. */
const addressesIn = (html: string): string[] =>
  attributesIn(html, 'href', 'src', 'component-url', 'renderer-url')

/** Links to places within the page that are not there. */
function brokenWithin(html: string): string[] {
  const ids = new Set(attributesIn(html, 'id'))
  return (
    attributesIn(html, 'href')
      .filter((address) => address.startsWith('#'))
      // What stands behind = tells the exercise which variant to show.
      .filter((address) => !ids.has(decodeURIComponent(address.slice(1).split('=')[0] ?? '')))
  )
}

test('every page, and every place and file it names, is there under the base path', async ({
  request,
  baseURL,
}, { project }) => {
  const pages = builtPages(project.name === 'root' ? 'dist' : '.cache/dist-course')
  const found = new Set<string>()
  for (const { path, html } of pages) {
    const page = new URL(path, baseURL)
    for (const address of ['', ...addressesIn(html)])
      found.add(new URL(address, page).href.replace(/#.*/, ''))
    expect(brokenWithin(html), path).toEqual([])
  }
  const outside = [...found].filter((address) => !address.startsWith(baseURL ?? ''))
  expect(outside).toEqual([])
  for (const address of found) expect((await request.get(address)).status(), address).toBe(200)
})

test('an address that is not there gets the page that says so', async ({ request, baseURL }) => {
  const answer = await request.get(`${baseURL}lessons/nowhere/`)
  expect(answer.status()).toBe(404)
  expect(await answer.text()).toContain('Page fault')
})
