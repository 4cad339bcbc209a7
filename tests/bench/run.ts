/**
 * `npm run bench [NAME…]` prints one table for each `NAME.bench.ts` in this folder, all of them by default.
 * A bench exports, by default, an async function that returns the table's rows.
 */
import { globSync } from 'node:fs'
import { basename, join } from 'node:path'

export type Row = Readonly<Record<string, string | number>>
export type Bench = () => Promise<readonly Row[]>

const asked = process.argv.slice(2)
const files = globSync('*.bench.ts', { cwd: import.meta.dirname }).sort()

for (const file of files) {
  const name = basename(file, '.bench.ts')
  if (asked.length > 0 && !asked.includes(name)) continue
  const { default: bench } = (await import(join(import.meta.dirname, file))) as { default: Bench }
  console.log(`\n${name.replaceAll('-', ' ')}`)
  console.table(await bench())
}
