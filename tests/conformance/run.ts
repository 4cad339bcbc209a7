import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * `npm run conformance -- FILE…` checks vector files, by default those of this repository. Each line is a record; the
 * module `kinds/<kind>.ts` checks the records of its kind: `check(record)` gives undefined, or what failed.
 */

export interface VectorRecord {
  readonly kind: string
  readonly id: string
}

/** The second is the path of the file that the record stands in. */
export type Check = (record: never, file: string) => string | undefined | Promise<string | undefined>

export interface FileReport {
  readonly file: string
  readonly passed: number
  readonly failures: readonly { readonly id: string; readonly why: string }[]
}

const SHOWN_FAILURES = 10
const VECTORS = join(import.meta.dirname, 'vectors')

/** The files that are checked when none is named. */
export function ownVectorFiles(): string[] {
  return readdirSync(VECTORS)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => join(VECTORS, name))
}

/** Checks every record of a file. */
export async function checkFile(file: string): Promise<FileReport> {
  const lines = readFileSync(file, 'utf8').split('\n')
  const records = lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as VectorRecord)
  const failures: { id: string; why: string }[] = []
  for (const record of records) {
    const why = await checkRecord(record, file)
    if (why !== undefined) failures.push({ id: record.id, why })
  }
  return { file, passed: records.length - failures.length, failures }
}

/** What is wrong with how the engine does a record; undefined where nothing is. */
export async function checkRecord(record: VectorRecord, file: string): Promise<string | undefined> {
  const check = await checkOf(record.kind)
  if (check === undefined) return `nothing here checks records of the kind ${record.kind}`
  try {
    return await check(record as never, file)
  } catch (error) {
    return `the engine threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
  }
}

async function checkOf(kind: string): Promise<Check | undefined> {
  const file = join(import.meta.dirname, 'kinds', `${basename(kind)}.ts`)
  if (!existsSync(file)) return undefined
  return ((await import(pathToFileURL(file).href)) as { check: Check }).check
}

function print({ file, passed, failures }: FileReport): void {
  console.log(`${file}: ${passed} passed, ${failures.length} failed`)
  for (const { id, why } of failures.slice(0, SHOWN_FAILURES))
    console.log(`  ${id}: ${why.replaceAll('\n', '\n    ')}`)
  if (failures.length > SHOWN_FAILURES) console.log(`  … and ${failures.length - SHOWN_FAILURES} more`)
}

if (import.meta.main) {
  const named = process.argv.slice(2)
  const reports: FileReport[] = []
  for (const file of named.length > 0 ? named : ownVectorFiles()) {
    if (!existsSync(file)) {
      console.error(`There is no file ${file}.`)
      process.exit(1)
    }
    const report = await checkFile(file)
    print(report)
    reports.push(report)
  }
  process.exitCode = reports.some(({ failures }) => failures.length > 0) ? 1 : 0
}
