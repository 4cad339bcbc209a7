import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { Machine } from '#engine/machine/machine.ts'
import { Recording } from '#engine/machine/recording.ts'
import { linuxCallName } from '#engine/os/calls/call-names.ts'
import { SYSTEM_CALLS } from '#engine/os/system-calls.ts'
import { CALL, EXIT, ran, started, WRITE } from './linux-programs.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('the table of system calls', () => {
  it('calls each by the number that Linux has for it', () => {
    for (const { number, name } of SYSTEM_CALLS)
      if (number !== undefined) expect(linuxCallName(BigInt(number))).toBe(name)
  })

  it('has no number twice', () => {
    for (const key of ['number', 'number32'] as const) {
      const numbers = SYSTEM_CALLS.map((call) => call[key]).filter((number) => number !== undefined)
      expect(new Set(numbers).size).toBe(numbers.length)
    }
  })

  it('names what nobody answers', () => {
    const { machine } = ran(`_start:\n${CALL(41, '2')}\n${CALL(999, '2')}\n${EXIT(0)}`)
    const calls = machine.kernel.linux!.events.all.filter(({ kind }) => kind === 'system-call')
    expect(calls).toMatchObject([
      { name: 'socket', isUnanswered: true },
      { name: 'call 999', isUnanswered: true },
      { name: 'exit' },
    ])
    expect(calls[2]).not.toHaveProperty('isUnanswered')
  })
})

/** Prints what it reads, piece by piece in brackets, until there is nothing. */
const ECHO = `section .bss
buffer: resb 64
section .data
open: db "["
close: db "]"
section .text
_start:
${CALL(0, '0', 'buffer', '64')}
test rax, rax
jz end
mov r12, rax
${WRITE('open', 1)}
mov edi, 1
mov rsi, buffer
mov rdx, r12
mov eax, 1
syscall
${WRITE('close', 1)}
jmp _start
end:
${EXIT(3)}`

describe('standard input', () => {
  it('of a terminal is read line by line, and ends with Ctrl+D', () => {
    const machine = started(ECHO)
    machine.kernel.linux!.input.give(bytes('one\ntwo\nthr\x04ee\n\x04'))
    expect(machine.run(10_000)).toMatchObject({ kind: 'exit', code: 3 })
    expect(machine.console!.text).toBe('[one\n][two\n][thr][ee\n]')
  })

  it('of a pipe is read as far as there is room', () => {
    const machine = started(ECHO)
    machine.kernel.linux!.input.isTerminal = false
    machine.kernel.linux!.input.give(bytes('one\ntwo\x04'))
    expect(machine.run(10_000)).toMatchObject({ kind: 'exit', code: 3 })
    expect(machine.console!.text).toBe('[one\ntwo\x04]')
  })

  it('lets a program wait until there is some', () => {
    const machine = started(ECHO)
    const { input } = machine.kernel.linux!
    expect(machine.run(10_000)).toMatchObject({ kind: 'waits', for: 'input' })
    const { stepCount } = machine
    expect(machine.run(10_000)).toEqual({ kind: 'waits', for: 'input', steps: 0 })
    input.give(bytes('hello\n'))
    expect(machine.run(10_000)).toMatchObject({ kind: 'waits', for: 'input' })
    expect(machine.stepCount).toBeGreaterThan(stepCount)
    input.give(bytes('\x04'))
    expect(machine.run(10_000)).toMatchObject({ kind: 'exit', code: 3 })
    expect(machine.console!.text).toBe('[hello\n]')
  })

  it('is read again when time goes back', () => {
    const machine = started(ECHO)
    const recording = new Recording(machine, 'end')
    recording.run(10_000)
    machine.kernel.linux!.input.give(bytes('hello\nworld\n\x04'))
    recording.run(10_000)
    const { text } = machine.console!
    recording.goTo(0)
    expect(machine.console!.text).toBe('')
    recording.goTo(recording.newest)
    expect(machine.console!.text).toBe(text)
    machine.back(Infinity)
    expect(machine.run(10_000)).toMatchObject({ kind: 'exit', code: 3 })
    expect(machine.console!.text).toBe('[hello\n][world\n]')
  })

  it('goes into a snapshot, with what was read of it', () => {
    const machine = started(ECHO)
    machine.kernel.linux!.input.give(bytes('hello\n'))
    machine.run(10_000)
    const copy = Machine.restore(machine.snapshot())
    expect(copy.run(10_000)).toMatchObject({ kind: 'waits' })
    copy.kernel.linux!.input.give(bytes('\x04'))
    expect(copy.run(10_000)).toMatchObject({ kind: 'exit', code: 3 })
    expect(copy.console!.text).toBe('[hello\n]')
  })

  it('waits for nobody where nobody is left to do anything', () => {
    expect(ran(`_start:\n${CALL(34, '0')}`).stop).toMatchObject({ kind: 'waits', for: 'signal' })
  })
})

test('a program’s own file is told by its path from the root, however it was called', () => {
  const { machine } = ran(`section .bss
buffer: resb 64
section .data
path: db "/proc/self/exe", 0
section .text
_start:
${CALL(89, 'path', 'buffer', '64')}
mov rdx, rax
mov rsi, buffer
mov edi, 1
mov eax, 1
syscall
${EXIT(0)}`)
  expect(machine.console!.text).toBe('/program')
})

describe('standard error', () => {
  it('is kept apart, and in order', () => {
    const toError = WRITE('text', 2).replace('edi, 1', 'edi, 2')
    const { machine } = ran(
      `section .data\ntext: db "äb"\nsection .text\n_start:\n${WRITE('text', 3)}\n${toError}\n${EXIT(0)}`,
    )
    const { console } = machine.kernel
    expect([console.textOf(1), console.textOf(2), console.text]).toEqual(['äb', 'ä', 'äbä'])
    expect(console.parts).toEqual([
      { stream: 1, text: 'äb' },
      { stream: 2, text: 'ä' },
    ])
    expect(Machine.restore(machine.snapshot()).kernel.console.parts).toEqual(console.parts)
  })
})

interface Recorded {
  readonly id: string
  readonly source: string
  readonly stdin?: string
}

const RECORDED = readFileSync(
  join(import.meta.dirname, '../../conformance/vectors/system-calls.jsonl'),
  'utf8',
)
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Recorded)

test.each(RECORDED.filter((_, index) => index % 4 === 0))(
  'what $id does can be undone and done again',
  ({ source, stdin = '' }) => {
    const machine = started(source)
    machine.kernel.linux!.input.isTerminal = false
    machine.kernel.linux!.input.give(bytes(stdin))
    const begun = machine.snapshot()
    const stop = machine.run(10_000)
    const ended = machine.snapshot()
    machine.back(Infinity)
    expect(machine.snapshot()).toMatchObject({ processes: begun.processes, words: begun.words })
    machine.forward(Infinity)
    const again = machine.snapshot()
    expect(again.frames).toEqual(ended.frames)
    expect(again).toMatchObject({ processes: ended.processes, words: ended.words, output: ended.output })
    machine.back(Infinity)
    expect(machine.run(10_000)).toEqual(stop)
    expect(machine.snapshot()).toMatchObject({ words: ended.words, output: ended.output })
  },
)
