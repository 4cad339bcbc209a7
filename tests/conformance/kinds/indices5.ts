import { checkIndices, type IndicesRecord } from './indices4.ts'

/** The same with five levels. */
export function check(record: IndicesRecord): string | undefined {
  return checkIndices(record, 'five-level')
}
