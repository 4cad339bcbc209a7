/**
 * `npm run soak -- [MINUTES] [SEED]`: a seeded reader on the built site, for ten minutes where nothing is said.
 * What was done goes to `test-results/soak-SEED.jsonl`; `npm run soak -- --replay FILE` does it again, and a file with
 * fewer lines is a shorter way to the same finding.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { findBrowser } from '../browser.ts'
import { soak, type Done } from './soak.ts'

const { values, positionals } = parseArgs({
  options: { replay: { type: 'string' }, port: { type: 'string', default: '46129' } },
  allowPositionals: true,
})
const minutes = Number(positionals[0] ?? 10)
const seed = Number(positionals[1] ?? Math.floor(Math.random() * 2 ** 31))
const replay = values.replay === undefined ? undefined : readLines(values.replay)
const root = join(import.meta.dirname, '../../..')
const results = join(root, 'test-results')
const file = join(results, `soak-${seed}.jsonl`)

function readLines(path: string): Done[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Done)
}

const server = spawn(process.execPath, ['src/site/serve.ts', '--port', values.port], { cwd: root })
const address = await new Promise<string>((resolve, reject) => {
  server.stdout.on('data', (text: Buffer) => {
    const [found] = /http:\/\/\S+/.exec(text.toString()) ?? []
    if (found) resolve(found)
  })
  server.on('exit', () => reject(new Error('The built site is not served: run npm run build first.')))
})
const { executablePath, arguments: args, origin } = await findBrowser()
const browser = await chromium.launch({ executablePath, args: [...args] })
console.log(
  `Browser: ${origin}. Seed ${seed}, ${replay ? `${replay.length} actions again` : `${minutes} minutes`}.`,
)

const { done, finding } = await soak({
  ...{ browser, baseURL: address, seed, milliseconds: minutes * 60_000 },
  ...(replay ? { replay } : {}),
})
mkdirSync(results, { recursive: true })
if (!replay) writeFileSync(file, `${done.map((each) => JSON.stringify(each)).join('\n')}\n`)
if (finding === undefined) console.log(`${done.length} actions, and all was well.`)
else {
  for (const each of done.slice(-25)) console.log(JSON.stringify(each))
  console.error(`Found after ${done.length} actions (seed ${seed}): ${finding}`)
  if (!replay) console.error(`Again: npm run soak -- --replay ${file}`)
}
await browser.close()
server.kill()
process.exitCode = finding === undefined ? 0 : 1
