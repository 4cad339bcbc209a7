/** Pages in other languages than the course's own. */
import { builtPages } from './built-pages.ts'
import { expect, test } from './fixtures.ts'
import { cell, openLesson } from './lesson-page.ts'

const translations = builtPages().flatMap(({ path, html }) => {
  const [, language, original] = /^([a-z]{2})\/(lessons\/.+)/.exec(path) ?? []
  return language && original ? [{ path, html, language, original }] : []
})

/** What a page says of its kin, by language. */
function alternates(html: string): Record<string, string> {
  const links = html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)
  return Object.fromEntries([...links].map(([, language, href]) => [language, href]))
}

test('a translated page and its original each say where the other one is', () => {
  expect(translations.length).toBeGreaterThan(0)
  for (const { path, html, language, original } of translations) {
    const known = alternates(html)
    expect(known, path).toEqual(alternates(builtPages().find((page) => page.path === original)!.html))
    expect(known[language], path).toContain(path)
    expect(known['en'], path).toContain(original)
    expect(known['x-default'], path).toBe(known['en'])
  }
})

test('a reader changes the language of a lesson and back; what is not translated is read in the original', async ({
  page,
}) => {
  await openLesson(page, 'lessons/your-question/')
  await page.getByRole('link', { name: 'Deutsch' }).click()
  await expect(page).toHaveURL(/\/de\/lessons\/your-question\/$/)
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deine Frage')
  const contents = page.locator('nav .sections').first().locator('xpath=ancestor::ol[1]')
  await expect(contents.locator('a[hreflang=en]').first()).toHaveAttribute(
    'href',
    /\/lessons\/compiler-offsets\/$/,
  )
  await expect(contents.locator('a[aria-current]')).not.toHaveAttribute('hreflang')
  await page.getByRole('navigation', { name: 'Sprachen' }).getByRole('link', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your question')
})

test('an answer that passed in one language has passed in the other', () => {
  const hashes = (html: string) => html.match(/hash&quot;:\[0,&quot;[^&]*/g)
  for (const { path, html, original } of translations) {
    const found = hashes(html)
    expect(found, path).toEqual(hashes(builtPages().find((page) => page.path === original)!.html))
    expect(found?.length, path).toBeGreaterThan(0)
  }
})

test('cells run, and exercises are drawn in the language', async ({ page }) => {
  await openLesson(page, 'de/lessons/your-question/')
  const example = cell(page, 'example')
  await example.getByRole('button', { name: 'Run' }).click()
  await expect(example).toHaveAttribute('data-state', 'done')
  const exercise = page.locator('#exercise-wider-type')
  await exercise.scrollIntoViewIfNeeded()
  const drawn = page.waitForResponse(/\/de\/exercises\/your-question\.json$/)
  await exercise.getByRole('button', { name: 'Another one' }).click()
  expect(await (await drawn).text()).toContain('An welcher Adresse beginnt')
  await expect(exercise).toContainText('An welcher Adresse beginnt')
})
