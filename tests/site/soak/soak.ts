/** A seeded reader: does what readers do, one thing after another, and looks after each whether all is well. */
import type { Browser } from '@playwright/test'
import { Random } from '#exercises/shared/random.ts'
import { ACTIONS } from './actions.ts'
import { Finding, World, type Action, type Details } from './world.ts'

/** One thing that was done: which, and what exactly. */
export interface Done {
  readonly action: string
  readonly details: Details
}

export interface Soaked {
  readonly done: readonly Done[]
  /** What was found wrong; undefined where all was well. */
  readonly finding: string | undefined
}

interface Options {
  readonly browser: Browser
  readonly baseURL: string
  readonly seed: number
  readonly milliseconds: number
  /** Does just these things, in place of what the seed leads to. */
  readonly replay?: readonly Done[]
  readonly onDone?: (done: Done) => void
}

/** Reads for so long, or until something is found. */
export async function soak({
  browser,
  baseURL,
  seed,
  milliseconds,
  replay,
  onDone,
}: Options): Promise<Soaked> {
  const world = await World.open(browser, baseURL, new Random(seed))
  const done: Done[] = []
  const end = performance.now() + milliseconds
  try {
    await attempt(world, 'open a lesson', { lesson: 'complete-example' })
    while (replay ? done.length < replay.length : performance.now() < end) {
      const next = replay ? replay[done.length]! : await choose(world)
      if (next === undefined) continue
      done.push(next)
      onDone?.(next)
      await attempt(world, next.action, next.details)
      await world.check()
    }
    return { done, finding: undefined }
  } catch (error) {
    return { done, finding: (error as Error).message }
  } finally {
    await world.context.close()
  }
}

async function choose(world: World): Promise<Done | undefined> {
  const action = weighted(world.random)
  const details = await tried(() => action.choose(world))
  return details && { action: action.name, details }
}

function weighted(random: Random): Action {
  let left = random.below(ACTIONS.reduce((sum, { weight }) => sum + weight, 0))
  return ACTIONS.find(({ weight }) => (left -= weight) < 0)!
}

async function attempt(world: World, name: string, details: Details): Promise<void> {
  const action = ACTIONS.find((each) => each.name === name)
  if (action === undefined) throw new RangeError(`there is no action ${name}`)
  await tried(() => action.act(world, details))
}

/** What cannot be pressed just now, since something else lies over it or it has gone, is left. @throws Finding */
async function tried<Value>(act: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof Finding) throw error
    return undefined
  }
}
