import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

/** One of the lesson's exercises, scrolled to and awake. */
async function open(page: Page, id: string): Promise<Locator> {
  const exercise = page.locator(`#exercise-${id}`)
  await exercise.scrollIntoViewIfNeeded()
  await expect(exercise).toHaveAttribute('data-ready', 'true')
  return exercise
}

/** What the exercise itself gives as the answer, read without opening it. */
async function answers(exercise: Locator): Promise<string[]> {
  return exercise
    .locator('details dd')
    .evaluateAll((found) => found.map((each) => each.textContent?.trim() ?? ''))
}

async function check(exercise: Locator): Promise<void> {
  await exercise.getByRole('button', { name: 'Check' }).click()
}

const feedback = (exercise: Locator) => exercise.getByRole('alert')

/** The order in which the steps are to stand, by the numbers they have on the page. */
async function rightOrder(exercise: Locator): Promise<string[]> {
  return exercise
    .locator('details ol li')
    .evaluateAll((found) => found.map((each) => each.textContent?.trim() ?? ''))
}

async function stepTexts(exercise: Locator): Promise<string[]> {
  return exercise
    .locator('li[data-step] .text')
    .evaluateAll((found) => found.map((each) => each.textContent?.trim() ?? ''))
}

/** Brings every step to its place, by whatever `press` does with a button. */
async function sort(exercise: Locator, press: (button: Locator) => Promise<void>): Promise<void> {
  const right = await rightOrder(exercise)
  for (const [place, text] of right.entries()) {
    for (let now = await indexOf(exercise, text); now > place; now--) {
      await press(
        exercise
          .locator('li[data-step]')
          .nth(now)
          .getByRole('button', { name: /^Move up/ }),
      )
    }
  }
  expect(await stepTexts(exercise)).toEqual(right)
}

const indexOf = async (exercise: Locator, text: string) => (await stepTexts(exercise)).indexOf(text)

async function editor(exercise: Locator): Promise<Locator> {
  const content = exercise.locator('.cm-content')
  await expect(content).toBeVisible()
  return content
}

test.describe('a lesson by pointer', () => {
  test('every exercise of “The compiler calculates offsets”', async ({ page }) => {
    await page.goto('lessons/compiler-offsets/')

    const sorting = await open(page, 'before-or-running')
    for (const [index, label] of (await answers(sorting)).entries()) {
      await sorting.locator('fieldset').nth(index).getByText(label, { exact: true }).click()
    }
    await check(sorting)
    await expect(feedback(sorting)).toContainText('Right.')

    for (const id of ['second-offset', 'frame-size', 'real-layout']) {
      const exercise = await open(page, id)
      const [answer = ''] = await answers(exercise)
      await exercise.getByRole('textbox').fill('1000')
      await check(exercise)
      await expect(feedback(exercise)).toContainText('Not yet.')
      await expect(feedback(exercise)).toContainText('Your answer: 0x3E8 (in decimal 1000)')
      await exercise.getByRole('textbox').fill(answer)
      await check(exercise)
      await expect(feedback(exercise)).toContainText('Right.')
      await expect(exercise.locator('details')).toHaveAttribute('open', '')
      await expect(exercise).toHaveAttribute('data-state', 'passed')
    }

    const edit = await open(page, 'align-y')
    await edit.getByRole('button', { name: 'Edit' }).click()
    await (await editor(edit)).press('Control+a')
    await page.keyboard.insertText(
      'fn example() {\n    let x: u8 = 42;\n    let y: u32 = 256;\n    let y: u8 = ;\n}',
    )
    await check(edit)
    await expect(feedback(edit)).toContainText('Line 4 does not work yet.')
    await (await editor(edit)).press('Control+a')
    const solution = await edit.locator('details pre').textContent()
    await page.keyboard.insertText(solution ?? '')
    await check(edit)
    await expect(feedback(edit)).toContainText('Right.')
  })

  test('a classification that is wrong says which, and why', async ({ page }) => {
    await page.goto('lessons/your-question/')
    const exercise = await open(page, 'who-knows')
    const right = await answers(exercise)
    for (const [index, label] of right.entries()) {
      const chosen = index === 0 ? (label === 'CPU' ? 'RAM' : 'CPU') : label
      await exercise.locator('fieldset').nth(index).getByText(chosen, { exact: true }).click()
    }
    await check(exercise)
    await expect(feedback(exercise)).toContainText('Not yet.')
    await expect(exercise.locator('fieldset.wrong')).toHaveCount(1)
    await expect(exercise.locator('fieldset.right')).toHaveCount(right.length - 1)
  })
})

