import { expect, test } from './fixtures.ts'

const paper = () => getComputedStyle(document.documentElement).backgroundColor

test('a chosen theme holds on the next page, before anything is painted', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('')
  const light = await page.evaluate(paper)
  await page.getByLabel('Colours').selectOption('dark')
  const dark = await page.evaluate(paper)
  expect(dark).not.toBe(light)

  // With every external script held back, the page must come up dark all the same.
  await page.route('**/*.js', (route) => route.abort('aborted'))
  await page.getByRole('link', { name: 'Begin with lesson 1' }).click()
  await page.waitForURL('**/lessons/**')
  expect(await page.evaluate(paper)).toBe(dark)
})

test('auto follows the system again', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto('')
  const dark = await page.evaluate(paper)
  await page.getByLabel('Colours').selectOption('light')
  await page.getByLabel('Colours').selectOption('auto')
  await page.reload()
  expect(await page.evaluate(paper)).toBe(dark)
  await expect(page.getByLabel('Colours')).toHaveValue('auto')
})
