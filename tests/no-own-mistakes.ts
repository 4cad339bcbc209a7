import { afterEach, beforeEach, expect, vi } from 'vitest'
import { OWN_MISTAKE } from '#notebook/shared/own-mistake.ts'

let mistakes: string[] = []

// A mistake of the course's own is caught and told to the reader; in a test it must not pass unseen for that.
beforeEach(() => {
  mistakes = []
  const { error } = console
  vi.spyOn(console, 'error').mockImplementation((...said: unknown[]) => {
    if (said[0] === OWN_MISTAKE) mistakes.push(said.join(' '))
    else error(...said)
  })
})

afterEach(() => {
  expect(mistakes, 'the course made a mistake of its own').toEqual([])
})

/** For a test that provokes some: how many there were. They are forgiven. */
export function takeMistakes(): number {
  const count = mistakes.length
  mistakes = []
  return count
}