test('a lesson by keyboard only: “Accessing x”', async ({ page }) => {
  await page.goto('lessons/accessing-x/')
  const press = async (button: Locator) => {
    await button.focus()
    await page.keyboard.press('Enter')
  }

  const order = await open(page, 'order-of-an-access')
  await sort(order, async (button) => {
    await button.focus()
    await page.keyboard.press('ArrowUp')
  })
  await press(order.getByRole('button', { name: 'Check' }))
  await expect(feedback(order)).toContainText('Right.')

  const predict = await open(page, 'physical-address')
  const [answer = ''] = await answers(predict)
  await predict.getByRole('textbox').focus()
  await page.keyboard.type(answer)
  await page.keyboard.press('Enter')
  await expect(feedback(predict)).toContainText('Right.')

  const choice = await open(page, 'no-such-row')
  const right =
    (await choice.locator('details p').first().textContent())?.replace('The answer:', '').trim() ?? ''
  await choice.getByRole('radio').first().focus()
  await page.keyboard.press('Space')
  for (let moves = 0; moves < 4; moves++) {
    if (await choice.getByRole('radio', { name: right, exact: true }).isChecked()) break
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
  await expect(feedback(choice)).toContainText('Right.')

  const edit = await open(page, 'move-x')
  const solution = (await edit.locator('details pre').textContent()) ?? ''
  await press(edit.getByRole('button', { name: 'Edit' }))
  await expect(await editor(edit)).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(solution)
  await page.keyboard.press('Shift+Enter')
  await expect(feedback(edit)).toContainText('Right.')

  const index = await open(page, 'walk-index')
  await press(index.getByRole('button', { name: /^Hint/ }))
  await expect(index.getByRole('list', { name: 'Hints' }).getByRole('listitem')).toHaveCount(1)
  await index.getByRole('textbox').focus()
  await page.keyboard.type((await answers(index))[0] ?? '')
  await page.keyboard.press('Enter')
  await expect(feedback(index)).toContainText('Right.')
})

test('a reload in the middle loses nothing', async ({ page }) => {
  await page.goto('lessons/compiler-offsets/')
  const before = await open(page, 'second-offset')
  const prompt = await before.locator('pre').first().textContent()
  await before.getByRole('button', { name: 'Another one' }).click()
  await expect(before.locator('pre').first()).not.toHaveText(prompt ?? '')
  const drawn = await before.locator('pre').first().textContent()
  await before.getByRole('button', { name: /^Hint/ }).click()
  await before.getByRole('textbox').fill('12 and not done')

  await page.reload()
  const after = await open(page, 'second-offset')
  await expect(after.locator('pre').first()).toHaveText(drawn ?? '')
  await expect(after.getByRole('textbox')).toHaveValue('12 and not done')
  await expect(after.getByRole('list', { name: 'Hints' }).getByRole('listitem')).toHaveCount(1)
  await expect(after).toHaveAttribute('data-state', 'begun')
})

test('what is put in before scripts come is adopted, over what was kept', async ({ page }) => {
  await page.goto('lessons/your-question/')
  const kept = await open(page, 'cut-an-address')
  const fields = kept.getByRole('textbox')
  await fields.first().fill('0x1')
  await fields.last().fill('0x2')
  await expect(kept).toHaveAttribute('data-state', 'begun')
  let come = () => {}
  const scripts = new Promise<void>((resolve) => (come = resolve))
  await page.route('**/*.js', async (route) => {
    await scripts
    await route.continue()
  })
  await page.reload({ waitUntil: 'commit' })
  await expect(kept).toHaveAttribute('data-ready', 'false')
  await fields.last().fill('0x3')
  const sorted = page.locator('#exercise-which-region')
  await sorted.getByRole('radio').first().check()
  come()
  await open(page, 'cut-an-address')
  expect([await fields.first().inputValue(), await fields.last().inputValue()]).toEqual(['0x1', '0x3'])
  await open(page, 'which-region')
  await expect(sorted.getByRole('radio').first()).toBeChecked()
  await expect(sorted).toHaveAttribute('data-state', 'begun')
})

test('a link names a variant', async ({ page, context }) => {
  await page.goto('lessons/compiler-offsets/')
  const exercise = await open(page, 'second-offset')
  await exercise.getByRole('button', { name: 'Another one' }).click()
  const link = exercise.getByRole('link', { name: 'Link to this one' })
  await expect(link).not.toHaveAttribute('href', /=1$/)
  const href = (await link.getAttribute('href')) ?? ''
  const source = await exercise.locator('pre').first().textContent()

  const other = await context.newPage()
  await other.goto(`lessons/compiler-offsets/${href}`)
  const linked = other.locator('#exercise-second-offset')
  await expect(linked).toBeInViewport()
  await expect(linked.locator('pre').first()).toHaveText(source ?? '')
  await other.close()
})

test('looking at the answer is marked, and passing afterwards does not count as done', async ({ page }) => {
  await page.goto('lessons/compiler-offsets/')
  const exercise = await open(page, 'second-offset')
  await exercise.getByText('Show the answer').click()
  await expect(exercise).toHaveAttribute('data-state', 'seen')
  await exercise.getByRole('textbox').fill((await answers(exercise))[0] ?? '')
  await check(exercise)
  await expect(feedback(exercise)).toContainText('You have looked at the solution of this one')
  await expect(exercise).toHaveAttribute('data-state', 'seen')
})

/** Passes one exercise, so that there is progress. */
async function passOne(page: Page): Promise<void> {
  await page.goto('lessons/compiler-offsets/')
  const exercise = await open(page, 'second-offset')
  await exercise.getByRole('textbox').fill((await answers(exercise))[0] ?? '')
  await check(exercise)
  await expect(exercise).toHaveAttribute('data-state', 'passed')
}

const done = (page: Page) => page.locator('[data-done]')

test('progress is saved to a file, forgotten, and brought back', async ({ page }, testInfo) => {
  await passOne(page)
  await page.goto('progress/')
  await expect(done(page)).toContainText('1 of')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save to a file' }).click()
  const path = testInfo.outputPath('progress.json')
  await (await download).saveAs(path)

  await page.getByRole('button', { name: 'Forget everything…' }).click()
  await page.getByRole('button', { name: 'Forget everything', exact: true }).click()
  await expect(done(page)).toContainText('0 of')
  await page.reload()
  await expect(done(page)).toContainText('0 of')

  await page.getByLabel('Import a file').setInputFiles(path)
  await expect(done(page)).toContainText('1 of')
  await expect(page.locator('[data-exercise="compiler-offsets/second-offset"]')).toContainText('done')
  await page.goto('')
  await expect(page.locator('main [data-progress-of="compiler-offsets"]')).toContainText('1 of')
  await page.getByRole('link', { name: 'Go on where you stopped' }).click()
  await expect(page).toHaveURL(/lessons\/compiler-offsets\/#exercise-second-offset$/)
})

test('progress is fetched by who has some, and marked in every tab', async ({ page, context }) => {
  const other = await context.newPage()
  const fetched: string[] = []
  other.on('request', (request) => fetched.push(request.url()))
  await other.goto('', { waitUntil: 'networkidle' })
  expect(fetched.filter((url) => url.includes('progress-in-browser'))).toEqual([])
  await passOne(page)
  for (const tab of [page, other])
    await expect(tab.locator('[data-progress-of="compiler-offsets"]').last()).toContainText('1 of')
  await other.reload()
  await expect(other.getByRole('link', { name: 'Go on where you stopped' })).toBeVisible()
})

test('a file that is none is refused, and nothing is lost', async ({ page }) => {
  await passOne(page)
  await page.goto('progress/')
  await expect(done(page)).toContainText('1 of')
  await page
    .getByLabel('Import a file')
    .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"exercises": ') })
  await expect(page.getByRole('alert')).toContainText('cannot be read as progress')
  await expect(done(page)).toContainText('1 of')
})

test('a damaged store is reported once, repaired, and keeps what can be read', async ({ page }) => {
  await passOne(page)
  await page.evaluate(() => {
    const key = (id: string) => `pagewalk:/:progress:compiler-offsets/${id}`
    localStorage.setItem(key('frame-size'), '{"state": "passed", "hash": "0123", "attempts": 3, "see')
    localStorage.setItem(key('align-y'), 'gone')
  })
  await page.goto('progress/')
  const report = page.locator('.progress-report')
  await expect(report).toContainText('One entry of your progress was damaged')
  await expect(report).toContainText('One entry could not be read and was put aside')
  await expect(done(page)).toContainText('2 of')
  await page.reload()
  await expect(done(page)).toContainText('2 of')
  await expect(report).toHaveCount(0)
})

test('a mixed set is drawn, done, and summed up', async ({ page }) => {
  await page.goto('lessons/summary/')
  const set = page.locator('.mixed-set')
  await set.scrollIntoViewIfNeeded()
  await expect(set).toHaveAttribute('data-ready', 'true')
  await set.getByRole('button', { name: 'Draw 10' }).click()
  await expect(set.locator('[data-exercise]:visible')).toHaveCount(1)
  await expect(set.getByRole('heading', { name: '0 of 10 right' })).toBeVisible()
  await expect(set.getByRole('row')).toHaveCount(11)
  await set.getByRole('button', { name: 'Next', exact: true }).click()
  await expect(set.locator('.position')).toContainText('2 of 10')
  await set.getByRole('button', { name: 'Previous', exact: true }).click()
  await set.locator('[data-exercise]:visible').getByText('Show the answer').click()
  const titles = await set.getByRole('rowheader').allTextContents()
  await expect(set.getByRole('row').nth(1)).toContainText('looked at the answer')

  await page.reload()
  await set.scrollIntoViewIfNeeded()
  await expect(set.getByRole('row')).toHaveCount(11)
  expect(await set.getByRole('rowheader').allTextContents()).toEqual(titles)
  await expect(set.getByRole('row').nth(1)).toContainText('looked at the answer')
})

test('the examination has twenty of all kinds, two tries for each, and is there again after a reload', async ({
  page,
}) => {
  await page.goto('examination/')
  const set = page.locator('.mixed-set')
  await expect(set).toHaveAttribute('data-ready', 'true')
  await set.getByRole('button', { name: 'Draw 20' }).click()
  await expect(set.getByRole('heading', { name: 'Final examination: 0 of 20 right' })).toBeVisible({
    timeout: 60_000,
  })
  await expect(set.getByRole('row')).toHaveCount(21)
  await expect(set.getByRole('button', { name: /^Hint/ })).toHaveCount(0)
  await expect(set.getByText('Show the answer')).toHaveCount(0)

  const asked = set.locator('[data-exercise]:visible')
  // One that asks for a number, and for nothing to be chosen.
  const number = asked
    .filter({ hasNot: page.getByRole('radio') })
    .getByRole('textbox', { name: /./ })
    .and(page.locator('input'))
  while ((await number.count()) !== 1) await set.getByRole('button', { name: 'Next', exact: true }).click()
  for (const [at, wrong] of ['987654321', '987654322'].entries()) {
    await number.fill(wrong)
    await asked.getByRole('button', { name: 'Check' }).click()
    await expect(asked.locator('.actions')).toContainText(at === 0 ? 'Tries: 1 of 2' : 'No try is left.')
  }
  await expect(set.getByRole('cell', { name: '2 attempts, not right yet' })).toHaveCount(1)

  const titles = await set.getByRole('rowheader').allTextContents()
  await page.reload()
  await expect(set.getByRole('row')).toHaveCount(21, { timeout: 60_000 })
  expect(await set.getByRole('rowheader').allTextContents()).toEqual(titles)
  await expect(set.getByRole('cell', { name: '2 attempts, not right yet' })).toHaveCount(1)
  await expect(set.getByText('No try is left.')).toHaveCount(1)
})

test('without scripts there are the prompt and a folded explanation', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${baseURL}lessons/compiler-offsets/`)
  const exercise = page.locator('#exercise-second-offset')
  await expect(exercise).toContainText('How far from RBP does b lie?')
  await expect(exercise.getByRole('button', { name: 'Check' })).toBeHidden()
  await exercise.getByText('Show the answer').click()
  await expect(exercise.locator('details')).toContainText('the answer')
  await context.close()
})

test('nothing is wider than a small phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  for (const lesson of ['your-question', 'accessing-x', 'complete-example']) {
    await page.goto(`lessons/${lesson}/`)
    const exercises = page.locator('.exercise')
    for (const exercise of await exercises.all()) {
      await exercise.scrollIntoViewIfNeeded()
      const { width, x } = (await exercise.boundingBox()) ?? { width: 0, x: 0 }
      expect(x + width).toBeLessThanOrEqual(360)
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  }
})

test('a fault is pointed at, mended, and told apart from what is innocent', async ({ page }) => {
  await page.goto('lessons/rsp-and-the-stack/')
  const exercise = await open(page, 'lost-base')
  const lines = exercise.getByRole('radio')
  await expect(lines).toHaveCount(8)
  await exercise.getByText('pop rbp', { exact: false }).first().click()
  await check(exercise)
  await expect(feedback(exercise)).toContainText('It takes whatever RSP points to')
  await lines.nth(5).check()
  const instead = exercise.getByLabel('What should stand there')
  await expect(instead).toHaveValue(/add rsp/)
  await check(exercise)
  await expect(feedback(exercise)).toContainText('This is the line.')
  await instead.fill('mov rsp, rbp')
  await instead.press('Enter')
  await expect(feedback(exercise)).toContainText('Right.')
  await page.reload()
  await expect((await open(page, 'lost-base')).getByLabel('What should stand there')).toHaveValue(
    'mov rsp, rbp',
  )
})

test('a budget stands above what is built, and what was spent is told', async ({ page }) => {
  await page.goto('lessons/compiler-offsets/')
  const exercise = await open(page, 'tight-frame')
  await expect(exercise).toContainText('At most 7 bytes.')
  const source = exercise.locator('.set')
  const given = (await source.textContent())!
  await source.click()
  const content = await editor(exercise)
  const write = async (text: string) => {
    await content.click()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.insertText(text)
  }
  await write(given.replace('u64', 'u8').replace('u64', 'u32').replace('u64', 'u32'))
  await check(exercise)
  await expect(feedback(exercise)).toContainText('9 bytes, of 7.')
  await write(given.replace('u64', 'u8').replace('u64', 'u16').replace('u64', 'u32'))
  await check(exercise)
  await expect(feedback(exercise)).toContainText('7 bytes, of 7.')
  await expect(feedback(exercise)).toContainText('Right.')
})
