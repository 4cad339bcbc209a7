/**
 * Every cell of every lesson × what readers do to it. Each edited cell, and those that start from it, run as in the
 * kernel; nothing throws, and what comes of it agrees with rustc and nasm: with their stored answers, and where they are
 * present with a few asked anew. `npm run reader-edits` asks them about edits and lessons that are new.
 * The first cell of each language meets many edits, and others a few; some are looked at closely, at many moments and
 * in every view, and with the cells that go on from there. Which ones is drawn by a seed, the same in every ordinary run, so
 * that what goes red is a change's doing; PAGEWALK_SEED names another. With PAGEWALK_CLOSELY=1 nothing is left out.
 */
import { describe, expect, test } from 'vitest'
import { Random } from '#exercises/shared/random.ts'
import type { CellDefinition } from '#notebook/shared/cell.ts'
import type { Language } from '#notebook/shared/language.ts'
import { SEED } from '../seed.ts'
import { keyOf, readAnswers } from './reader-edits/answers.ts'
import { contradiction, moved } from './reader-edits/judge.ts'
import { matrix } from './reader-edits/matrix.ts'
import { Reader } from './reader-edits/play.ts'
import { askTool, TOOLS } from './reader-edits/tools.ts'

const isWhole = process.env['PAGEWALK_CLOSELY'] === '1'
/** Of so many edits one is looked at closely, and another has the cells after it run. */
const ONE_IN = isWhole ? 1 : 16
/** How many edits are made in the first cell of a language, and in each of the others: a lesson more costs a second or two. */
const DRAWN = isWhole ? { first: Infinity, other: Infinity } : { first: 200, other: 6 }
const ASKED_ANEW = 12

const random = new Random(SEED)
const answers = readAnswers()
const cells = matrix()
const isFirst = (cell: CellDefinition) =>
  cells.find((each) => each.cell.cell.language === cell.language)?.cell.cell === cell
console.log(`reader's edits: seed ${SEED}`)

describe('every edit of every cell', () => {
  test.each(cells.map((each) => [`${each.cell.lesson} ${each.cell.cell.id}`, each] as const))(
    '%s',
    (_name, { cell: edited, edits }) => {
      const { cell } = edited
      const reader = new Reader(edited)
      const asItStands = () => reader.play(cell.source, { closely: false, onwards: false }).result
      const untouched = asItStands()
      const drawn = random.shuffle(edits).slice(0, DRAWN[isFirst(cell) ? 'first' : 'other'])
      const mistakes = drawn.flatMap(({ edit, edited: source }, at) => {
        const answer = answers.get(keyOf(cell.language, source))
        const played = reader.play(source, {
          closely: at % ONE_IN === 0,
          onwards: isWhole || at % ONE_IN === 1,
          mustEnd: typeof answer?.exit === 'number',
        })
        const against = answer && contradiction(edited, edit, played, answer)
        const places = edit.keepsLayout ? moved(cell, source) : []
        return [...played.mistakes, ...(against === undefined ? [] : [against]), ...places].map(
          (mistake) => `${edit.name}: ${mistake}`,
        )
      })
      expect(mistakes).toEqual([])
      expect(asItStands(), 'the cell made right again').toEqual(untouched)
    },
  )
})

const asked = cells.flatMap(({ cell: { cell }, edits }) =>
  edits.map(({ edit, edited }) => ({
    ...{ language: cell.language, name: edit.name, source: edited },
    ...{ isFirst: isFirst(cell), answer: answers.get(keyOf(cell.language, edited)) },
  })),
)

for (const [language, tool] of Object.entries(TOOLS)) {
  const own = asked.filter((each) => each.language === language)
  const unanswered = own.filter(({ answer }) => answer === undefined)
  if (unanswered.length > 0)
    console.warn(`${unanswered.length} edits in ${language} have no stored answer: npm run reader-edits`)
  test(`every edit in ${language} has an answer in the first cell`, () => {
    expect(unanswered.filter((each) => each.isFirst).map(({ name }) => name)).toEqual([])
  })
  if (tool === undefined) {
    console.warn(`skipped: no tool for ${language} is here; its stored answers served`)
    continue
  }
  test(`${tool} gives the answers that are stored`, () => {
    const answered = own.filter(({ answer }) => answer !== undefined)
    for (const { name, source, answer } of random.shuffle(answered).slice(0, ASKED_ANEW)) {
      const { accepts, exit } = askTool(language as Language, source)!
      expect({ name, accepts, exit }).toEqual({ name, accepts: answer!.accepts, exit: answer!.exit })
    }
  })
}
