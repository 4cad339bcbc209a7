/**
 * `npm run mutants -- ROOM [COUNT] [SEED]`: whether a room's tests notice that its code is changed. Some hundred of all
 * the single changes that Stryker can make of the room's sources are drawn by a seed, which is printed; what survives
 * is listed, to be killed by a test, or to be called equivalent with a reason.
 */
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Stryker } from '@stryker-mutator/core'
import { Instrumenter } from '@stryker-mutator/instrumenter'
import { ROOMS, type Room } from './rooms.ts'

const ROOT = join(import.meta.dirname, '../..')
/** As many take half an hour at most on two cores. */
const USUAL_COUNT = 300

/** Where a change is made: lines from 1, columns from 0, as Stryker writes them. */
interface Place {
  readonly name: string
  readonly from: readonly [line: number, column: number]
  readonly to: readonly [line: number, column: number]
}

function sourcesOf({ sources }: Room): string[] {
  return sources
    .flatMap((source) => {
      const path = join(ROOT, source)
      if (statSync(path).isFile()) return [source]
      return readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(source, name))
    })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.generated.ts') && !name.endsWith('.d.ts'))
}

const silent = () => undefined
const logger = {
  ...{ isTraceEnabled: () => false, isDebugEnabled: () => false, isInfoEnabled: () => false },
  ...{ isWarnEnabled: () => false, isErrorEnabled: () => false, isFatalEnabled: () => false },
  ...{ trace: silent, debug: silent, info: silent, warn: silent, error: silent, fatal: silent },
}

/** Every single change of these files that Stryker can make. */
async function placesIn(names: readonly string[]): Promise<Place[]> {
  const files = names.map((name) => ({
    ...{ name: join(ROOT, name), mutate: true },
    content: readFileSync(join(ROOT, name), 'utf8'),
  }))
  const { mutants } = await new Instrumenter(logger).instrument(files, {
    ...{ plugins: null, excludedMutations: EXCLUDED, ignorers: [] },
  })
  return mutants.map(({ fileName, location: { start, end } }) => ({
    name: fileName.slice(ROOT.length + 1),
    from: [start.line + 1, start.column],
    to: [end.line + 1, end.column],
  }))
}

/** Stryker makes every change within a place: those inside of it, too. */
function isWithin(inner: Place, outer: Place): boolean {
  const before = (one: Place['from'], other: Place['from']) =>
    one[0] < other[0] || (one[0] === other[0] && one[1] <= other[1])
  return inner.name === outer.name && before(outer.from, inner.from) && before(inner.to, outer.to)
}

/** What is said to people is read by people: their words are no behaviour that a test has to fix. */
const EXCLUDED = ['StringLiteral']

/** Places with so many changes in them, each as likely as any other (xorshift32). */
function drawn(places: readonly Place[], count: number, seed: number): Place[] {
  const left = [...places]
  const chosen: Place[] = []
  const changes = new Set<Place>()
  let state = seed | 0 || 1
  while (changes.size < count && left.length > 0) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    const [place] = left.splice((state >>> 0) % left.length, 1) as [Place]
    const within = places.filter((each) => isWithin(each, place))
    // A whole function that goes brings all changes in it along: one such place would be the sample.
    if (within.length > count / 10) continue
    chosen.push(place)
    for (const each of within) changes.add(each)
  }
  return chosen
}

const written = ({ name, from, to }: Place) => `${name}:${from.join(':')}-${to.join(':')}`

async function run(name: string, count: number, seed: number): Promise<number> {
  const room = ROOMS[name]
  if (room === undefined) {
    console.error(`Name a room: ${Object.keys(ROOMS).join(', ')}.`)
    return 2
  }
  const places = await placesIn(sourcesOf(room))
  const mutate = [...new Set(drawn(places, count, seed).map(written))]
  console.log(`${name}: ${count} of ${places.length} changes, seed ${seed}`)
  process.env['PAGEWALK_MUTANTS_TESTS'] = room.tests.join(' ')
  const results = await new Stryker({
    mutate,
    ...{ testRunner: 'vitest', plugins: ['@stryker-mutator/vitest-runner'] },
    vitest: { configFile: 'tests/mutants/vitest.config.ts', related: false },
    mutator: { plugins: null, excludedMutations: EXCLUDED },
    ...{ coverageAnalysis: 'perTest', ignoreStatic: true, disableTypeChecks: false },
    ...{ concurrency: 2, timeoutMS: 20_000, tempDirName: '.cache/mutants', reporters: ['clear-text'] },
    // The whole project is copied, and what is built is not needed.
    ignorePatterns: ['dist', '.cache', '.astro', 'content', 'public', 'test-results'],
    clearTextReporter: { reportTests: false, allowColor: false, reportScoreTable: false },
  }).runMutationTest()
  const counted = results.filter(({ status }) => !['Ignored', 'CompileError'].includes(status))
  const killed = counted.filter(({ status }) => ['Killed', 'Timeout'].includes(status))
  console.log(
    `${name}: ${killed.length} of ${counted.length} noticed (${((100 * killed.length) / counted.length).toFixed(1)} %), seed ${seed}`,
  )
  return 0
}

const [name = '', count = USUAL_COUNT, seed = Date.now() % 1_000_000] = process.argv.slice(2)
process.exitCode = await run(name, Number(count), Number(seed))
