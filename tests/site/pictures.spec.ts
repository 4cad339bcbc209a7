import type { Locator, Page } from '@playwright/test'
import { objections } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { cell, openLesson, rewrite } from './lesson-page.ts'

/** A cell of a lesson for every picture, and words that are to be read in it. */
const PICTURES = [
  {
    view: 'journey',
    path: 'lessons/your-question/',
    id: 'example',
    words: ['let x: u8 = 42;', 'rbp − 1', '0x5FFF: 2a'],
  },
  { view: 'frame', path: 'lessons/compiler-offsets/', id: 'example', words: ['RBP', '−5', 'y: u32 = 100'] },
  { view: 'walk', path: 'lessons/accessing-x/', id: 'load-x', words: ['CR3', 'AL', '0x2A = 42', '2a'] },
  { view: 'bytes', path: 'lessons/accessing-y/', id: 'ram', words: ['64', '00'] },
  {
    view: 'spaces',
    path: 'lessons/why-page-tables/',
    id: 'second-paged',
    words: ['RAM', 'A', '0x5000', '0x7FFF_007F_E'],
  },
  {
    view: 'map',
    path: 'lessons/what-the-os-tracks/',
    id: 'two',
    words: ['128 TiB: all of it', '128 bytes', '0x1000_0000'],
  },
  {
    view: 'accesses-over-time',
    path: 'lessons/what-the-os-tracks/',
    id: 'rounds',
    words: ['0x40E', 'first touch', 'read back', 'moved out'],
  },
] as const

const LOOKS = [
  { width: 360, colorScheme: 'dark' },
  { width: 1440, colorScheme: 'light' },
] as const

type Shown = (typeof PICTURES)[number]

const figure = (page: Page, { id, view }: Shown): Locator =>
  page.locator(`#cell-${id} [data-view="${view}"]`).first()
const drawing = (page: Page, shown: Shown): Locator => figure(page, shown).locator('svg.picture:visible')

/** What is drawn: every element with its attributes, but for what says that it changed. */
async function drawn(page: Page, shown: Shown): Promise<string[]> {
  return drawing(page, shown).evaluate((svg) =>
    [svg, ...svg.querySelectorAll('*')].map((element) => {
      const attributes = [...element.attributes].map(
        ({ name, value }) => `${name}=${value.replace(/\bchanged\b/, '').trim()}`,
      )
      const text = element.childElementCount === 0 ? element.textContent : ''
      return `${element.tagName} ${attributes.sort().join(' ')} ${text}`
    }),
  )
}

/** It stays inside the page, its table comes by a key, and axe has nothing against either. */
async function expectUsable(page: Page, shown: Shown, width: number): Promise<void> {
  const box = await drawing(page, shown).boundingBox()
  expect(box!.x).toBeGreaterThanOrEqual(0)
  expect(box!.x + box!.width).toBeLessThanOrEqual(width)
  const table = figure(page, shown).locator('details').first().locator('.view, table').first()
  await expect(table).toBeHidden()
  await figure(page, shown).locator('summary').first().focus()
  await page.keyboard.press('Enter')
  await expect(table).toBeVisible()
  expect(await objections(page, `#cell-${shown.id} [data-view="${shown.view}"]`)).toEqual([])
}

