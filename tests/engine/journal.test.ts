import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import '#engine/cpu/plain-loop.ts'
import { Journal } from '#engine/journal.ts'
import { FLAGS_WORD } from '#engine/words.ts'

/** Begins a step that moves RIP and changes the flags, as instructions do. */
function step(journal: Journal, instructionPointer: number, flags: number): void {
  journal.beginStep()
  journal.words[journal.registersAt] = instructionPointer
  journal.words[journal.registersAt + FLAGS_WORD] = flags
}

/** A journal with three steps that write memory in every width and set a slot. */
function threeSteps() {
  const journal = new Journal(64)
  const slot = journal.slot('first')
  step(journal, 10, 0x202)
  journal.write64(3, 0x1122334455667788n)
  step(journal, 20, 0x246)
  journal.write8(4, 0xff)
  journal.write16(62, 0xabcd)
  slot.set('second')
  step(journal, 30, 0x246)
  journal.write32(8, -1)
  slot.set('third')
  slot.set('fourth')
  return { journal, slot }
}

const bytesOf = (journal: Journal) => [...journal.bytes]

describe('journal', () => {
  test('goes back step by step and forward again, bit for bit', () => {
    const { journal, slot } = threeSteps()
    const states = [bytesOf(journal)]
    const slots = [slot.get()]
    for (let taken = 0; taken < 3; taken++) {
      expect(journal.back(1)).toBe(1)
      states.push(bytesOf(journal))
      slots.push(slot.get())
    }
    expect(slots).toEqual(['fourth', 'second', 'first', 'first'])
    expect(states[3]!.every((byte) => byte === 0)).toBe(true)
    expect(journal.back(1)).toBe(0)
    for (let taken = 2; taken >= 0; taken--) {
      expect(journal.forward(1)).toBe(1)
      expect(bytesOf(journal)).toEqual(states[taken])
      expect(slot.get()).toBe(slots[taken])
    }
    expect(journal.forward(1)).toBe(0)
  })

  test('a new step after going back replaces what could be redone', () => {
    const { journal, slot } = threeSteps()
    journal.back(2)
    step(journal, 99, 0)
    slot.set('other')
    expect(journal.forward(5)).toBe(0)
    expect(journal.stepCount).toBe(2)
    journal.back(1)
    expect(slot.get()).toBe('first')
    journal.forward(1)
    expect(slot.get()).toBe('other')
    expect(journal.words[journal.registersAt]).toBe(99)
  })

  test('what a faulting step wrote is undone with the step before it', () => {
    const journal = new Journal(64)
    step(journal, 1, 0)
    journal.beginStep()
    journal.write8(5, 7)
    journal.abandonStep()
    expect(journal.stepCount).toBe(1)
    expect(journal.bytes[5]).toBe(7)
    journal.back(1)
    expect(journal.bytes[5]).toBe(0)
  })

  test('without recording nothing is kept', () => {
    const { journal } = threeSteps()
    journal.recording = false
    step(journal, 40, 0)
    journal.write8(0, 1)
    expect(journal.stepCount).toBe(0)
    expect(journal.back(1)).toBe(0)
    expect(journal.bytes[0]).toBe(1)
  })

  test('listeners hear of every journey that moved', () => {
    const { journal } = threeSteps()
    let heard = 0
    journal.onTravel(() => heard++)
    journal.back(2)
    journal.back(0)
    journal.forward(1)
    expect(heard).toBe(2)
  })

  test('a full log gives up its oldest steps and keeps the rest exact', () => {
    const journal = new Journal(64, 0, 1 << 13)
    const steps = 5000
    for (let number = 1; number <= steps; number++) {
      step(journal, number, 0)
      journal.write32(0, number)
    }
    expect(journal.stepCount).toBe(steps)
    expect(journal.oldestStep).toBeGreaterThan(0)
    const reached = journal.back(steps)
    expect(journal.stepCount).toBe(journal.oldestStep)
    expect(reached).toBe(steps - journal.oldestStep)
    expect(journal.view.getInt32(0, true)).toBe(journal.oldestStep)
    expect(journal.forward(steps)).toBe(reached)
    expect(journal.view.getInt32(0, true)).toBe(steps)
  })
})

/** What a reader may do with time: go either way, and let something new happen wherever they are. */
const deeds = fc.array(
  fc.oneof(
    fc.record({ deed: fc.constant('back' as const), steps: fc.nat(4) }),
    fc.record({ deed: fc.constant('forward' as const), steps: fc.nat(4) }),
    fc.record({
      deed: fc.constant('step' as const),
      writes: fc.array(fc.tuple(fc.nat(60), fc.nat(0xff)), { maxLength: 3 }),
      values: fc.array(fc.nat(9), { maxLength: 3 }),
    }),
  ),
  { maxLength: 40 },
)

test('after any way through time, every moment is what it was', () => {
  fc.assert(
    fc.property(deeds, (all) => {
      const journal = new Journal(64)
      const slots = [journal.slot(0), journal.slot(0)]
      const stateNow = () => [...journal.bytes, ...slots.map((slot) => slot.get())].join()
      const past = [stateNow()]
      let now = 0
      for (const each of all) {
        if (each.deed === 'back') now -= journal.back(each.steps)
        else if (each.deed === 'forward') now += journal.forward(each.steps)
        else {
          step(journal, now + 1, 0)
          for (const [at, value] of each.writes) journal.write8(at, value)
          each.values.forEach((value, index) => slots[index % 2]!.set(value))
          past.length = ++now
          past.push(stateNow())
        }
        expect([journal.stepCount, stateNow()]).toEqual([now, past[now]])
      }
    }),
    { numRuns: 500 },
  )
})
