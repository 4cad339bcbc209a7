/**
 * Every lesson of the built site says what the document says: in the HTML before any script, after the scripts have
 * taken over, and again after every cell was run. And what it says follows the reader's edits. A lesson added later
 * is covered without a change here.
 */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { parse } from 'yaml'
import { expectFits, expectNoObjections, expectReadable } from './accessible.ts'
import { documentedValues, missingFrom, type FactOnPage } from './documented.ts'
import { expect, test } from './fixtures.ts'
import { cell, cells, openLesson, rewrite, runAll } from './lesson-page.ts'

interface Lesson {
  readonly path: string
  readonly sections: readonly string[]
}

const CONTENT = join(import.meta.dirname, '../../content/lessons')

const lessons: Lesson[] = readdirSync(CONTENT).map((folder) => {
  const text = readFileSync(join(CONTENT, folder, 'lesson.mdx'), 'utf8')
  const { section } = parse(/^---\n(.*?)\n---/s.exec(text)?.[1] ?? '') as { section?: string | string[] }
  return { path: `lessons/${folder.replace(/^\d+-/, '')}/`, sections: [section ?? []].flat() }
})

async function factsOn(page: Page): Promise<FactOnPage[]> {
  return page.locator('data[data-fact]').evaluateAll((elements) =>
    elements.map((element) => ({
      fact: element.getAttribute('data-fact') ?? '',
      value: element.getAttribute('value') ?? '',
    })),
  )
}

const inOrder = (facts: readonly FactOnPage[]): string[] =>
  facts.map(({ fact, value }) => `${fact} = ${value}`)

/** The facts once they stand still: prose and views are set one after the other, and views' code comes on demand. */
async function settledFacts(page: Page): Promise<string[]> {
  let facts: string[] = []
  await expect(async () => {
    const before = facts
    facts = inOrder(await factsOn(page))
    expect(facts).toEqual(before)
  }).toPass({ intervals: [300] })
  return facts
}

/** Another number in the source: the first value, how many frames there are, or the last digit but one of an address. */
function otherNumber(source: string): string {
  const others = [
    source.replace(/= \d+;/, '= 93;'),
    source.replace(/(?<=push )\d+/, '93'),
    source.replace(/(?<=frames )\d+/, '3'),
    source.replace(/(?<=0x[\dA-F]+)[\dA-F](?=[\dA-F]\b)/, '3'),
  ]
  return others.find((other) => other !== source) ?? source
}

/**
 * Edits one cell after the other until what the lesson says has followed. Some must not: the operating system's
 * tables stay as they are whatever a variable holds.
 */
async function editUntilItShows(page: Page, built: readonly string[]): Promise<Locator> {
  for (const one of await cells(page).all()) {
    const source = (await one.locator('pre code').first().textContent()) ?? ''
    if (otherNumber(source) === source) continue
    await rewrite(page, one, otherNumber)
    await expect(one).toHaveAttribute('data-state', 'done')
    await expect(page.locator('section.cell[data-state="running"]')).toHaveCount(0)
    if ((await settledFacts(page)).join() !== built.join()) return one
    await reset(one)
  }
  throw new Error('no edit of any cell changed a value on the page')
}

async function reset(edited: Locator): Promise<void> {
  await edited.getByRole('button', { name: 'Reset' }).click()
  await edited.getByRole('button', { name: 'Discard' }).click()
}