for (const shown of PICTURES) {
  for (const { width, colorScheme } of LOOKS) {
    test.describe(`${shown.view} at ${width} px, ${colorScheme}`, () => {
      test.use({ viewport: { width, height: 900 }, colorScheme })

      test('is on the page before scripts, drawn the same by them, with its table one press away', async ({
        page,
        browser,
        baseURL,
      }) => {
        const context = await browser.newContext({
          javaScriptEnabled: false,
          viewport: { width, height: 900 },
          colorScheme,
        })
        const quiet = await context.newPage()
        await quiet.goto(`${baseURL}${shown.path}`)
        for (const text of shown.words)
          await expect(drawing(quiet, shown).getByText(text, { exact: true }).first()).toBeVisible()
        const before = await drawn(quiet, shown)
        await context.close()
        await openLesson(page, shown.path)
        await cell(page, shown.id).getByRole('button', { name: 'Run' }).click()
        await expect(cell(page, shown.id)).toHaveAttribute('data-state', 'done')
        await expect(cell(page, shown.id).locator('.outputs astro-slot')).toHaveCount(0)
        expect(await drawn(page, shown)).toEqual(before)
        await expectUsable(page, shown, width)
      })
    })
  }

  test(`${shown.view}: can be gone through with the arrow keys in the machine`, async ({ page }) => {
    await openLesson(page, shown.path)
    await cell(page, shown.id).getByRole('button', { name: 'Machine' }).click()
    const machine = page.locator('aside.machine')
    await expect(machine.locator('.views .view').first()).toBeVisible()
    const view = machine.locator(`.view[data-view="${shown.view}"]`)
    if ((await view.count()) === 0) {
      await machine.locator('.settings summary').click()
      await machine.locator(`input[data-view-choice="${shown.view}"]`).check()
    }
    await view.locator('.scroll').first().focus()
    await page.keyboard.press('Enter')
    const first = await page.evaluate(() => document.activeElement?.getAttribute('data-thing'))
    expect(first).toBeTruthy()
    await page.keyboard.press('ArrowRight')
    const second = await page.evaluate(() => document.activeElement?.getAttribute('data-thing'))
    expect(second).toBeTruthy()
    await expect(view.locator('svg:visible .linked').first()).toBeVisible()
  })
}

test('time can be brushed on the picture of it, by pointer and by keyboard', async ({ page }) => {
  const shown = PICTURES.find(({ view }) => view === 'accesses-over-time')!
  await openLesson(page, shown.path)
  await cell(page, shown.id).getByRole('button', { name: 'Machine' }).click()
  const machine = page.locator('aside.machine')
  await expect(machine.locator('.views .view').first()).toBeVisible()
  await machine.locator('.settings summary').click()
  await machine.locator(`input[data-view-choice="${shown.view}"]`).check()
  const view = machine.locator(`.view[data-view="${shown.view}"]`)
  const brush = view.getByRole('slider')
  const now = view.locator('svg:visible .now')
  await brush.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await expect(brush).toHaveValue('1')
  await expect(machine.locator('.timeline')).toContainText('1')
  const before = await now.locator('path').getAttribute('d')
  await view.locator('svg:visible').scrollIntoViewIfNeeded()
  const box = (await view.locator('svg:visible').boundingBox())!
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 3)
  await expect(now.locator('path')).not.toHaveAttribute('d', before!)
  expect(Number(await brush.inputValue())).toBeGreaterThan(100)
})

test('words light up the part of the picture that they speak of, by pointer and by keyboard', async ({
  page,
}) => {
  await openLesson(page, 'lessons/your-question/')
  const lit = page.locator('#cell-example svg:visible .linked')
  await page.getByText('one byte', { exact: true }).hover()
  await expect(lit.filter({ hasText: '0x5FFF: 2a' })).toHaveCount(1)
  await page.locator('h1').hover()
  await expect(lit).toHaveCount(0)
  await rewrite(page, cell(page, 'example'), (source) => source.replace('u8', 'u16'))
  await expect(cell(page, 'example')).toHaveAttribute('data-state', 'done')
  await page.getByText('one byte', { exact: true }).focus()
  await expect(lit.filter({ hasText: '0x5FFE' })).toHaveCount(1)
})

test('a lesson’s contents say which of its sections is being read', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('lessons/your-question/')
  const rail = page.getByRole('navigation', { name: 'Lessons' })
  const section = rail.getByRole('link', { name: 'Four questions' })
  await section.click()
  await expect(section).toHaveAttribute('aria-current', 'location')
  await expect(rail.locator('[aria-current="location"]')).toHaveCount(1)
})

test('a map is magnified around what is chosen', async ({ page }) => {
  await openLesson(page, 'lessons/what-the-os-tracks/')
  const target = cell(page, 'two')
  await target.getByRole('button', { name: 'Run' }).click()
  const map = target.locator('[data-view="map"]')
  await map.getByRole('button', { name: 'stack' }).click()
  await expect(map.locator('svg:visible')).toContainText('0x7FFF_007D_E000')
})

test('Belady’s curve rises on the page', async ({ page }) => {
  await openLesson(page, 'lessons/running-out-of-ram/')
  const curve = page.locator('#cell-belady [data-view="curve"]')
  await expect(curve.locator('.caption')).toContainText('4 frames cause more of them than 3')
  await curve.locator('summary').click()
  await expect(curve.locator('tbody tr').nth(3)).toHaveText(/^4\s*10\s*10\s*8\s*6$/)
})

