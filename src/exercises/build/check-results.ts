/**
 * `npm run -s check-results -- [--assignment LINK] FILES… > results.csv`: works out again what students have handed in.
 * A folder stands for the result files in it. What is checked against are the exercises of this version of the course.
 */
import { checkResult, isRefused, type Checked, type Checking } from '#exercises/shared/check-result.ts'
import { exercisesByKey } from '#exercises/shared/course.ts'
import { csvOf, resultsTable } from '#exercises/shared/results-table.ts'
import { courseSheets, readCourse } from './course.ts'
import { judgeInCourse } from './judge-in-course.ts'
import { readArguments, readResultFile } from './result-files.ts'

const PROVES =
  'What this shows: the answers that count are right for the variants of this assignment and that id. Who gave them, with ' +
  'what help, in how many tries and when, is only what the file says: nothing on a reader’s own machine is unforgeable.\n'

const asked = readArguments(process.argv.slice(2))
if (typeof asked === 'string') stop(asked)
const { files, expected } = asked
const course = readCourse()
const checking: Checking = { course, judge: judgeInCourse(courseSheets()), ...(expected ? { expected } : {}) }
const checked: Checked[] = []
for (const file of files) {
  const text = readResultFile(file)
  checked.push(typeof text === 'string' ? await checkResult(file, text, checking) : { file, ...text })
}
process.stdout.write(csvOf(resultsTable(checked, [...exercisesByKey(course).keys()])))
const refused = checked.filter(isRefused)
process.stderr.write(
  `${checked.length - refused.length} results checked, ${refused.length} files refused.\n${PROVES}`,
)

function stop(message: string): never {
  process.stderr.write(message)
  process.exit(1)
}
