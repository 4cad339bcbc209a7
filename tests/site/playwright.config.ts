import { defineConfig, type Project } from '@playwright/test'
import { findBrowser } from './browser.ts'

const PORT = Number(process.env['PAGEWALK_TEST_PORT'] ?? 46127)

/**
 * The same site twice: as it is hosted at a domain's root, and in a folder of somebody else's, who has put lessons of their
 * own beside the course's (`own-lessons`, named in `below.env`).
 */
const sites = {
  root: { base: '/', outDir: 'dist', port: PORT },
  course: { base: '/course/', outDir: '.cache/dist-course', port: PORT + 1 },
}

const browser = await findBrowser()
// Playwright reads this file once for every worker; one of them is enough to say it.
if (process.env['TEST_WORKER_INDEX'] === undefined) console.log(`Browser: ${browser.origin}`)

const project = (name: keyof typeof sites, options: Partial<Project>): Project => ({
  name,
  ...options,
  use: { baseURL: `http://localhost:${sites[name].port}${sites[name].base}` },
})

const server = ({ base, outDir, port }: (typeof sites)[keyof typeof sites]) => ({
  command: `node src/site/serve.ts --base ${base} --outDir ${outDir} --port ${port}`,
  url: `http://localhost:${port}${base}`,
  cwd: '../..',
  reuseExistingServer: false,
})

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  testMatch: '*.spec.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // Only what never comes is to fail: how long it takes says nothing on a busy machine.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'dot',
  use: {
    launchOptions: { executablePath: browser.executablePath, args: [...browser.arguments] },
    trace: 'off',
    // What a page does without a network is tested without a kept course, and the other way round in offline.spec.ts.
    serviceWorkers: 'block',
  },
  projects: [
    project('root', { testIgnore: 'own-lessons.spec.ts' }),
    project('course', { testMatch: ['hosting.spec.ts', 'own-lessons.spec.ts'] }),
  ],
  webServer: Object.values(sites).map(server),
})
