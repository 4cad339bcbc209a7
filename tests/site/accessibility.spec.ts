import { builtLessons, builtPages } from './built-pages.ts'
import { expectFits, expectNoObjections, expectReadable } from './accessible.ts'
import { test } from './fixtures.ts'

/** Lessons are looked at while they are used (lessons.spec.ts); one stands for how all of them look on a desk. */
const [first, ...others] = builtLessons().map(({ path }) => path)
const pages = builtPages().filter(({ path }) => !others.includes(path))

for (const { path } of pages) {
  // A narrow page in light and a wide one in dark: structure depends on the width, contrast on the colours alone.
  test(`/${path}: axe finds nothing, texts stand out, and nothing is wider than the page`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 800 })
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto(path)
    if (path !== first) {
      await expectNoObjections(page)
      await expectFits(page, 360)
    }
    await page.setViewportSize({ width: 1440, height: 800 })
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectNoObjections(page)
    await expectFits(page, 1440)
    await expectReadable(page)
  })
}
