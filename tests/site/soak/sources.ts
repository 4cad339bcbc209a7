import type { Page } from '@playwright/test'

/** Long sources are drawn a screen at a time and cannot be read off the page. Lines. */
const DRAWN_WHOLE = 25

/** What stands in each cell of a page that is drawn whole, by the cell's id. */
export async function sourcesOn(page: Page): Promise<Map<string, string>> {
  const found = await page.evaluate(() => {
    const textOf = (line: Element) => {
      const copy = line.cloneNode(true) as Element
      for (const sentence of copy.querySelectorAll('.cm-sentence')) sentence.remove()
      return copy.textContent ?? ''
    }
    return [...document.querySelectorAll('section.cell')].map((cell): [string, string] => {
      const editor = cell.querySelector('.source .editor:not([hidden])')
      const inside = [editor, ...(editor?.querySelectorAll('*') ?? [])].find((each) => each?.shadowRoot)
      const lines = inside?.shadowRoot?.querySelectorAll('.cm-line')
      const text = lines
        ? [...lines].map(textOf).join('\n')
        : (cell.querySelector('.source pre code')?.textContent ?? '')
      return [cell.id.replace(/^cell-/, ''), text]
    })
  })
  return new Map(found.filter(([, text]) => text.split('\n').length < DRAWN_WHOLE))
}

/** Waits until no cell runs and none is about to. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('astro-island[ssr]:has(section.cell)') === null &&
      document.querySelector('section.cell[data-state="running"]') === null,
    undefined,
    { timeout: 30_000 },
  )
  await page.waitForTimeout(250)
}
