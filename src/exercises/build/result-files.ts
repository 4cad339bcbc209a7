/** Where a script finds what students have handed in. */
import { globSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readAssignment, type Assignment } from '#exercises/shared/assignment.ts'
import { LONGEST_RESULT } from '#exercises/shared/result-file.ts'

const USAGE = 'Use: npm run -s check-results -- [--assignment LINK] FILES… > results.csv\n'

interface Asked {
  readonly files: readonly string[]
  /** The assignment that was set. */
  readonly expected: Assignment | undefined
}

/** What is to be checked; a sentence where that cannot be made out. */
export function readArguments(given: readonly string[]): Asked | string {
  const at = given.indexOf('--assignment')
  if (at >= 0 && at === given.length - 1) return USAGE
  const link = at < 0 ? undefined : given[at + 1]?.replace(/^[^#]*#/, '')
  const expected = link === undefined ? undefined : readAssignment(link)
  if (typeof expected === 'string') return `${expected}\n`
  const paths = at < 0 ? given : given.filter((_, index) => index !== at && index !== at + 1)
  if (paths.length === 0) return USAGE
  // npm runs scripts in the project's folder, wherever it was called.
  const folder = process.env['INIT_CWD'] ?? process.cwd()
  return { files: paths.flatMap((path) => filesOf(resolve(folder, path))), expected }
}

function filesOf(path: string): string[] {
  if (!isFolder(path)) return [path]
  const found = globSync('**/*.json', { cwd: path }).sort()
  return found.map((file) => join(path, file)).filter((file) => !isFolder(file))
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

/** @returns its text, or what is said where it cannot be read: the other files are checked all the same */
export function readResultFile(path: string): string | { readonly message: string } {
  try {
    const size = statSync(path, { throwIfNoEntry: false })?.size
    if (size === undefined) return { message: 'There is no such file.' }
    // As many bytes as a character can take.
    if (size > 4 * LONGEST_RESULT)
      return { message: 'This file is far larger than a result can be, and was not read.' }
    return readFileSync(path, 'utf8')
  } catch {
    return { message: 'This file could not be read.' }
  }
}
