import type { Page } from '@playwright/test'
import { builtPages } from './built-pages.ts'
import { expect, test } from './fixtures.ts'

/** Every address a page names: links, scripts, styles, fonts, pictures. */
async function addressesOn(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[href], [src], [component-url], [renderer-url]')].flatMap((element) =>
      ['href', 'src', 'component-url', 'renderer-url'].flatMap((name) => {
        const address = element.getAttribute(name)
        return address === null ? [] : [new URL(address, document.baseURI).href]
      }),
    ),
  )
}

test('every page, and everything it names, is there under the base path', async ({
  page,
  request,
  baseURL,
}) => {
  const found = new Set<string>()
  for (const { path } of builtPages()) {
    await page.goto(path)
    for (const address of await addressesOn(page)) found.add(address.replace(/#.*/, ''))
  }
  const outside = [...found].filter((address) => !address.startsWith(baseURL ?? ''))
  expect(outside).toEqual([])
  for (const address of found) expect((await request.get(address)).status(), address).toBe(200)
})

test('links to places within a page lead somewhere', async ({ page }) => {
  for (const { path } of builtPages()) {
    await page.goto(path)
    const broken = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>('a[href*="#"]')]
        .map((link) => new URL(link.href))
        .filter((url) => url.pathname === location.pathname)
        // What stands behind = tells the exercise which variant to show.
        .filter(({ hash }) => !document.getElementById(decodeURIComponent(hash.slice(1).split('=')[0] ?? '')))
        .map((url) => url.hash),
    )
    expect(broken, path).toEqual([])
  }
})

test('an address that is not there gets the page that says so', async ({ request, baseURL }) => {
  const answer = await request.get(`${baseURL}lessons/nowhere/`)
  expect(answer.status()).toBe(404)
  expect(await answer.text()).toContain('Page fault')
})
