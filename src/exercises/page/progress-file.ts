import { parseJson } from '#exercises/shared/parse-json.ts'
import { mergeRecords, readRecord, type ProgressRecord } from './progress-record.ts'

/** Records by exercise: `accessing-x/physical-address`. */
export type ProgressRecords = ReadonlyMap<string, ProgressRecord>

const FORMAT = 'pagewalk-progress'
const VERSION = 1
const KEY = /^[a-z0-9-]+\/[a-z0-9-]+$/
const MOST_RECORDS = 10_000

/** Progress as a file that a reader can keep, or take to another browser. */
export function writeProgressFile(records: ProgressRecords, unreadable: readonly string[] = []): string {
  const exercises = Object.fromEntries([...records].sort(([a], [b]) => a.localeCompare(b, 'en')))
  const file = {
    format: FORMAT,
    version: VERSION,
    exercises,
    ...(unreadable.length === 0 ? {} : { unreadable }),
  }
  return JSON.stringify(file, undefined, 2) + '\n'
}

export type ProgressFile =
  | { readonly ok: true; readonly records: ProgressRecords; readonly unreadable: number }
  | { readonly ok: false; readonly message: string }

/** Reads such a file. What can be read of a damaged one is read. */
export function readProgressFile(text: string): ProgressFile {
  const file = parseJson(text)
  if (typeof file !== 'object' || file === null)
    return refuse(
      'This file cannot be read as progress: it is no JSON, or it is damaged. Choose the file that “Save to a file” wrote.',
    )
  const { format, version, exercises } = file as Record<string, unknown>
  if (format !== FORMAT)
    return refuse(
      'This is not a file with progress of this course. Choose the one that “Save to a file” wrote.',
    )
  if (version !== VERSION)
    return refuse('This file was written by a later version of the course. Import it there.')
  if (typeof exercises !== 'object' || exercises === null) return refuse('There is no progress in this file.')
  const entries = Object.entries(exercises).slice(0, MOST_RECORDS)
  const read = entries.flatMap(([key, value]) => {
    const found = KEY.test(key) ? readRecord(value) : undefined
    return found ? [[key, found.record] as const] : []
  })
  return { ok: true, records: new Map(read), unreadable: entries.length - read.length }
}

function refuse(message: string): ProgressFile {
  return { ok: false, message }
}

/** Everything that is in either: of an exercise in both, the best that was reached and the latest work. */
export function mergeProgress(one: ProgressRecords, other: ProgressRecords): Map<string, ProgressRecord> {
  const merged = new Map(one)
  for (const [key, record] of other) {
    const mine = merged.get(key)
    merged.set(key, mine ? mergeRecords(mine, record) : record)
  }
  return merged
}
