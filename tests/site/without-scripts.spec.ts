import { builtLessons, builtPages } from './built-pages.ts'
import { expect, test } from './fixtures.ts'

test.use({ javaScriptEnabled: false })

for (const { path } of builtPages()) {
  test(`/${path} reads without scripts`, async ({ page }) => {
    await page.goto(path)
    await expect(page.locator('h1')).toBeVisible()
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(100)
  })
}

for (const { path } of builtLessons()) {
  test(`/${path} shows its results without scripts`, async ({ page }) => {
    await page.goto(path)
    const facts = page.locator('main [data-fact]')
    expect(await facts.count()).toBeGreaterThan(0)
    // Those in a picture’s table are told only once it is opened.
    for (const text of await facts.allTextContents()) expect(text.trim()).not.toBe('')
  })
}
