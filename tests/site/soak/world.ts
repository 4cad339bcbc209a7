import type { Browser, BrowserContext, Locator, Page } from '@playwright/test'
import type { Random } from '#exercises/shared/random.ts'
import { listen } from '../fixtures.ts'

/** What an action was chosen to do: plain data, so that it can be written down and done again. */
export type Details = Readonly<Record<string, string | number>>

/** Something that a reader does now and then. */
export interface Action {
  readonly name: string
  /** How often it is done, compared with others. */
  readonly weight: number
  /** @returns what exactly to do; undefined where it cannot be done now */
  readonly choose: (world: World) => Promise<Details | undefined>
  readonly act: (world: World, details: Details) => Promise<void>
}

/** One thing found wrong. */
export class Finding extends Error {}

/** Milliseconds within which a page answers, whatever goes on; a machine that is busy with other things is slow, too. */
const PROMPT = 15_000
/** Milliseconds that a reader tries to press something. */
const TRY = 3000

const IMPOSSIBLE =
  /mistake of (its|our) own|no sign of life|\bundefined\b(?! behaviour)|\bNaN\b|\[object |RangeError|TypeError/

/** The reader's browser: tabs, the one before them, and what the pages have complained about. */
export class World {
  readonly context: BrowserContext
  readonly random: Random
  readonly origin: string
  readonly complaints: string[] = []
  readonly #pages: Page[] = []
  #current = 0

  private constructor(context: BrowserContext, random: Random, origin: string) {
    this.context = context
    this.random = random
    this.origin = origin
  }

  static async open(browser: Browser, baseURL: string, random: Random): Promise<World> {
    const permissions = ['clipboard-read', 'clipboard-write']
    const context = await browser.newContext({ baseURL, permissions, viewport: { width: 1280, height: 800 } })
    const world = new World(context, random, new URL(baseURL).origin)
    await world.newTab()
    return world
  }

  get page(): Page {
    return this.#pages[this.#current]!
  }

  get tabCount(): number {
    return this.#pages.length
  }

  async newTab(): Promise<void> {
    const page = await this.context.newPage()
    page.setDefaultTimeout(TRY)
    listen(page, this.origin, this.complaints)
    this.#current = this.#pages.push(page) - 1
  }

  async closeTab(): Promise<void> {
    const [page] = this.#pages.splice(this.#current, 1)
    await page?.close()
    this.#current = 0
  }

  async nextTab(): Promise<void> {
    this.#current = (this.#current + 1) % this.#pages.length
    await this.page.bringToFront()
  }

  /** One of the places that are to be seen and can be pressed, by its number among them all. */
  async some(places: Locator): Promise<number | undefined> {
    const seen = await places.evaluateAll((found) =>
      found.flatMap((place, index) =>
        place.checkVisibility() && !(place as HTMLButtonElement).disabled ? [index] : [],
      ),
    )
    return seen.length === 0 ? undefined : this.random.pick(seen)
  }

  /** What must hold after everything that a reader does. @throws Finding */
  async check(): Promise<void> {
    for (const page of this.#pages) {
      const text = await promptly(page.evaluate(() => document.querySelector('main')?.innerText ?? ''))
      if (text === undefined) throw new Finding(`${page.url()} does not answer`)
      const line = text.split('\n').find((each) => IMPOSSIBLE.test(each))
      if (line !== undefined) throw new Finding(`${page.url()} says “${line}”`)
    }
    if (this.complaints.length > 0) throw new Finding(`a page complained: ${this.complaints.join('; ')}`)
  }
}

async function promptly<Value>(answer: Promise<Value>): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), PROMPT)))
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
