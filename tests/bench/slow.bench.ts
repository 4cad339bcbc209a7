import type { Page } from '@playwright/test'
import { onPage, quantile, within, type Network } from './page.ts'
import { pressRun, watchFirstCell, watchNextResult, writeExample, writeNumber } from './reader.bench.ts'
import type { Row } from './run.ts'

const LESSON = 'lessons/complete-example/'
/** As Lighthouse has it: 1.6 Mbit/s, and 150 ms until an answer begins. */
const SLOW_4G: Network = { bytesASecond: 204_800, latency: 150 }
/** The browser slows its pages down so many times; its workers it does not. */
const SLOWER = 4
const VISITS = 5
const KEYS = 15
const STEPS = 15

const EXAMPLE = 'fn example() {\n    let x: u8 = 1;\n    let y: u32 = 100;\n}'

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
}

interface Visit {
  /** Milliseconds from the visit's start: a cell can be run, and a result of it is here. */
  readonly runnable: number
  readonly result: number
}

/** Somebody's first visit ever. */
async function firstVisit(page: Page, origin: string): Promise<Visit> {
  const context = await page.context().browser()!.newContext({ serviceWorkers: 'block' })
  try {
    const visitor = await context.newPage()
    await slowDown(visitor)
    await visitor.addInitScript(watchFirstCell)
    await visitor.goto(`${origin}/${LESSON}`, { waitUntil: 'commit' })
    const runnable = await visitor.evaluate(async () => {
      const alive = await (globalThis as unknown as { alive: Promise<number> }).alive
      document.querySelector<HTMLElement>('#cell-example button.run')!.click()
      return alive
    })
    await visitor.locator('#cell-example[data-state=done]').waitFor()
    return { runnable, result: await visitor.evaluate(() => performance.now()) }
  } finally {
    await context.close()
  }
}

interface Press {
  /** Among buttons of this place, the one of this name is pressed. */
  readonly place: string
  readonly name: string
  /** What is there, or other than it was, when it has been answered. */
  readonly answer: string
}

/** Milliseconds from a press to the frame that shows its answer. */
function press(page: Page, wanted: Press): Promise<number> {
  return page.evaluate(async ({ place, name, answer }) => {
    const told = () => {
      const found = document.querySelector<HTMLElement>(answer)
      return found && (found.shadowRoot?.textContent ?? found.textContent)
    }
    const before = told()
    const buttons = [...document.querySelectorAll<HTMLElement>(`${place} button`)]
    const began = performance.now()
    buttons
      .find((button) => (button.getAttribute('aria-label') ?? button.textContent).trim() === name)!
      .click()
    while (told() === before || told() === null) await new Promise(requestAnimationFrame)
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    return performance.now() - began
  }, wanted)
}

const OPEN: Press = { place: '#cell-example', name: 'Machine', answer: 'aside.machine [data-view]' }
const EDIT: Press = { place: '#cell-example', name: 'Edit', answer: '#cell-example .editor' }
const STEPS_OF = ['One instruction back', 'One instruction on'].map((name): Press => ({
  place: 'aside.machine',
  name,
  answer: 'aside.machine .now',
}))

/** What somebody waits for who has this lesson before them. */
async function onSlowMachine(path: string, first: Press): Promise<number> {
  return onPage(path, async (page) => {
    await slowDown(page)
    return press(page, first)
  })
}

async function rounds(count: number, once: () => Promise<number>): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < count; round++) times.push(await once())
  return times
}

async function keysAndSteps(page: Page): Promise<{ keys: number[]; steps: number[] }> {
  await writeExample(page, EXAMPLE)
  await slowDown(page)
  const keys: number[] = []
  for (let key = 0; key < KEYS; key++) {
    await writeNumber(page, 1 + (key % 9))
    keys.push((await pressRun(page, watchNextResult)).written)
  }
  await press(page, OPEN)
  await page.locator('aside.machine .now').waitFor()
  const steps: number[] = []
  for (let step = 0; step < STEPS; step++) steps.push(await press(page, STEPS_OF[step % 2]!))
  return { keys, steps }
}

/** What a reader waits for on a cheap phone, and on a train. */
export default async function slow(): Promise<Row[]> {
  const visits = await onPage(
    LESSON,
    async (page, origin) => {
      const all: Visit[] = []
      for (let visit = 0; visit < VISITS; visit++) all.push(await firstVisit(page, origin))
      return all
    },
    SLOW_4G,
  )
  const { keys, steps } = await onPage(LESSON, keysAndSteps)
  const machine = await rounds(VISITS, () => onSlowMachine(LESSON, OPEN))
  const edit = await rounds(VISITS, () => onSlowMachine(LESSON, EDIT))
  const median = (what: string, times: readonly number[], bar: number): Row => ({
    what,
    value: within(quantile(times, 0.5), bar),
  })
  const runnable = visits.map((visit) => visit.runnable)
  const result = visits.map((visit) => visit.result)
  return [
    median('slow 4G, a processor 4x slower: a cell can be run', runnable, 3500),
    median('the same: its first result', result, 4500),
    median('a processor 4x slower: key to changed result', keys, 100),
    median("the same: a machine's step", steps, 50),
    median('the same: first Machine', machine, 700),
    median('the same: first Edit', edit, 600),
  ]
}
