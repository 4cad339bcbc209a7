/**
 * `npm run -s check-results -- [--assignment LINK] FILES… > results.csv`: works out again what students have handed in.
 * A folder stands for the result files in it. What is checked against are the exercises of this version of the course.
 */
import { globSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readAssignment, type Assignment } from '#exercises/shared/assignment.ts'
import { checkResult, isRefused, type Checked, type Checking } from '#exercises/shared/check-result.ts'
import { exercisesByKey } from '#exercises/shared/course.ts'
import { LONGEST_RESULT } from '#exercises/shared/result-file.ts'
import { csvOf, resultsTable } from '#exercises/shared/results-table.ts'
import { courseSheets, readCourse } from './course.ts'
import { judgeInCourse } from './judge-in-course.ts'

const USAGE = 'Use: npm run -s check-results -- [--assignment LINK] FILES… > results.csv\n'
const PROVES =
  'What this shows: the answers that count are right for the variants of this assignment and that id. Who gave them, with ' +
  'what help, in how many tries and when, is only what the file says: nothing on a reader’s own machine is unforgeable.\n'

const { files, expected } = readArguments(process.argv.slice(2))
const course = readCourse()
const checking: Checking = { course, judge: judgeInCourse(courseSheets()), ...(expected ? { expected } : {}) }
const checked: Checked[] = []
for (const file of files) checked.push(await checkFile(file))
process.stdout.write(csvOf(resultsTable(checked, [...exercisesByKey(course).keys()])))
const refused = checked.filter(isRefused)
process.stderr.write(
  `${checked.length - refused.length} results checked, ${refused.length} files refused.\n${PROVES}`,
)

function readArguments(given: readonly string[]): { files: string[]; expected: Assignment | undefined } {
  const at = given.indexOf('--assignment')
  const link = at < 0 ? undefined : given[at + 1]?.replace(/^[^#]*#/, '')
  const expected = link === undefined ? undefined : readAssignment(link)
  if (typeof expected === 'string') stop(`${expected}\n`)
  const paths = at < 0 ? given : given.filter((_, index) => index !== at && index !== at + 1)
  if (paths.length === 0) stop(USAGE)
  // npm runs scripts in the project's folder, wherever it was called.
  const folder = process.env['INIT_CWD'] ?? process.cwd()
  return { files: paths.flatMap((path) => filesOf(resolve(folder, path))), expected }
}

function filesOf(path: string): string[] {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory()
  return isFolder
    ? globSync('**/*.json', { cwd: path })
        .sort()
        .map((file) => join(path, file))
    : [path]
}

async function checkFile(path: string): Promise<Checked> {
  const size = statSync(path, { throwIfNoEntry: false })?.size
  if (size === undefined) return { file: path, message: 'There is no such file.' }
  // As many bytes as a character can take.
  if (size > 4 * LONGEST_RESULT)
    return { file: path, message: 'This file is far larger than a result can be, and was not read.' }
  return checkResult(path, readFileSync(path, 'utf8'), checking)
}

function stop(message: string): never {
  process.stderr.write(message)
  process.exit(1)
}
