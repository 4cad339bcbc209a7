/** The course without a network, and what happens to a reader when a newer one comes. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as plain, type Page } from '@playwright/test'
import { expect, listen, test } from './fixtures.ts'
import { allCellsLive, cell, openLesson, rewrite } from './lesson-page.ts'

test.use({ serviceWorkers: 'allow' })

/** Until everything is kept that the course consists of. */
async function isKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
}

test('after one visit to one page the whole course is there without a network', async ({ page, context }) => {
  await page.goto('lessons/your-question/')
  await isKept(page)
  await context.setOffline(true)
  // A lesson, and code, that this reader has never asked for.
  await openLesson(page, 'lessons/accessing-x/')
  await rewrite(page, cell(page, 'example'), (source) => source.replace('42', '99'))
  await expect(cell(page, 'example')).toHaveAttribute('data-state', 'done')
  await page.reload()
  await allCellsLive(page)
  await page.goto('scratchpad/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await context.setOffline(false)
})

plain.describe('a newer course', () => {
  plain.use({ serviceWorkers: 'allow' })
  let site = ''
  let server: ChildProcess
  let address = ''

  plain.beforeEach(async () => {
    site = mkdtempSync(join(tmpdir(), 'pagewalk-course-'))
    cpSync('dist', site, { recursive: true })
    server = spawn('node', ['src/site/serve.ts', '--outDir', site, '--port', '47310'])
    server.stdout?.setEncoding('utf8')
    const [said] = (await once(server.stdout!, 'data')) as [string]
    address = /http:\S+/.exec(said)?.[0] ?? ''
  })
  plain.afterEach(async () => {
    server.kill()
    await once(server, 'exit')
    rmSync(site, { recursive: true })
  })

  /** As another build would leave it: pages that differ, and so another list of what is kept. */
  function publish(): void {
    const page = join(site, 'lessons/accessing-x/index.html')
    writeFileSync(page, readFileSync(page, 'utf8').replace('<article', '<p id="newer">newer</p><article'))
    const worker = join(site, 'service-worker.js')
    const listed = readFileSync(worker, 'utf8')
    const changed = listed.replace(
      /(lessons\/accessing-x\/[`"'],\s*"?revision"?:\s*[`"'])[0-9a-f]+/,
      '$1another',
    )
    expect(changed).not.toBe(listed)
    writeFileSync(worker, changed)
    appendFileSync(worker, '\n')
  }

  plain('is offered, never forced, and brings what was written along', async ({ page }) => {
    // Five loads of a page, two of them with everything that is kept.
    plain.slow()
    const complaints = listen(page, new URL(address).origin)
    const lesson = `${address}lessons/accessing-x/`
    await openLesson(page, lesson)
    await isKept(page)
    await page.reload()
    await allCellsLive(page)
    await rewrite(page, cell(page, 'example'), (source) => source.replace('42', '77'))
    await expect(cell(page, 'example')).toHaveAttribute('data-state', 'done')
    publish()
    await page.reload()
    const offer = page.getByRole('status').filter({ hasText: 'A newer version' })
    await expect(offer).toBeVisible()
    await expect(page.locator('#newer')).toHaveCount(0)
    await offer.getByRole('button', { name: 'Later' }).click()
    await expect(offer).toBeHidden()
    await page.reload()
    await offer.getByRole('button', { name: 'Use it now' }).click()
    await expect(page.locator('#newer')).toBeVisible({ timeout: 60_000 })
    await allCellsLive(page)
    await expect(cell(page, 'example').getByRole('textbox')).toContainText('77')
    expect(complaints, 'a page complained').toEqual([])
  })
})
