import type { Page } from '@playwright/test'
import { milliseconds, onPage, quantile, within } from './page.ts'
import type { Row } from './run.ts'

const LESSON = 'lessons/complete-example/'
/** A hundred thousand instructions, and a million, of a loop over stack variables. */
const looping = (rounds: number) =>
  `fn example() {\n    let mut x: u32 = 0;\n    let mut i: u32 = 0;\n    while i < ${rounds} {\n        x = x.wrapping_add(i);\n        i += 1;\n    }\n}`
const INSTRUCTIONS_A_ROUND = 12
const RUNS = 41
/** The fastest typist's time from one key to the next; the frame that shows the last one is past by then, and the cell has been run ahead. Milliseconds. */
const BETWEEN_KEYS = 60
const FRAMES = 240
const FRAME = 16

export async function writeExample(page: Page, source: string): Promise<void> {
  const cell = page.locator('#cell-example')
  await cell.getByRole('button', { name: 'Edit' }).click()
  await cell.getByRole('textbox').waitFor()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(source)
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.locator('#cell-example[data-state=done]').waitFor()
}

/** Milliseconds from Ctrl+Enter until another result is in the document, and until the frame that shows it. */
interface Answer {
  readonly written: number
  readonly painted: number
}

interface Round {
  readonly run: Answer
  /** The key to run came in the instant of the last letter: nothing could be run ahead. */
  readonly hurried: Answer
  /** What the browser takes for the same frame when it has nothing to do. */
  readonly atOnce: Answer
}

/** Each run with another number. */
async function editToPaint(page: Page): Promise<Round[]> {
  await writeExample(page, looping(Math.round(100_000 / INSTRUCTIONS_A_ROUND)))
  const answers: Round[] = []
  for (let run = 0; run < RUNS; run++) {
    await writeNumber(page, 1 + (run % 9))
    const answer = await pressRun(page, watchNextResult)
    const hurried = await writeAndRun(page, 1 + ((run + 2) % 9))
    await writeNumber(page, 1 + ((run + 4) % 9))
    answers.push({ run: answer, hurried, atOnce: await pressRun(page, answerAtOnce) })
  }
  return answers.slice(1)
}

/** Another number for x to begin with, so that there is another result to show. */
export async function writeNumber(page: Page, digit: number): Promise<void> {
  await takeNumberAway(page)
  await page.keyboard.insertText(String(digit))
}

/** Both within a few milliseconds. */
async function writeAndRun(page: Page, digit: number): Promise<Answer> {
  await takeNumberAway(page)
  await page.waitForTimeout(BETWEEN_KEYS)
  await page.evaluate(watchNextResult)
  await Promise.all([page.keyboard.insertText(String(digit)), page.keyboard.press('ControlOrMeta+Enter')])
  return page.evaluate(() => (globalThis as unknown as { answer: Promise<Answer> }).answer)
}

async function takeNumberAway(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Backspace')
}

export async function pressRun(page: Page, prepare: () => void): Promise<Answer> {
  await page.evaluate(watchNextResult)
  if (prepare !== watchNextResult) await page.evaluate(prepare)
  await page.waitForTimeout(BETWEEN_KEYS)
  await page.keyboard.press('ControlOrMeta+Enter')
  return page.evaluate(() => (globalThis as unknown as { answer: Promise<Answer> }).answer)
}

/** In the page: a promise of how long the next key takes to change the outputs, and the frame to come behind that. */
export function watchNextResult(): void {
  const outputs = document.querySelector('#cell-example .outputs')!
  const began = new Promise<number>((resolve) =>
    addEventListener('keydown', (event) => event.key === 'Enter' && resolve(performance.now()), {
      capture: true,
    }),
  )
  const changed = new Promise<[number, number]>((resolve) => {
    const observer = new MutationObserver(() => {
      observer.disconnect()
      const written = performance.now()
      requestAnimationFrame(() => setTimeout(() => resolve([written, performance.now()])))
    })
    observer.observe(outputs, { subtree: true, childList: true, characterData: true, attributes: true })
  })
  const answer = Promise.all([began, changed]).then(([from, [written, painted]]) => ({
    written: written - from,
    painted: painted - from,
  }))
  Object.assign(globalThis, { answer })
}

/** In the page: the next key runs nothing; a value of the outputs is written anew within its event. */
function answerAtOnce(): void {
  const answer = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    event.stopImmediatePropagation()
    removeEventListener('keydown', answer, { capture: true })
    const value = document.querySelector('#cell-example .outputs data.value')!
    value.firstChild!.textContent = String(performance.now())
  }
  addEventListener('keydown', answer, { capture: true })
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

/** From the start of a visit to a pad of so many cells to the frame that shows its first ready to be used. */
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
  const alive = await page.evaluate(() => (globalThis as unknown as { alive: Promise<number> }).alive)
  await page
    .locator('section.cell')
    .nth(cellCount - 1)
    .waitFor()
  return alive
}

/** In the page, before anything else of it: a promise of when its first cell can be run, and that has been painted. */
export function watchFirstCell(): void {
  const alive = new Promise<number>((resolve) => {
    const observer = new MutationObserver(() => {
      if (document.querySelector('section.cell:not(:has(.early)) button.run') === null) return
      observer.disconnect()
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
    })
    observer.observe(document, { subtree: true, childList: true, attributes: true })
  })
  Object.assign(globalThis, { alive })
}

/** What a reader waits for, in Chromium on the built site. */
export default async function reader(): Promise<Row[]> {
  const answers = await onPage(LESSON, editToPaint)
  const frames = await onPage(LESSON, scrub)
  const [few, many] = await onPage(LESSON, async (page, origin) => {
    await page.addInitScript(watchFirstCell)
    const times = { few: [] as number[], many: [] as number[] }
    for (let round = 0; round < 7; round++) {
      times.few.push(await padIsAlive(page, origin, 2))
      times.many.push(await padIsAlive(page, origin, 20))
    }
    return [quantile(times.few, 0.5), quantile(times.many, 0.5)] as const
  })
  const share = (what: string, times: readonly number[], quantileOf: number, bar?: number): Row => {
    const value = quantile(times, quantileOf)
    return { what, value: bar === undefined ? milliseconds(value) : within(value, bar) }
  }
  const written = answers.map(({ run }) => run.written)
  const painted = answers.map(({ run }) => run.painted)
  const hurried = answers.map((answer) => answer.hurried.painted)
  const atOnce = answers.map((answer) => answer.atOnce.painted)
  return [
    share('run 100,000 steps: key to result in the page, median', written, 0.5, 16),
    share('the same, p95', written, 0.95, 50),
    share('key to the frame that shows it, median', painted, 0.5, 16),
    share('the same, p95', painted, 0.95, 50),
    share('key in the instant of the last letter to the frame, median', hurried, 0.5),
    share('the same, p95', hurried, 0.95),
    share('key to the frame where the key itself writes a value, median', atOnce, 0.5),
    share('the same, p95', atOnce, 0.95),
    share('scrub a million steps: a frame, median', frames, 0.5, FRAME + 1),
    share('the same, p95', frames, 0.95, FRAME + 1),
    { what: 'a pad of 2 cells is alive after', value: milliseconds(few) },
    { what: 'a pad of 20 cells', value: `${milliseconds(many)}, ${(many / few).toFixed(2)}x` },
  ]
}