test('an edit moves what was there and keeps it the same element', async ({ page }) => {
  const shown = PICTURES.find(({ view }) => view === 'frame')!
  await openLesson(page, shown.path)
  const target = cell(page, shown.id)
  await target.getByRole('button', { name: 'Run' }).click()
  await expect(target.locator('.outputs astro-slot')).toHaveCount(0)
  const box = drawing(page, shown).locator('g[data-thing^="variable:y"]').first()
  const handle = await box.elementHandle()
  await rewrite(page, target, (source) =>
    source.replace('let y: u32 = 100;', 'let z: u8 = 1; let y: u32 = 101;'),
  )
  await expect(drawing(page, shown).getByText('y: u32 = 101')).toBeVisible()
  expect(await handle!.evaluate((element) => element.isConnected)).toBe(true)
})

test('the front page’s line is written in and its way follows; what cannot be run keeps the last picture', async ({
  page,
}) => {
  const fetched: string[] = []
  page.on('request', (request) => fetched.push(request.url()))
  await page.goto('', { waitUntil: 'networkidle' })
  const way = page.locator('[data-view="journey"] svg.picture:visible')
  await expect(way.getByText('0x5FFF: 2a')).toBeVisible()
  expect(fetched.filter((url) => /worker|Output.*js|client/.test(url))).toEqual([])
  const line = page.getByLabel('Change this line:')
  const said = page.locator('.alive .said').first()
  await line.fill('let n: u32 = 7;')
  await expect(way).toContainText('rbp − 4')
  await expect(way).toContainText('let n: u32 = 7;')
  for (const [wrong, why] of [
    ['let x: u8 = 300;', 'out of range'],
    ['let x: u8 =', 'expected expression'],
    ['', 'There is nothing to draw'],
  ] as const) {
    await line.fill(wrong)
    await expect(said).toContainText(why)
    await expect(said).toContainText('The picture is that of the last line that had one.')
    await expect(way).toContainText('rbp − 4')
  }
  await line.fill('let x: u16 = 258;')
  await expect(way).toContainText('02 01')
  await expect(said).not.toContainText('last line')
  await page.reload()
  await expect(line).toHaveValue('let x: u8 = 42;')
  await expect(way.getByText('0x5FFF: 2a')).toBeVisible()
})

test('what else the front page shows is alive: a row of a page table, time, and many runs', async ({
  page,
}) => {
  await page.goto('')
  const caption = (at: number) => page.locator('.alive').nth(at).locator('.caption')
  await page.getByLabel('A row of the page table:').fill('0x7FFF007FE → 0xA000 RW')
  await expect(caption(1)).toContainText('0xAFFF')
  await page.getByLabel('A row of the page table:').fill('0x7FFF007FE → 0xA000 R')
  await expect(caption(1)).toContainText('may be read but not written')
  const time = page.getByLabel('Instructions executed')
  await time.focus()
  await page.keyboard.press('Home')
  await expect(page.locator('.alive').nth(2).getByRole('status')).toContainText('Nothing has been executed')
  await page.getByLabel('Pages, in the order of their touches:').fill('1 2 1 2')
  await expect(caption(3)).not.toContainText('Belady')
})

const front = (page: Page) => {
  const view = page.locator('.alive').first().locator('[data-view="journey"]')
  return {
    play: view.getByRole('button'),
    said: view.locator('.telling'),
    lit: view.locator('svg:visible g.here:not(.line)'),
    waiting: view.locator('svg:visible .coming'),
  }
}
/** What is said at each station of the first page’s way. */
const SENTENCES = [
  'The compiler knows x, a u8.',
  'It has put it at offset −1 from RBP.',
  'The CPU adds that to 0x7FFF_007F_F000, which RBP holds.',
  'This is the virtual address 0x7FFF_007F_EFFF.',
  'The CPU splits it: page 0x7FFF_007F_E, offset 0xFFF.',
  'The operating system has noted in the page table that this page is in the frame at 0x5000.',
  'RAM has at 0x5FFF the byte 2a.',
  'As a u8 this means 42, and that comes back.',
]

