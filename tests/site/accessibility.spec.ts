import AxeBuilder from '@axe-core/playwright'
import { builtPages } from './built-pages.ts'
import { expect, test } from './fixtures.ts'

const WIDTHS = [360, 1440]
const COLOURS = ['light', 'dark'] as const

for (const { path } of builtPages()) {
  for (const width of WIDTHS) {
    test.describe(`/${path} at ${width} px`, () => {
      test.use({ viewport: { width, height: 800 } })

      test('axe finds nothing, in light and dark', async ({ page }) => {
        await page.goto(path)
        for (const colorScheme of COLOURS) {
          await page.emulateMedia({ colorScheme })
          const { violations } = await new AxeBuilder({ page }).analyze()
          const found = violations.flatMap(({ id, nodes }) =>
            nodes.map(({ html }) => `${colorScheme} ${id}: ${html}`),
          )
          expect(found).toEqual([])
        }
      })

      test('nothing is wider than the page', async ({ page }) => {
        await page.goto(path)
        const widest = await page.evaluate(() => document.documentElement.scrollWidth)
        expect(widest).toBeLessThanOrEqual(width)
      })
    })
  }
}
