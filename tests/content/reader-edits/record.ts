/**
 * Asks rustc and nasm about every edit and keeps what they answer: `npm run reader-edits`.
 * Only what has no answer yet is asked; `-- --all` asks everything anew.
 */
import { askTool, TOOLS } from './tools.ts'
import { keyOf, readAnswers, writeAnswers, type Answer } from './answers.ts'
import { matrix } from './matrix.ts'

const known = process.argv.includes('--all') ? new Map<string, Answer>() : readAnswers()
const answers = new Map<string, Answer>()
const sources = matrix().flatMap(({ cell: { cell }, edits }) =>
  edits.map(({ edited }) => [cell.language, edited] as const),
)

for (const [language, source] of sources) {
  const key = keyOf(language, source)
  if (answers.has(key) || TOOLS[language] === undefined) continue
  const answer = known.get(key) ?? askTool(language, source)
  if (answer) answers.set(key, answer)
  if (answers.size % 100 === 0) {
    console.log(`${answers.size} answers`)
    writeAnswers(new Map([...known, ...answers]))
  }
}
writeAnswers(answers)
console.log(`${answers.size} answers are kept`)
