import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { virtualAddress } from '#engine/units.ts'
import { CALL, EXIT, MMAP, ran, started, WRITE } from './linux-programs.ts'
import { expectWholeMemory } from './whole-memory.ts'
import type { Hardware } from '#engine/machine/snapshot.ts'
import type { ReplacementName } from '#engine/os/replacement.ts'

/** The child writes 7 over the parent's 42, says so, and ends; the parent waits and exits with what it still sees. */
const FORKS = `section .data
x: dd 42
child: db "child "
parent: db "parent"
section .text
_start:
mov eax, [x]
mov eax, 57
syscall
test eax, eax
jnz .parent
mov dword [x], 7
${WRITE('child', 6)}
${EXIT('[x]')}
.parent:
sub rsp, 16
mov rdi, -1
mov rsi, rsp
xor edx, edx
mov eax, 61
syscall
mov r12, rax
${WRITE('parent', 6)}
mov edi, [x]
add edi, [rsp + 1]
mov eax, 60
syscall`

/** The child is given the parent's XMM registers and MXCSR, changes them, and the parent has its own afterwards. */
const FORKS_WITH_VECTORS = `_start:
mov eax, 21
movd xmm9, eax
push 0x7F80
ldmxcsr [rsp]
mov eax, 57
syscall
test eax, eax
jnz .parent
paddd xmm9, xmm9
push 0x1F80
ldmxcsr [rsp]
movd edi, xmm9
mov eax, 60
syscall
.parent:
sub rsp, 16
mov rdi, -1
mov rsi, rsp
xor edx, edx
mov eax, 61
syscall
stmxcsr [rsp + 8]
movd edi, xmm9
add edi, [rsp + 1]
cmp dword [rsp + 8], 0x7F80
je .same
mov edi, 99
.same: mov eax, 60
syscall`

describe('fork', () => {
  test('vectors and MXCSR are a process’s own', () => {
    expect(ran(FORKS_WITH_VECTORS).stop).toMatchObject({ kind: 'exit', code: 21 + 42 })
  })

  test('a child has its own bytes as soon as it writes, and its parent can wait for it', () => {
    const { machine, stop } = ran(FORKS)
    expect(stop).toMatchObject({ kind: 'exit', code: 42 + 7 })
    expect(machine.console?.text).toBe('child parent')
    expect(machine.registers.get('r12')).toBe(1001n)
    expect(machine.processes.map(({ name }) => name)).toEqual(['A'])
    expectWholeMemory(machine)
  })

  test('shares every frame until a write copies one', () => {
    const machine = started(FORKS)
    const linux = machine.kernel.linux!
    while (linux.processes.length === 1) machine.step()
    const [a, b] = linux.processes
    const placeIn = (name: string) => {
      machine.switchTo(name)
      const translation = machine.memory.translate(
        virtualAddress(BigInt(machine.program!.assembly.labels.get('x')!)),
      )
      return translation.ok ? translation.physicalAddress : undefined
    }
    expect(placeIn(a!.name)).toBe(placeIn(b!.name))
    const copied = linux.frames.count('pagesCopied')
    machine.run(5)
    expect(linux.frames.count('pagesCopied')).toBeGreaterThan(copied)
    expect(placeIn('A')).not.toBe(placeIn('B'))
    expectWholeMemory(machine)
  })

  test('two that never yield take turns', () => {
    const source = `section .bss
n: resq 1
section .text
_start:
mov eax, 57
syscall
.l: inc qword [n]
jmp .l`
    const machine = started(source)
    machine.run(100_000)
    const { linux } = machine.kernel
    expect(linux!.frames.count('contextSwitches')).toBeGreaterThanOrEqual(8)
    const label = virtualAddress(machine.program!.assembly.labels.get('n')!)
    const counts = ['A', 'B'].map((name) => {
      machine.switchTo(name)
      return new DataView(machine.memory.peek(label, 8)!.buffer).getUint32(0, true)
    })
    expect(Math.min(...counts)).toBeGreaterThan(10_000)
  })

  test('a turn is as long when it is stepped through, and can be stepped back', () => {
    const whole = started(FORKS)
    whole.run(1000)
    const stepped = started(FORKS)
    while (stepped.kernel.linux!.isRunning) stepped.step()
    expect(stepped.snapshot().words).toEqual(whole.snapshot().words)
    const end = stepped.snapshot()
    const count = stepped.journal.stepCount
    stepped.back(count)
    expect(stepped.processes.length).toBe(1)
    stepped.forward(count)
    expect(stepped.snapshot()).toEqual(end)
  })
})

/** What a process does next, as instructions. Addresses are among eight pages, so that actions meet. */
const place = fc.nat(7).map((page) => `0x${(0x1000_0000 + page * 4096).toString(16)}`)
const pages = fc.integer({ min: 1, max: 4 }).map((count) => count * 4096)
const action = fc.oneof(
  fc
    .tuple(place, pages, fc.constantFrom(0, 1, 3))
    .map(([address, byteCount, protection]) => MMAP({ address, byteCount, protection, flags: 0x32 })),
  fc.tuple(place, pages).map(([address, byteCount]) => CALL(11, address, String(byteCount))),
  fc
    .tuple(place, pages, fc.constantFrom('0', '1', '3'))
    .map(([address, byteCount, protection]) => CALL(10, address, String(byteCount), protection)),
  fc.tuple(place, fc.nat(255)).map(([address, value]) => `mov byte [${address}], ${value}`),
  place.map((address) => `mov bl, [${address}]`),
  fc.constant(CALL(57, '0')),
  fc.constant(CALL(24, '0')),
  fc.nat(3).map((count) => CALL(12, String(0x41_0000 + count * 4096))),
  fc.constant(CALL(61, '-1')),
)

/** RAM for all of it, or so little that pages must move to a swap area, which may be full as well. */
const hardware: fc.Arbitrary<Hardware> = fc.oneof(
  fc.constant({ ramByteCount: 1 << 19 }),
  fc.record({
    ramByteCount: fc.integer({ min: 18, max: 34 }).map((frameCount) => frameCount * 4096),
    swap: fc.record({
      pageCount: fc.integer({ min: 1, max: 24 }),
      replacement: fc.constantFrom<ReplacementName[]>('fifo', 'clock', 'lru', 'optimal'),
    }),
  }),
)

describe('any sequence of mmap, munmap, mprotect, brk, fork, write and exit', () => {
  test('leaves every frame free, owned, or shared with the right count; going back restores all', () => {
    fc.assert(
      fc.property(fc.array(action, { minLength: 1, maxLength: 14 }), hardware, (actions, parts) => {
        const machine = started(`_start:\n${actions.join('\n')}\n${EXIT(0)}`, 'four-level', parts)
        const before = machine.snapshot()
        const stop = machine.run(20_000)
        expectWholeMemory(machine)
        machine.back(stop.steps)
        // The first instruction's page is fetched before the first step begins.
        expect(machine.processes.length).toBe(1)
        expect(machine.registers.rip).toBe(0x40_1000n)
        expect(machine.console!.bytes.length).toBe(before.output.length)
        expectWholeMemory(machine)
      }),
      { numRuns: 200 },
    )
  })
})
