import { expect, test } from './fixtures.ts'

const LESSON = 'lessons/accessing-y/'

test('a word of the glossary is told where one points, or comes by keyboard, and Escape takes it away', async ({
  page,
}) => {
  await page.goto(LESSON)
  const word = page.locator('article a.term').first()
  const says = page.locator('.term-says:popover-open')
  await expect(word).toHaveAccessibleDescription(/\.$/)
  await word.hover()
  await expect(says).toHaveCount(1)
  // The pointer may go on to what is told.
  await says.hover()
  await page.waitForTimeout(400)
  await expect(says).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(says).toHaveCount(0)
  await word.focus()
  await expect(says).toHaveCount(1)
  await page.keyboard.press('Tab')
  await expect(says).toHaveCount(0)
  await word.click()
  await expect(page).toHaveURL(/reference\/glossary\/#/)
  await expect(page.locator('dl > div:target')).toHaveCount(1)
})

test.describe('on a phone', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } })

  test('the first tap tells every word within the screen, and the second goes to its entry', async ({
    page,
  }) => {
    await page.goto(LESSON)
    const says = page.locator('.term-says:popover-open')
    const words = page.locator('article a.term')
    for (const word of await words.all()) {
      await word.tap()
      await expect(says).toHaveCount(1)
      const box = (await says.boundingBox())!
      expect(box.x).toBeGreaterThanOrEqual(0)
      expect(box.x + box.width).toBeLessThanOrEqual(360)
      await page.keyboard.press('Escape')
      await expect(says).toHaveCount(0)
    }
    await words.last().tap()
    await expect(says).toHaveCount(1)
    await words.last().tap()
    await expect(page).toHaveURL(/reference\/glossary\/#/)
  })
})
