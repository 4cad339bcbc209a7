/** One of the examples that the scratchpad offers, by its name. Fetched when a reader first chooses one. */
import { readPad } from '#notebook/page/pad.ts'
import type { Scratchpad } from '#notebook/page/scratchpad.ts'

const NONE = 'There is no example of that name here. Choose one from the list.'

/** Puts an example's cells into the pad. @returns the name of the first one that came */
export async function takeExample(scratchpad: Scratchpad, name: string): Promise<string | undefined> {
  const examples = await scratchpad.fetch(load)
  if (examples === undefined) return undefined
  const pad = Object.hasOwn(examples, name) ? readPad(JSON.stringify(examples[name])) : undefined
  if (pad === undefined) return void scratchpad.say(NONE)
  const before = new Set(scratchpad.now.pad.map(({ id }) => id))
  await scratchpad.takeIn(pad, 'example')
  return scratchpad.now.pad.find(({ id }) => !before.has(id))?.id
}

async function load(): Promise<Readonly<Record<string, unknown>>> {
  const response = await fetch(`${import.meta.env.BASE_URL.replace(/\/?$/, '/')}scratchpad/examples.json`)
  if (!response.ok) throw new Error(`${response.status}`)
  return (await response.json()) as Record<string, unknown>
}
