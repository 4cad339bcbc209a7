/** A minute of `npm run soak`: a seeded reader, the same one in every ordinary run; PAGEWALK_SEED names another. */
import { soak } from './soak/soak.ts'
import { expect, test } from './fixtures.ts'

const MINUTE = 60_000

test('a reader who does a minute of everything finds nothing wrong', async ({ browser, baseURL }) => {
  test.setTimeout(5 * MINUTE)
  const seed = Number(process.env['PAGEWALK_SEED'] ?? 1531380696)
  console.log(`soak: seed ${seed}`)
  const { done, finding } = await soak({ browser, baseURL: baseURL ?? '', seed, milliseconds: MINUTE })
  const lately = done.slice(-25).map((each) => JSON.stringify(each))
  expect(
    finding,
    `seed ${seed}, after ${done.length} actions, the last:\n${lately.join('\n')}`,
  ).toBeUndefined()
  expect(done.length, 'a reader who does next to nothing finds nothing').toBeGreaterThan(10)
})
