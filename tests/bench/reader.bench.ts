import type { Page } from '@playwright/test'
import { milliseconds, onPage, quantile, within } from './page.ts'
import type { Row } from './run.ts'

const LESSON = 'lessons/complete-example/'
/** A hundred thousand instructions, and a million, of a loop over stack variables. */
const looping = (rounds: number) =>
  `fn example() {\n    let mut x: u32 = 0;\n    let mut i: u32 = 0;\n    while i < ${rounds} {\n        x = x.wrapping_add(i);\n        i += 1;\n    }\n}`
const INSTRUCTIONS_A_ROUND = 12
const RUNS = 41
const FRAMES = 240
const FRAME = 16

async function writeExample(page: Page, source: string): Promise<void> {
  const cell = page.locator('#cell-example')
  await cell.getByRole('button', { name: 'Edit' }).click()
  await cell.getByRole('textbox').waitFor()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(source)
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.locator('#cell-example[data-state=done]').waitFor()
}

/** From Ctrl+Enter to the frame that shows another result, in milliseconds, each run with another number. */
async function editToPaint(page: Page): Promise<number[]> {
  await writeExample(page, looping(Math.round(100_000 / INSTRUCTIONS_A_ROUND)))
  const times: number[] = []
  for (let run = 0; run < RUNS; run++) {
    // Another number for x to begin with, so that there is another result to show.
    await page.keyboard.press('ControlOrMeta+Home')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Backspace')
    await page.keyboard.insertText(String(1 + (run % 9)))
    await page.evaluate(watchNextResult)
    await page.keyboard.press('ControlOrMeta+Enter')
    times.push(await page.evaluate(() => (globalThis as unknown as { painted: Promise<number> }).painted))
  }
  return times.slice(1)
}

/** In the page: a promise of how long it takes from the next key to the frame after the outputs have changed. */
function watchNextResult(): void {
  const outputs = document.querySelector('#cell-example .outputs')!
  const began = new Promise<number>((resolve) =>
    addEventListener('keydown', (event) => event.key === 'Enter' && resolve(performance.now()), {
      capture: true,
    }),
  )
  const changed = new Promise<number>((resolve) => {
    const observer = new MutationObserver(() => {
      observer.disconnect()
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
    })
    observer.observe(outputs, { subtree: true, childList: true, characterData: true, attributes: true })
  })
  Object.assign(globalThis, { painted: Promise.all([began, changed]).then(([from, to]) => to - from) })
}

/** Drags the slider of a run of a million steps about, once a frame: how long each frame took. */
async function scrub(page: Page): Promise<number[]> {
  await writeExample(page, looping(Math.round(1_000_000 / INSTRUCTIONS_A_ROUND)))
  await page.locator('#cell-example').getByRole('button', { name: 'Machine' }).click()
  await page.locator('aside.machine [data-view=stack]').waitFor()
  return page.evaluate(async (frames) => {
    const slider = document.querySelector<HTMLInputElement>('aside.machine input[type=range]')!
    const times: number[] = []
    let last = await new Promise<number>(requestAnimationFrame)
    for (let frame = 0; frame < frames; frame++) {
      slider.value = String(Math.round((0.5 + 0.5 * Math.sin(frame / 20)) * Number(slider.max)))
      slider.dispatchEvent(new Event('input', { bubbles: true }))
      const now = await new Promise<number>(requestAnimationFrame)
      times.push(now - last)
      last = now
    }
    return times
  }, FRAMES)
}

/** From the start of a visit to a pad of so many cells until its first can be used. */
async function padIsAlive(page: Page, origin: string, cellCount: number): Promise<number> {
  await page.evaluate((count) => {
    const cell = {
      language: 'asm',
      source: 'mov eax, 1',
      follows: false,
      image: 'walkthrough',
      scheme: 'one-level',
      layout: 'debug',
    }
    const pad = Array.from({ length: count }, (_, index) => ({ ...cell, id: `c${index + 1}` }))
    localStorage.setItem('pagewalk:/:scratchpad', JSON.stringify(pad))
  }, cellCount)
  await page.goto(`${origin}/scratchpad/`)
  await page.locator('section.cell button.run:not([disabled])').first().waitFor()
  return page.evaluate(() => performance.now())
}

/** What a reader waits for, in Chromium on the built site. */
export default async function reader(): Promise<Row[]> {
  const painted = await onPage(LESSON, editToPaint)
  const frames = await onPage(LESSON, scrub)
  const [few, many] = await onPage(LESSON, async (page, origin) => {
    const times = { few: [] as number[], many: [] as number[] }
    for (let round = 0; round < 7; round++) {
      times.few.push(await padIsAlive(page, origin, 2))
      times.many.push(await padIsAlive(page, origin, 20))
    }
    return [quantile(times.few, 0.5), quantile(times.many, 0.5)] as const
  })
  return [
    { what: 'run 100,000 steps: key to paint, median', value: within(quantile(painted, 0.5), 16) },
    { what: 'the same, p95', value: within(quantile(painted, 0.95), 50) },
    { what: 'scrub a million steps: a frame, median', value: within(quantile(frames, 0.5), FRAME + 1) },
    { what: 'the same, p95', value: within(quantile(frames, 0.95), FRAME + 1) },
    { what: 'a pad of 2 cells is alive after', value: milliseconds(few) },
    { what: 'a pad of 20 cells', value: `${milliseconds(many)}, ${(many / few).toFixed(2)}x` },
  ]
}
