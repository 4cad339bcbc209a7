import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PAGE_SIZE, virtualAddress } from '#engine/units.ts'
import { Machine } from '#engine/machine/machine.ts'
import { hasFrame, swapPlaceOf } from '#engine/os/absent-entry.ts'
import type { ReplacementName } from '#engine/os/replacement.ts'
import { CALL, EXIT, ran, started } from './linux-programs.ts'
import { expectWholeMemory } from './whole-memory.ts'

const POLICIES: readonly ReplacementName[] = ['fifo', 'clock', 'lru', 'optimal']

const hardware = (replacement: ReplacementName, frameCount = 24, pageCount = 64) => ({
  ramByteCount: frameCount * PAGE_SIZE,
  swap: { pageCount, replacement },
})

/** Writes its number to each of so many pages, in that order, and then adds what it finds in all of them, forwards. */
const sums = (pageCount: number, rounds = 1) => `section .bss
pages: resb ${pageCount * PAGE_SIZE}
section .text
_start:
mov r8d, ${rounds}
.round:
xor ecx, ecx
.write:
mov eax, ecx
shl eax, 12
mov [pages + rax + 8], ecx
inc ecx
cmp ecx, ${pageCount}
jb .write
xor ecx, ecx
xor edi, edi
.add:
mov eax, ecx
shl eax, 12
add edi, [pages + rax + 8]
inc ecx
cmp ecx, ${pageCount}
jb .add
dec r8d
jnz .round
mov eax, 60
syscall`

const sameWords = (one: Int32Array, other: Int32Array) => one.every((word, at) => word === other[at])
const sumTo = (count: number) => ((count * (count - 1)) / 2) % 256
const counter = ({ kernel }: Machine, name: 'majorFaults' | 'pagesSwappedOut' | 'pagesDropped') =>
  kernel.linux!.frames.count(name)

describe.each(POLICIES)('with %s', (policy) => {
  test('a program that needs more pages than there are frames computes the same', () => {
    const { machine, stop } = ran(sums(30), 'four-level', hardware(policy))
    expect(stop).toMatchObject({ kind: 'exit', code: sumTo(30) })
    expect(counter(machine, 'majorFaults')).toBeGreaterThan(0)
    expect(counter(machine, 'pagesSwappedOut')).toBeGreaterThan(0)
    expectWholeMemory(machine)
  })

  test('pages of any bytes come back as they were', () => {
    const content = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 39 }), fc.uint8Array({ minLength: 8, maxLength: 8 })),
      {
        minLength: 30,
        maxLength: 80,
      },
    )
    fc.assert(
      fc.property(content, (writes) => {
        const machine = started(
          `section .bss\npages: resb ${40 * PAGE_SIZE}\nsection .text\n_start:\n${EXIT(0)}`,
          'four-level',
          hardware(policy),
        )
        const linux = machine.kernel.linux!
        const base = BigInt(machine.program!.assembly.labels.get('pages')!)
        const at = (page: number) => virtualAddress(base + BigInt(page * PAGE_SIZE + 100))
        const touch = <Result>(act: () => Result): Result => {
          for (;;) {
            const result = act()
            if (result === undefined || result instanceof Uint8Array) return result
            linux.attend({ kind: 'fault', fault: result as never })
          }
        }
        const written = new Map<number, Uint8Array>()
        for (const [page, bytes] of writes) {
          touch(() => machine.memory.write(at(page), bytes))
          written.set(page, bytes)
        }
        for (const [page, bytes] of written)
          expect(touch(() => machine.memory.read(at(page), 8))).toEqual(bytes)
        expectWholeMemory(machine)
      }),
      { numRuns: 20 },
    )
  })

  test('stepping back brings every word back, and going on from there comes to the same end', () => {
    const machine = started(sums(26), 'four-level', hardware(policy))
    machine.run(1_000_000)
    const steps = machine.journal.stepCount
    const states = [machine.journal.words.slice()]
    while (machine.back() > 0) states.unshift(machine.journal.words.slice())
    expect(states.length).toBe(steps + 1)
    for (const expected of states.slice(1)) {
      machine.forward()
      expect(sameWords(machine.journal.words, expected)).toBe(true)
    }
    machine.back(steps / 2)
    expect(machine.run(1_000_000)).toMatchObject({ kind: 'exit', code: sumTo(26) })
    expect(sameWords(machine.journal.words, states.at(-1)!)).toBe(true)
  })
})

