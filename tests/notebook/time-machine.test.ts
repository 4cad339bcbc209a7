import { expect, test } from 'vitest'
import { TimeMachine } from '#notebook/page/time-machine.ts'
import type { Look, Moment } from '#notebook/shared/moment.ts'

const MOMENT: Moment = { step: 7, newest: 9_000_000, views: [], phases: [], isCode: false, related: [] }

/** A machine whose looks are answered one by one. */
function watched() {
  const looks: { readonly look: Look; answer(moment: Partial<Moment>): Promise<void> }[] = []
  const settled = () => new Promise<void>((resolve) => setTimeout(resolve))
  const machine = new TimeMachine(
    (_, look) =>
      new Promise((resolve) => {
        looks.push({
          look,
          answer: (moment) => {
            resolve({ ...MOMENT, ...moment })
            return settled()
          },
        })
      }),
    [],
    () => {},
  )
  return { machine, looks }
}

const TO_LINE = { to: 'line', direction: 1 } as const
const part = (steps: number) => ({ searched: { steps, depth: 2 } })

async function searching() {
  const { machine, looks } = watched()
  machine.open('a')
  await looks[0]!.answer({})
  machine.go(TO_LINE)
  await looks[1]!.answer(part(100))
  return { machine, looks }
}

test('what is not found in one part of a run is looked for in the next', async () => {
  const { machine, looks } = await searching()
  expect(machine.now.searched).toBe(100)
  expect(looks[2]!.look).toMatchObject({ travel: TO_LINE, ...part(100) })
  await looks[2]!.answer(part(200))
  expect(machine.now.searched).toBe(200)
  await looks[3]!.answer({ step: 250 })
  expect(machine.now).toMatchObject({ moment: { step: 250 } })
  expect(machine.now.searched).toBeUndefined()
  expect(looks).toHaveLength(4)
})

test('a search ends when the reader stops it, and when they go elsewhere', async () => {
  const stopped = await searching()
  stopped.machine.pause()
  expect(stopped.machine.now.searched).toBeUndefined()
  await stopped.looks[2]!.answer(part(200))
  expect(stopped.looks).toHaveLength(3)
  expect(stopped.machine.now.searched).toBeUndefined()

  const left = await searching()
  left.machine.go({ to: 'step', step: 3 })
  await left.looks[2]!.answer(part(200))
  expect(left.looks[3]!.look.travel).toEqual({ to: 'step', step: 3 })
  await left.looks[3]!.answer({ step: 3 })
  expect(left.looks).toHaveLength(4)
  expect(left.machine.now).toMatchObject({ moment: { step: 3 } })
})

test('a search that is stopped in its first part does not go on', async () => {
  const { machine, looks } = watched()
  machine.open('a')
  await looks[0]!.answer({})
  machine.go(TO_LINE)
  machine.pause()
  await looks[1]!.answer(part(100))
  expect(looks).toHaveLength(2)
  expect(machine.now.searched).toBeUndefined()
})
