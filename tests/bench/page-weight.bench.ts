import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser } from '@playwright/test'
import { builtPages } from '../site/built-pages.ts'
import { findBrowser } from '../site/browser.ts'
import { addFile, LESSON_BAR, noWeight, withoutPictures, type Weight } from '../site/weight.ts'
import type { Row } from './run.ts'

const ORIGIN = 'http://pagewalk.test'
const DIST = join(import.meta.dirname, '../../dist')
const JAVASCRIPT_BAR = 40 * 1024
/** Pictures that are drawn into a page, as SVG. */
const DRAWN_BAR = 25 * 1024

/** Bytes of each kind that a page asks for until its first cell has come alive, packed as a host packs them. */
async function weigh(browser: Browser, path: string): Promise<Weight> {
  const weight = noWeight()
  const page = await browser.newPage()
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url())
    const file = join(DIST, pathname.endsWith('/') ? `${pathname}index.html` : pathname)
    addFile(weight, pathname, readFileSync(file))
    await route.fulfill({ path: file })
  })
  await page.goto(`${ORIGIN}/${path}`, { waitUntil: 'networkidle' })
  await page
    .locator('astro-island')
    .first()
    .scrollIntoViewIfNeeded({ timeout: 1000 })
    .catch(() => undefined)
  await page.waitForLoadState('networkidle')
  await page.close()
  return weight
}

const kibibytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} K`
const verdict = (bytes: number, bar: number) =>
  `${kibibytes(bytes)} ${bytes <= bar ? '≤' : '> !'} ${bar / 1024} K`

/** How much a reader downloads before a page is alive, gzip: all but pictures, and its JavaScript alone. */
export default async function pageWeight(): Promise<Row[]> {
  const { executablePath, arguments: args } = await findBrowser()
  const browser = await chromium.launch({ executablePath, args: [...args] })
  const rows: Row[] = []
  for (const { path } of builtPages()) {
    const weight = await weigh(browser, path)
    const { html, css, fonts, javascript, drawn } = weight
    rows.push({
      page: `/${path}`,
      html: kibibytes(html),
      css: kibibytes(css),
      fonts: kibibytes(fonts),
      javascript: verdict(javascript, JAVASCRIPT_BAR),
      'drawn into it': verdict(drawn, DRAWN_BAR),
      'all but pictures': verdict(withoutPictures(weight), LESSON_BAR),
    })
  }
  await browser.close()
  return rows
}
