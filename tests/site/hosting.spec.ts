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

/** Links to places within the page that are not there. */
function brokenWithin(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href*="#"]')]
      .map((link) => new URL(link.href))
      .filter((url) => url.pathname === location.pathname)
      // What stands behind = tells the exercise which variant to show.
      .filter(({ hash }) => !document.getElementById(decodeURIComponent(hash.slice(1).split('=')[0] ?? '')))
      .map((url) => url.hash),
  )
}

test.describe('what the build has written', () => {
  test.use({ javaScriptEnabled: false })

  test('every page, and every place and file it names, is there under the base path', async ({
    page,
    request,
    baseURL,
  }) => {
    const found = new Set<string>()
    for (const { path } of builtPages()) {
      await page.goto(path)
      for (const address of await addressesOn(page)) found.add(address.replace(/#.*/, ''))
      expect(await brokenWithin(page), path).toEqual([])
    }
    const outside = [...found].filter((address) => !address.startsWith(baseURL ?? ''))
    expect(outside).toEqual([])
    for (const address of found) expect((await request.get(address)).status(), address).toBe(200)
  })
})

test('an address that is not there gets the page that says so', async ({ request, baseURL }) => {
  const answer = await request.get(`${baseURL}lessons/nowhere/`)
  expect(answer.status()).toBe(404)
  expect(await answer.text()).toContain('Page fault')
})
