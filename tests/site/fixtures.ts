import { test as base, expect, type Page } from '@playwright/test'

/** What Playwright says in every page where it keeps service workers out (playwright.config.ts). */
const PLAYWRIGHTS_OWN = 'Service Worker registration blocked by Playwright'

/** Whatever a page says, breaks or asks of another origin while a test looks at it. */
export function listen(page: Page, origin: string, complaints: string[] = []): string[] {
  page.on('console', (message) => {
    if (message.text() !== PLAYWRIGHTS_OWN) complaints.push(`console.${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`))
  page.on('requestfailed', (request) => {
    // Leaving a page cancels what it was still loading.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`)
  })
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (!['data:', 'blob:'].includes(url.protocol) && url.origin !== origin)
      complaints.push(`left the site: ${request.url()}`)
  })
  return complaints
}

/** Playwright's `test`, with pages that must stay silent, whole and at home. */
export const test = base.extend({
  page: async ({ page, baseURL }, use) => {
    const complaints = listen(page, new URL(baseURL ?? 'http://localhost').origin)
    await use(page)
    expect(complaints, 'a page complained').toEqual([])
  },
})

export { expect }
