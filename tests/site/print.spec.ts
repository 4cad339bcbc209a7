import { builtLessons } from './built-pages.ts'
import { expect, test } from './fixtures.ts'
import { cell, openLesson, openTools, rewrite } from './lesson-page.ts'

/** The width of A4 between its margins, in CSS pixels. */
test.use({ viewport: { width: 658, height: 900 } })

for (const { path } of builtLessons()) {
  test(`/${path} on paper has its results and no controls`, async ({ page }) => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    await page.goto(path)
    await expect(page.locator('h1')).toBeVisible()
    for (const place of ['.outputs', 'p data.fact', '.cell .set pre']) {
      // What is folded until asked for stays so.
      await expect(page.locator(place).filter({ visible: true }).first()).toBeVisible()
    }
    for (const control of ['button', 'select', '.menu', '.site-header', '.contents-rail', '.lesson-turn']) {
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

test('a handout has what a lesson asks, with room or with answers, and nothing of what was done here', async ({
  page,
}) => {
  await page.addInitScript(() => (globalThis.print = () => {}))
  await openLesson(page, 'lessons/accessing-x/')
  const exercise = page.locator('#exercise-physical-address')
  await exercise.scrollIntoViewIfNeeded()
  await exercise.getByRole('textbox').fill('85F')
  const print = async (name: string) => {
    await page.emulateMedia({ media: 'screen' })
    await (await openTools(page)).getByRole('button', { name }).click()
    await expect(page.locator('.handout')).toBeAttached()
    await page.emulateMedia({ media: 'print' })
  }
  const sheet = page.locator('.handout')
  await print('Print a blank handout')
  await expect(sheet.locator('.exercise')).toHaveCount(await page.locator('main .exercise').count())
  await expect(sheet.getByText('Name:')).toBeVisible()
  await expect(page.locator('main')).toBeHidden()
  await expect(sheet.locator('.answer').filter({ visible: true })).toHaveCount(0)
  for (const input of await sheet.locator('input[type=text]').all()) await expect(input).toHaveValue('')
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await expect(sheet).toHaveCount(0)
  await print('Print it with answers')
  const answers = sheet.locator('.exercise .answer')
  await expect(answers).toHaveCount(await sheet.locator('.exercise').count())
  for (const answer of await answers.all()) await expect(answer).toBeVisible()
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await page.emulateMedia({ media: 'screen' })
  await expect(exercise.getByText('solution seen')).toHaveCount(0)
})

/** A hundred and twenty lines, one of them far too long for paper. */
const LONG = [
  'fn example() {',
  ...Array.from({ length: 117 }, (_, line) => `    let y${line}: u8 = 6;`),
  `    // ${'a long remark '.repeat(30)}`,
  '}',
].join('\n')

test('a long source that was written here is on paper to its last line, with its mistake', async ({
  page,
}) => {
  await openLesson(page, 'lessons/complete-example/')
  const target = cell(page, 'example')
  await rewrite(page, target, () => LONG.replace('= 6;', '= 600;'))
  await expect(target).toHaveAttribute('data-state', 'diagnostic')
  await page.keyboard.press('ControlOrMeta+Home')
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  const sheet = target.locator('.cm-paper')
  await expect(sheet).toBeVisible()
  await expect(target.locator('.cm-scroller')).toBeHidden()
  const text = (await sheet.textContent()) ?? ''
  expect(text.replace(/^.*literal out of range.*(?= {4}let y1:)/m, '')).toContain(
    LONG.slice(LONG.indexOf('    let y1:')),
  )
  await expect(sheet.locator('.mistake')).toHaveText('600')
  await expect(sheet.locator('.sentence')).toBeVisible()
  const { sheetEnd, sourceEnd, wide } = await sheet.evaluate((element) => ({
    sheetEnd: element.getBoundingClientRect().bottom,
    sourceEnd: (element.getRootNode() as ShadowRoot).host.closest('.source')?.getBoundingClientRect().bottom,
    wide: element.scrollWidth - element.clientWidth,
  }))
  expect(sheetEnd).toBeLessThanOrEqual((sourceEnd ?? 0) + 1)
  expect(wide).toBe(0)
  await page.emulateMedia({ media: 'screen' })
  await expect(sheet).toBeHidden()
  await expect(target.locator('.cm-scroller')).toBeVisible()
})