test('the first page’s way moves when one presses play: station after station is lit, and told', async ({
  page,
}) => {
  await page.clock.install()
  await page.goto('')
  const { play, said, lit, waiting } = front(page)
  await play.click()
  await page.clock.runFor(200)
  await expect(said).toHaveRole('status')
  for (const [at, sentence] of SENTENCES.entries()) {
    await expect(said).toHaveText(sentence)
    await expect(lit.first()).toBeVisible()
    expect((await waiting.count()) > 0).toBe(at < SENTENCES.length - 1)
    if (at < 2) await expect(play).toHaveText('Stop')
    await page.clock.runFor(2_200)
  }
  await expect(said).toBeEmpty()
  await expect(play).toHaveText('Play')
  await expect(lit).toHaveCount(0)
  await play.click()
  await page.clock.runFor(200)
  await expect(said).toHaveText(SENTENCES[0]!)
  await play.click()
  await expect(said).toBeEmpty()
  await expect(waiting).toHaveCount(0)
  await page.clock.resume()
  await play.click()
  await expect(said).toHaveText(SENTENCES[0]!)
  // Another way begins anew.
  await page.getByLabel('Change this line:').fill('let n: u32 = 7;')
  await expect(page.locator('.alive').first().locator('svg:visible')).toContainText('let n: u32 = 7;')
  await expect(said).toBeEmpty()
  await expect(waiting).toHaveCount(0)
  await play.click()
  await expect(said).toHaveText('The compiler knows n, a u32.')
})

/** The machine of the cell that loads `x`, at the instruction that does, taken apart. */
async function takenApart(page: Page): Promise<Locator> {
  await openLesson(page, 'lessons/accessing-x/')
  await cell(page, 'load-x').getByRole('button', { name: 'Machine' }).click()
  const machine = page.locator('aside.machine')
  await expect(machine.locator('[data-view="walk"]')).toBeVisible()
  await expect(machine.locator('.phases li')).not.toHaveCount(0)
  return machine
}

test('phase by phase, the walk is drawn as it is walked: first that of the instruction, then that of its access', async ({
  page,
}) => {
  const machine = await takenApart(page)
  const walk = machine.locator('[data-view="walk"]')
  const here = walk.locator('svg:visible .here')
  const seen = new Set<string>()
  const captions: string[] = []
  const current = machine.locator('.phases .current')
  for (let phase = 0; phase < 20 && !seen.has('AL'); phase++) {
    const before = (await current.count()) > 0 ? await current.innerText() : ''
    await machine.getByRole('button', { name: 'Next phase' }).click()
    await expect(current).not.toHaveText(before, { useInnerText: true })
    await expect(current).toHaveCount(1)
    for (const text of await here.locator('text').allTextContents()) seen.add(text)
    captions.push(await walk.locator('.caption').innerText())
  }
  expect([...seen]).toEqual(expect.arrayContaining(['offset 0xFFF', '→ 0x5000', '2a', 'AL']))
  expect(captions[0]).toContain('is fetched from')
  expect(captions.at(-1)).toContain('mov al, byte [rbp - 1], reads one byte')
  await machine.getByRole('button', { name: 'Play', exact: true }).click()
  await machine.getByRole('button', { name: 'Pause' }).click()
})

test.describe('where nothing is to move by itself', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })

  test('the first page’s way is stepped through', async ({ page }) => {
    await page.goto('')
    const { play, said, waiting } = front(page)
    for (const [at, sentence] of SENTENCES.entries()) {
      await play.press('Enter')
      await expect(said).toHaveText(sentence)
      await expect(play).toHaveText(at < SENTENCES.length - 1 ? 'Next station' : 'All of it')
    }
    await play.press('Enter')
    await expect(said).toBeEmpty()
    await expect(waiting).toHaveCount(0)
  })

  test('a phase of a walk is there at once', async ({ page }) => {
    const machine = await takenApart(page)
    await machine.getByRole('button', { name: 'Next phase' }).click()
    const line = machine.locator('[data-view="walk"] svg:visible .line.here path').first()
    await expect(line).toBeAttached()
    expect(
      await line.evaluate((path) => Number.parseFloat(getComputedStyle(path).animationDuration)),
    ).toBeLessThan(0.001)
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 800 } })

  test('the front page’s first window has the line and the beginning of its way', async ({ page }) => {
    await page.goto('')
    await expect(page.getByRole('link', { name: 'Begin with lesson 1' })).toBeInViewport({ ratio: 1 })
    await expect(page.getByLabel('Change this line:')).toBeInViewport({ ratio: 1 })
    await expect(page.locator('[data-view="journey"] svg:visible')).toBeInViewport()
  })
})
