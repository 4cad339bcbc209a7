import { describe, expect, test } from 'vitest'
import { Machine } from '#engine/machine/machine.ts'
import { nextStepPhases, type StepPhase } from '#engine/machine/step-phases.ts'
import type { SchemeName } from '#engine/memory/scheme.ts'
import { EXIT, started } from '../os/linux-programs.ts'
import { assemblyProgram, LISTING } from './walkthrough.ts'

const kinds = (phases: readonly StepPhase[]) => phases.map(({ kind }) => kind)

function loaded(source: string, scheme: SchemeName, hardware = {}): Machine {
  const machine = Machine.boot('walkthrough', scheme, undefined, hardware)
  machine.load(assemblyProgram(source, machine.codeOrigin))
  return machine
}

/** What a step is told to do must be what it then does. */
function checkStep(machine: Machine): readonly StepPhase[] {
  const before = machine.journal.bytes.slice()
  const steps = machine.journal.stepCount
  const phases = nextStepPhases(machine)
  expect(machine.journal.stepCount).toBe(steps)
  expect(Buffer.compare(machine.journal.bytes, before)).toBe(0)
  machine.step()
  for (const phase of phases) {
    if (phase.kind === 'register') expect(machine.registers.get(phase.name)).toBe(phase.after)
    if (phase.kind !== 'ram') continue
    const { physicalAddress, after } = phase
    if (after)
      expect(machine.journal.bytes.slice(physicalAddress, physicalAddress + after.length)).toEqual(after)
  }
  return phases
}

describe.each<SchemeName>(['none', 'one-level', 'four-level', 'five-level'])('%s', (scheme) => {
  test('every step of the walkthrough does what its phases say', () => {
    const machine = loaded(LISTING, scheme)
    for (let step = 0; step < 10; step++) expect(checkStep(machine)[0]?.kind).toMatch(/fetch|walk/)
  })
})

test('the load of x, from the fetch to the register', () => {
  const machine = loaded(LISTING, 'four-level')
  while (
    !machine.program!.assembly.instructions.some(
      ({ address, text }) => address === machine.registers.rip && text === 'mov al, [rbp - 1]',
    )
  )
    machine.step()
  const phases = nextStepPhases(machine)
  const walk = ['walk', 'walk', 'walk', 'walk']
  expect(kinds(phases)).toEqual([...walk, 'fetch', 'effective-address', 'split', ...walk, 'ram', 'register'])
  expect(phases.find(({ kind }) => kind === 'split')).toMatchObject({ page: 0x7fff007fe, offset: 0xfff })
  expect(phases.at(-2)).toMatchObject({ physicalAddress: 0x5fff, before: Uint8Array.of(42) })
  expect(phases.at(-1)).toMatchObject({
    name: 'rax',
    before: 0xaaaa_aaaa_aaaa_aaaan,
    after: 0xaaaa_aaaa_aaaa_aa2an,
  })
})

test('a write across the edge of a page has two of everything', () => {
  const machine = loaded('f: mov dword [rbp - 0x1000 + 14], 0x01020304\nret', 'one-level')
  machine.step()
  expect(machine.registers.get('rbp') % 4096n).toBe(0xff0n)
  const written = checkStep(machine).filter((phase) => phase.kind === 'ram')
  expect(written.map(({ before, after }) => [before.length, after?.length])).toEqual([
    [2, 2],
    [2, 2],
  ])
})

test('a TLB is asked first, and what it knows is not walked for', () => {
  const tlb = { entryCount: 16, wayCount: 4, replacement: 'lru', tagged: false } as const
  const machine = loaded('f: mov al, [rbp - 1]\nmov al, [rbp - 2]\nret', 'four-level', { tlb })
  machine.step()
  const told = [0, 1].map(() => checkStep(machine).find((phase) => phase.kind === 'tlb')?.isHit)
  expect(told).toEqual([true, true])
  const fresh = loaded('f: mov al, [rbp - 0x1000]\nret', 'four-level', { tlb })
  fresh.step()
  const phases = checkStep(fresh)
  expect(phases.find((phase) => phase.kind === 'tlb')?.isHit).toBe(false)
})

test('fetches ask their TLB, and both they and data ask the caches', () => {
  const tlb = { entryCount: 16, wayCount: 4, replacement: 'lru', tagged: false } as const
  const line = { lineCount: 64, lineByteCount: 16, wayCount: 4, replacement: 'lru', writes: 'back' } as const
  const caches = [
    { name: 'L1d', ...line },
    { name: 'L2', ...line },
  ] as const
  const hardware = { tlb, fetchTlb: 'shared', caches } as const
  const machine = loaded('f: mov al, [rbp - 1]\nmov al, [rbp - 2]\nret', 'four-level', hardware)
  machine.step()
  const asked = () =>
    checkStep(machine).flatMap((phase) =>
      phase.kind === 'tlb'
        ? [`tlb ${phase.isHit}`]
        : phase.kind === 'cache'
          ? [`${phase.name} ${phase.isHit}`]
          : [],
    )
  // The call stands on the same page of code, in another line, and has pushed its address onto this page of the stack.
  expect(asked()).toEqual(['tlb true', 'L2 false', 'tlb true', 'L1d false', 'L2 false'])
  expect(asked()).toEqual(['tlb true', 'L2 true', 'tlb true', 'L1d true'])
})

test('a first touch faults, is answered, and is tried again', () => {
  const machine = started(`_start: push rax\nmov al, [rsp - 0x2000]\n${EXIT(0)}`)
  expect(kinds(checkStep(machine))).toEqual(
    expect.arrayContaining(['fault', 'system', 'fetch', 'ram', 'register']),
  )
  const phases = kinds(checkStep(machine))
  expect(phases.filter((kind) => kind === 'fault' || kind === 'system')).toEqual(['fault', 'system'])
  expect(phases.at(-1)).toBe('ram')
})

test('a fault that nobody answers is the last phase', () => {
  const machine = loaded('f: mov al, [0]\nret', 'four-level')
  machine.step()
  expect(kinds(nextStepPhases(machine)).at(-1)).toBe('fault')
})
