import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/**
 * What axe objects to. It is asked for nothing else: to describe whatever is in order takes it several times as long.
 * @param within a selector of the part that is looked at, or the whole page
 * @param leavesOut rules that the test asks about itself
 */
export async function objections(page: Page, within = 'html', ...leavesOut: string[]): Promise<string[]> {
  const rules = Object.fromEntries(leavesOut.map((rule) => [rule, { enabled: false }]))
  const axe = new AxeBuilder({ page }).include(within).options({ resultTypes: ['violations'], rules })
  // The pages have no frames, which the other way opens a page of its own for.
  const { violations } = await axe.setLegacyMode().analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}
