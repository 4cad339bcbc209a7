import { expect, test } from 'vitest'
import { Journal } from '#engine/journal.ts'
import { Machine } from '#engine/machine/machine.ts'
import { link } from '#engine/machine/program.ts'
import { giveBack, takeBuffer } from '#engine/spare-memory.ts'

const PROGRAM =
  'main:\n push rbp\n mov rbp, rsp\n mov ecx, 5000\nagain: mov [rbp - 8], rcx\n dec ecx\n jnz again\n leave\n ret'

/** Runs a program that fills a log and some memory. */
function busyMachine(): Machine {
  const machine = Machine.boot('walkthrough', 'one-level')
  const linked = link(PROGRAM, machine.codeOrigin)
  if (!linked.ok) throw new Error('the program assembles')
  machine.load(linked.program)
  machine.run(1_000_000)
  return machine
}

test('a machine made of another one’s memory finds nothing of it', () => {
  const first = busyMachine()
  const [bytes, snapshot] = [first.journal.bytes.slice(), first.snapshot()]
  first.release()
  const second = Machine.boot('walkthrough', 'one-level')
  expect(second.journal.bytes.buffer).toBe(first.journal.bytes.buffer)
  const fresh = Machine.boot('walkthrough', 'one-level')
  expect(fresh.journal.bytes.buffer).not.toBe(first.journal.bytes.buffer)
  expect(Buffer.compare(second.journal.bytes, fresh.journal.bytes)).toBe(0)
  expect([second.stepCount, second.journal.back(10)]).toEqual([0, 0])
  // What was kept of the first stays as it was.
  expect(Buffer.compare(Machine.restore(snapshot).journal.bytes, bytes)).toBe(0)
})

test('a run on a used log can be undone step by step like any other', () => {
  const first = busyMachine()
  const log = first.journal.log
  first.release()
  const second = busyMachine()
  expect(second.journal.log).toBe(log)
  const after = second.journal.bytes.slice()
  const steps = second.back(Infinity)
  expect(steps).toBeGreaterThan(15_000)
  expect(second.forward(Infinity)).toBe(steps)
  expect(Buffer.compare(second.journal.bytes, after)).toBe(0)
})

test('what is given up twice is still given to one machine alone', () => {
  const first = busyMachine()
  first.release()
  first.release()
  const [second, third] = [busyMachine(), busyMachine()]
  expect(second.journal.bytes.buffer).not.toBe(third.journal.bytes.buffer)
  expect(second.journal.log).not.toBe(third.journal.log)
})

test('memory larger than a small machine’s is not kept', () => {
  const large = new Journal(1 << 22)
  large.release()
  expect(new Journal(1 << 22).bytes.buffer).not.toBe(large.bytes.buffer)
})

test('memory that is kept is clean when it is given again', () => {
  const used = new ArrayBuffer(12_288)
  new Uint8Array(used).fill(0xa5)
  giveBack(used, new Int32Array(0))
  const taken = takeBuffer(12_288)
  expect(taken).toBe(used)
  expect(new Uint8Array(taken).every((byte) => byte === 0)).toBe(true)
})
