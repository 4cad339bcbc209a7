/** What is pointed at, has the keyboard or is being pressed can be read as well as what is left alone (WCAG 1.4.3). */
import type { Page } from '@playwright/test'
import { weakTexts } from './contrast.ts'
import { expect, test } from './fixtures.ts'
import { cell, openLesson } from './lesson-page.ts'

const PRESSED = 'a, button, summary, label, input, select, textarea, [tabindex], [role="button"], tr'
const STATES = { 'pointed at': ['hover'], focused: ['focus', 'focus-visible'], pressed: ['hover', 'active'] }

/** Puts everything that can be in a state into it, as a browser's developer tools do. */
async function force(page: Page, states: readonly string[]): Promise<number> {
  const tools = await page.context().newCDPSession(page)
  await tools.send('DOM.enable')
  await tools.send('CSS.enable')
  const { root } = await tools.send('DOM.getDocument', { depth: 0 })
  const { nodeIds } = await tools.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: PRESSED })
  for (const nodeId of nodeIds)
    await tools.send('CSS.forcePseudoState', { nodeId, forcedPseudoClasses: [...states] })
  return nodeIds.length
}

const PLACES: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'the first page': (page) => page.goto(''),
  'a lesson with its machine': async (page) => {
    await openLesson(page, 'lessons/accessing-x/')
    await cell(page, 'load-x').getByRole('button', { name: 'Machine' }).click()
    await expect(page.getByRole('slider').first()).toBeVisible()
  },
  'the scratchpad': async (page) => {
    await page.goto('scratchpad/')
    await expect(page.locator('section.cell').first()).toBeVisible()
  },
  'the making of an assignment': async (page) => {
    await page.goto('assign/')
    await expect(page.locator('.assignment-form')).toHaveAttribute('data-ready', 'true')
  },
  'a reference': (page) => page.goto('reference/errors/'),
}

for (const [name, open] of Object.entries(PLACES))
  test(`texts stand out in every state: ${name}`, async ({ page }) => {
    await open(page)
    for (const [state, classes] of Object.entries(STATES)) {
      expect(await force(page, classes)).toBeGreaterThan(10)
      expect(await weakTexts(page), state).toEqual([])
    }
  })