describe('the swap area', () => {
  test('the optimal policy knows what comes, and has the fewest faults', () => {
    const counts = POLICIES.map((policy) =>
      counter(ran(sums(20, 4), 'four-level', hardware(policy)).machine, 'majorFaults'),
    )
    expect(Math.min(...counts)).toBe(counts[POLICIES.indexOf('optimal')])
    expect(counts[POLICIES.indexOf('optimal')]).toBeLessThan(counts[POLICIES.indexOf('lru')]!)
  })

  test('a page that was only read is not written again, and one of the program itself is read from its file', () => {
    const source = sums(20, 3)
    const { machine } = ran(source, 'four-level', hardware('fifo'))
    const evicted = machine.kernel.linux!.events.all.filter((event) => event.kind === 'evicted')
    expect(evicted.filter(({ isWritten }) => isWritten).length).toBe(counter(machine, 'pagesSwappedOut'))
    expect(evicted.filter(({ isWritten }) => !isWritten).length).toBe(counter(machine, 'pagesDropped'))
    const dropped = evicted.filter(({ isWritten, place }) => !isWritten && place === undefined)
    const code = machine.program!.start
    expect(dropped.length).toBeGreaterThan(0)
    expect(dropped.every(({ page }) => BigInt(page) === code >> 12n)).toBe(true)
    expect(evicted.some(({ isWritten, place }) => !isWritten && place !== undefined)).toBe(true)
  })

  test('without room in it the process is ended, and the engine goes on', () => {
    const { machine, stop } = ran(sums(30), 'four-level', hardware('lru', 24, 4))
    const reason = expect.stringContaining('no page could be moved out')
    expect(stop).toMatchObject({ kind: 'signal', signal: { name: 'SIGKILL', reason } })
    expectWholeMemory(machine)
  })

  test('too few frames for one instruction end the process too', () => {
    const { stop } = ran(sums(3), 'four-level', hardware('fifo', 12))
    const reason = expect.stringMatching(/needs more pages at once|no page could be moved out/)
    expect(stop).toMatchObject({ kind: 'signal', signal: { name: 'SIGKILL', reason } })
  })

  test('the entry of a page that is out is not present and says where it is', () => {
    const { machine } = ran(sums(30), 'four-level', hardware('fifo'))
    const table = machine.kernel.pageTable()
    const entries = table.entries().map(({ entry }) => entry)
    const places = entries.flatMap((entry) => swapPlaceOf(entry) ?? [])
    expect(new Set(places).size).toBe(places.length)
    expect(places.length).toBeGreaterThan(0)
    for (const entry of entries) expect(hasFrame(entry)).toBe(swapPlaceOf(entry) === undefined)
    expect(machine.kernel.linux!.sizesOf(machine.kernel.linux!.current).swapped).toBe(
      places.length * PAGE_SIZE,
    )
  })

  test('what two processes share goes out and comes back for both, until one of them writes', () => {
    const source = `section .data
x: times 4096 db 5
section .bss
pages: resb ${24 * PAGE_SIZE}
section .text
_start:
mov byte [x], 6
mov eax, 57
syscall
mov r9d, eax
xor ecx, ecx
.fill:
mov eax, ecx
shl eax, 12
mov [pages + rax], ecx
inc ecx
cmp ecx, 24
jb .fill
test r9d, r9d
jnz .parent
movzx edi, byte [x]
mov byte [x], 99
mov eax, 60
syscall
.parent:
sub rsp, 16
${CALL(61, '-1', 'rsp')}
movzx edi, byte [rsp + 1]
add dil, [x]
mov eax, 60
syscall`
    for (const policy of POLICIES) {
      const { machine, stop } = ran(source, 'four-level', hardware(policy, 34))
      expect(stop).toMatchObject({ kind: 'exit', code: 12 })
      expect(counter(machine, 'pagesSwappedOut')).toBeGreaterThan(0)
      expectWholeMemory(machine)
    }
  })

  test('a snapshot takes it along', () => {
    const machine = started(sums(30), 'four-level', hardware('optimal'))
    machine.run(150)
    expect(counter(machine, 'pagesSwappedOut')).toBeGreaterThan(0)
    const copy = Machine.restore(machine.snapshot())
    expect(copy.run(1_000_000)).toMatchObject({ kind: 'exit', code: sumTo(30) })
    expect(machine.run(1_000_000)).toMatchObject({ kind: 'exit', code: sumTo(30) })
    expect(counter(copy, 'majorFaults')).toBe(counter(machine, 'majorFaults'))
  })
})