for (const { path, sections } of lessons) {
  const expectations = sections.flatMap(documentedValues)

  test.describe(path, () => {
    test.describe('before scripts', () => {
      test.use({ javaScriptEnabled: false })

      test('says what the document says', async ({ page }) => {
        await page.goto(path)
        expect(missingFrom(await factsOn(page), expectations)).toEqual([])
      })
    })

    test.describe('on a phone in the dark', () => {
      test.use({ viewport: { width: 360, height: 800 }, colorScheme: 'dark' })

      test('says the same when scripts have taken over, and after Run, and can be used by everybody', async ({
        page,
      }) => {
        await openLesson(page, path)
        const built = inOrder(await factsOn(page))
        expect(missingFrom(await factsOn(page), expectations)).toEqual([])
        await runAll(page)
        expect(await settledFacts(page)).toEqual(built)
        const first = cells(page).first()
        await rewrite(page, first, (source) => `${source}\n?`)
        await expect(first).toHaveAttribute('data-state', 'diagnostic')
        await expect(first.locator('.cm-sentence').first()).toBeVisible()
        await expectReadable(page)
        await expectNoObjections(page)
        await expectFits(page, 360)
        await page.setViewportSize({ width: 1440, height: 800 })
        await expectFits(page, 1440)
      })
    })

    test('follows an edit, keeps it over a reload, and forgets it on reset', async ({ page }) => {
      await openLesson(page, path)
      const built = inOrder(await factsOn(page))
      const edited = await editUntilItShows(page, built)
      const after = await settledFacts(page)

      await page.reload()
      await expect.poll(async () => inOrder(await factsOn(page))).toEqual(after)

      await reset(edited)
      await expect.poll(async () => inOrder(await factsOn(page))).toEqual(built)
    })
  })
}

test('99 instead of 42 arrives at the same byte of RAM', async ({ page }) => {
  await openLesson(page, 'lessons/accessing-x/')
  await rewrite(page, cell(page, 'example'), (source) => source.replace('42', '99'))
  await expect(cell(page, 'ram').locator('data[data-fact="byte(0x5FFF)"]')).toHaveAttribute('value', '63')
  await expect(page.locator('p data[data-fact="registers.al"]')).toHaveText('0x63')
})

test('another row in the page table moves the physical address, and only that', async ({ page }) => {
  await openLesson(page, 'lessons/accessing-x/')
  await rewrite(page, cell(page, 'page-table'), (source) => source.replace('0x5000', '0xA000'))
  const moved = (fact: string) => page.locator(`p data.fact[data-cell="moved"][data-fact="${fact}"]`)
  await expect(moved('x.physicalAddress')).toHaveAttribute('value', '0xAFFF')
  await expect(moved('x.virtualAddress')).toHaveAttribute('value', '0x7FFF007FEFFF')
  const picture = cell(page, 'moved').locator('svg.walk:visible')
  await expect(picture.locator('[data-thing="physical:0xafff+1"]').last()).toHaveText('2a')
})

test('an endless loop is paused with a sentence while the page stays usable', async ({ page }) => {
  await openLesson(page, 'lessons/rsp-and-the-stack/')
  const endless = cell(page, 'example-asm')
  await rewrite(page, endless, () => 'example:\n    jmp example')
  await page.getByRole('heading', { name: 'Both sides of the stack pointer' }).click()
  await expect(endless.getByRole('status')).toContainText(/Paused after .* instructions/, { timeout: 30_000 })
  await rewrite(page, cell(page, 'example'), (source) => source.replace('42', '7'))
  await expect(cell(page, 'example')).toHaveAttribute('data-state', 'done')
})

test('a long sentence about a mistake wraps within a narrow page', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 })
  await openLesson(page, 'lessons/rsp-and-the-stack/')
  const broken = cell(page, 'example-asm')
  await rewrite(page, broken, () => 'example:\n    mov al, [rbp -')
  const sentence = await broken.locator('.cm-sentence').boundingBox()
  expect(sentence?.width).toBeGreaterThan(200)
  expect((sentence?.x ?? 0) + (sentence?.width ?? 0)).toBeLessThan(360)
})

test('a mistake is shown under its characters, and the last good result stays', async ({ page }) => {
  await openLesson(page, 'lessons/compiler-offsets/')
  const broken = cell(page, 'example')
  await rewrite(page, broken, (source) => source.replace('42', '256'))
  await expect(broken).toHaveAttribute('data-state', 'diagnostic')
  await expect(broken.locator('.cm-message')).toHaveText(/out of range for u8/)
  await expect(broken.getByRole('status')).toContainText('Line 2: literal out of range')
  await expect(broken.locator('data[data-fact="x.offset"]').first()).toHaveAttribute('value', '-1')
  await rewrite(page, broken, () => 'fn example() {\n    let x: u8 = 41;\n}')
  await expect(broken).toHaveAttribute('data-state', 'done')
})
