import { builtLessons } from './built-pages.ts'
import { expect, test } from './fixtures.ts'
import { cell, openLesson } from './lesson-page.ts'

/** The width of A4 between its margins, in CSS pixels. */
test.use({ viewport: { width: 658, height: 900 } })

for (const { path } of builtLessons()) {
  test(`/${path} on paper has its results and no controls`, async ({ page }) => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    await page.goto(path)
    await expect(page.locator('h1')).toBeVisible()
    for (const place of ['.outputs', 'p data.fact', '.cell .set pre']) {
      await expect(page.locator(place).first()).toBeVisible()
    }
    for (const control of ['button', 'select', '.site-header', '.contents-rail', '.lesson-turn']) {
      await expect(page.locator(control).filter({ visible: true })).toHaveCount(0)
    }
    const clipped = await page
      .locator('.scroll, .cell .set, .listing')
      .evaluateAll((elements) =>
        elements
          .filter((element) => getComputedStyle(element).overflow !== 'visible')
          .map((element) => element.className),
      )
    expect(clipped).toEqual([])
  })
}

test('paper is white whatever the screen was, and has ink on every part', async ({ page }) => {
  await openLesson(page, 'lessons/accessing-x/')
  await page.getByLabel('Colours').selectOption('dark')
  await page.emulateMedia({ media: 'print' })
  const { paper, ink } = await page.evaluate(() => {
    const { backgroundColor, color } = getComputedStyle(document.documentElement)
    return { paper: backgroundColor, ink: color }
  })
  expect([paper, ink]).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)'])
  const outputs = cell(page, 'example').locator('.outputs')
  const picture = await outputs.screenshot()
  // A blank picture of this size packs into a few hundred bytes.
  expect(picture.length).toBeGreaterThan(10_000)
})
