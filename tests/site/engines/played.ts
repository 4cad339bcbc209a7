import type { BrowserType } from '@playwright/test'
import type { Engine } from './engine.ts'

/** One of Playwright's own builds. */
export async function played(name: string, type: BrowserType): Promise<Engine> {
  const browser = await type.launch()
  const page = await browser.newPage()
  return {
    name,
    go: async (url) => void (await page.goto(url)),
    run: <Result>(body: string) => page.evaluate(`(async () => {${body}})()`) as Promise<Result>,
    press: async (keys) => {
      for (const key of keys) await page.keyboard.press(key)
    },
    end: () => browser.close(),
  }
}
