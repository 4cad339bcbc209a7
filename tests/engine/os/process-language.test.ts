import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SchemeName } from '#engine/memory/scheme.ts'
import { Machine } from '#engine/machine/machine.ts'
import type { ImageName } from '#engine/os/images.ts'
import { checkProcesses } from '#engine/os/processes/check-processes.ts'
import { parseProcesses, printProcesses, type ProcessSpec } from '#engine/os/processes/parse-processes.ts'
import { PAGE_SIZE, virtualAddress } from '#engine/units.ts'
import { access } from '../machine/walkthrough.ts'
import { expectWholeMemory } from './whole-memory.ts'

/** Each diagnostic as the characters it marks, and what it says. */
const mistakes = (source: string) =>
  parseProcesses(source).diagnostics.map(({ from, to, message }) => [source.slice(from, to), message])

function machineWith(source: string, image: ImageName = 'linux', scheme: SchemeName = 'four-level'): Machine {
  const machine = Machine.boot(image, scheme)
  set(machine, source)
  return machine
}

function set(machine: Machine, source: string): void {
  const { processes, diagnostics } = parseProcesses(source)
  expect([...diagnostics, ...checkProcesses(processes, targetOf(machine))]).toEqual([])
  machine.setProcesses(processes.map((one) => ({ ...one, name: one.name ?? machine.current.name })))
}

const targetOf = ({ kernel, journal: { ramByteCount } }: Machine) => ({ kernel, ramByteCount })
const checked = (source: string, image: ImageName, scheme: SchemeName) =>
  checkProcesses(parseProcesses(source).processes, targetOf(Machine.boot(image, scheme))).map(
    ({ message }) => message,
  )

const TWO = `process A running
10000000-10004000 rw-p [heap]   # four pages
7fff00000000-7fff00800000 rw-p [stack]

process B
10000000-10004000 rw-p [heap]
`

describe('processes and their regions', () => {
  test('are read as they are printed', () => {
    const { processes, diagnostics } = parseProcesses(TWO)
    expect(diagnostics).toEqual([])
    expect(processes.map(({ name, isRunning, regions }) => [name, isRunning, regions.length])).toEqual([
      ['A', true, 2],
      ['B', undefined, 1],
    ])
    expect(processes[0]!.regions[1]).toMatchObject({
      name: 'stack',
      start: 0x7fff_0000_0000n,
      end: 0x7fff_0080_0000n,
      write: true,
      execute: false,
      grows: 'down',
    })
  })

  test('are read as Linux prints them, file and all, without a line for the process', () => {
    const source = `555555554000-555555556000 r--p 00000000 08:01 1835210                    /usr/bin/cat
7ffff7fc1000-7ffff7fc5000 r--p 00000000 00:00 0                          [vvar]
7ffffffde000-7ffffffff000 rw-p 00000000 00:00 0                          [stack]
7ffff0000000-7ffff0021000 rw-s 00000000 00:00 0`
    const { processes, diagnostics } = parseProcesses(source)
    expect(diagnostics).toEqual([])
    expect(processes).toHaveLength(1)
    expect(processes[0]!.name).toBeUndefined()
    expect(processes[0]!.regions.map(({ name, shared }) => [name, shared])).toEqual([
      ['/usr/bin/cat', undefined],
      ['[vvar]', undefined],
      ['stack', undefined],
      ['mapping', true],
    ])
  })

  test('are read whole where Linux ends them with the page of its own', () => {
    const source = `process A
7ffe6d3f8000-7ffe6d419000 rw-p 00000000 00:00 0                          [stack]
ffffffffff600000-ffffffffff601000 --xp 00000000 00:00 0                  [vsyscall]
`
    const { processes, diagnostics } = parseProcesses(source)
    expect(processes.map(({ regions }) => regions.map(({ name }) => name))).toEqual([['stack']])
    expect(diagnostics.map(({ severity, from, to }) => [severity, source.slice(from, to)])).toEqual([
      ['warning', 'ffffffffff600000-ffffffffff601000'],
    ])
  })

  test.each([
    ['hello', 'hello', 'hello is neither a range of addresses nor the word process.'],
    ['process', 'process', 'This process has no name.'],
    ['process 7', '7', '7 is not a name for a process.'],
    ['process A\nprocess A', 'A', 'There is a process A above already.'],
    ['process A sleeping', 'sleeping', 'sleeping does not belong here.'],
    ['process A running\nprocess B running', 'running', 'Another process is running already.'],
    ['1000-2000', '1000-2000', 'The rights are missing.'],
    ['1000-2000 rwq', 'rwq', 'rwq are no rights.'],
    ['1000-2000 rw-px', 'rw-px', 'rw-px are no rights.'],
    ['1000-20x0 rw-p', '1000-20x0', '1000-20x0 is no range of addresses.'],
    ['1000-2345 rw-p', '1000-2345', 'A region is made of whole pages, and 0x2345 is not where one begins.'],
    ['3000-2000 rw-p', '3000-2000', 'This region ends before it begins.'],
    ['3000-3000 rw-p', '3000-3000', 'This region is empty.'],
    [
      'ffffffffff600000-ffffffffff601000 --xp [mine]',
      'ffffffffff600000-ffffffffff601000',
      'Addresses from 0x7FFF_FFFF_F000 up are not for processes: the kernel has them.',
    ],
    [
      '1000-3000 rw-p code\n2000-4000 rw-p',
      '2000-4000',
      'This region has addresses of code, from 0x1000 to 0x3000.',
    ],
  ])('%j is a mistake, said where it is', (source, marked, message) => {
    expect(mistakes(source)).toEqual([[marked, message]])
  })

  const page = fc.integer({ min: 1, max: 2 ** 35 - 40 })
  const regions = fc
    .uniqueArray(page, { maxLength: 5, selector: (number) => Math.floor(number / 16) })
    .chain((starts) =>
      fc.tuple(
        ...starts.map((start) =>
          fc.record({
            name: fc.constantFrom('stack', 'heap', 'mapping', 'code', '/usr/lib/x y.so'),
            start: fc.constant(virtualAddress(BigInt(Math.floor(start / 16) * 16 * PAGE_SIZE))),
            pageCount: fc.integer({ min: 1, max: 16 }),
            rights: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean()),
          }),
        ),
      ),
    )
    .map((all) =>
      all.map(({ name, start, pageCount, rights: [read, write, execute, shared] }) => ({
        ...{ name, start, end: virtualAddress(start + BigInt(pageCount * PAGE_SIZE)), read, write, execute },
        ...(shared ? { shared } : {}),
      })),
    )
  const specs: fc.Arbitrary<ProcessSpec[]> = fc
    .uniqueArray(fc.stringMatching(/^[A-Za-z_]\w{0,5}$/), { minLength: 1, maxLength: 4 })
    .chain((names) => fc.tuple(...names.map((name) => fc.record({ name: fc.constant(name), regions }))))

  test('what is printed parses back to itself', () => {
    fc.assert(
      fc.property(specs, fc.nat(3), (written, running) => {
        const processes = written.map((one, index) => (index === running ? { ...one, isRunning: true } : one))
        const printed = printProcesses(processes)
        const parsed = parseProcesses(printed)
        expect(parsed.diagnostics).toEqual([])
        expect(parsed.processes).toMatchObject(processes)
        expect(printProcesses(parsed.processes.map((one) => ({ ...one, name: one.name! })))).toBe(printed)
      }),
    )
  })

  test('any text gives processes or diagnostics with spans inside it', () => {
    const words = fc.constantFrom(
      'process',
      'A',
      'running',
      '1000-3000',
      'rw-p',
      '[stack]',
      '#',
      '\n',
      '-',
      '0x',
      '–',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words).map((all) => all.join(' ')),
    )
    fc.assert(
      fc.property(text, (source) => {
        for (const { from, to } of parseProcesses(source).diagnostics) {
          expect(from).toBeLessThan(to)
          expect(to).toBeLessThanOrEqual(source.length)
        }
      }),
      { numRuns: 1000 },
    )
  })
})

describe('a machine with processes of its own', () => {
  test('keeps them apart, and gives pages with their first touch', () => {
    const machine = machineWith(TWO)
    expect(machine.processes.map(({ name }) => name)).toEqual(['A', 'B'])
    const { records, diagnostics } = access(
      machine,
      'write u8 0x10000000 = 7\nswitch B\nread u8 0x10000000\nwrite u8 0x10000000 = 9\nswitch A\nread u8 0x10000000',
    )
    expect(diagnostics).toEqual([])
    const values = records.flatMap((record) => (record.kind === 'read' ? [record.value] : []))
    expect(values).toEqual(['0', '7'])
    expect(records[0]).toMatchObject({
      answers: [{ kind: 'page-fault', answer: 'new-page' }, { kind: 'frames' }],
    })
    expectWholeMemory(machine)
  })

  test('refuses what no region has, and what a region does not allow', () => {
    const machine = machineWith('process A\n1000000-1001000 r--p text')
    const { records } = access(machine, 'read u8 0x2000000\nwrite u8 0x1000000 = 1\nread u8 0x1000000')
    expect(
      records.map((record) => (record.kind === 'switch' ? '' : (record.fault?.kind ?? record.value))),
    ).toEqual(['page-fault', 'page-fault', '0'])
    expect(records).toMatchObject([
      { refusal: { name: 'SIGSEGV', code: 'SEGV_MAPERR' } },
      { refusal: { name: 'SIGSEGV', code: 'SEGV_ACCERR' } },
      { value: '0' },
    ])
    expect(records[2]).not.toHaveProperty('refusal')
  })

  test('gives back what lies outside the regions that it is told next', () => {
    const machine = machineWith(TWO)
    access(machine, 'write u8 0x10000000 = 7\nwrite u8 0x10003000 = 8')
    const free = machine.kernel.freeFrameCount()
    set(machine, 'process A\n10003000-10005000 r--p [heap]')
    expect(machine.processes.map(({ name }) => name)).toEqual(['A'])
    expect(machine.kernel.freeFrameCount()).toBeGreaterThan(free)
    const { records } = access(machine, 'read u8 0x10003000\nwrite u8 0x10003000 = 1\nread u8 0x10000000')
    expect(records).toMatchObject([
      { value: '8' },
      { fault: { cause: 'read-only' } },
      { fault: { cause: 'not-present' } },
    ])
    expectWholeMemory(machine)
  })

  test('runs the one that is said to run, and can step back through all of it', () => {
    const machine = machineWith('process A\n1000-2000 rw-p\nprocess C running\n1000-2000 rw-p')
    expect(machine.current.name).toBe('C')
    expect(machine.memory.root).toBe(machine.current.root)
    const copy = Machine.restore(machine.snapshot())
    expect(copy.current.name).toBe('C')
    expect(access(copy, 'write u8 0x1000 = 3').records[0]).toMatchObject({ value: '3' })
  })

  test.each(['one-level', 'four-level'] as const)(
    'has page tables of its own on the image walkthrough too, with %s',
    (scheme) => {
      const machine = machineWith(
        'process A\n7fff007fe000-7fff00800000 rw-p [stack]\nprocess B\nprocess C',
        'walkthrough',
        scheme,
      )
      const roots = machine.processes.map(({ root }) => root)
      expect(new Set(roots).size).toBe(3)
      const { records } = access(machine, 'read u8 0x7FFF007FE000\nswitch C\nread u8 0x7FFF007FE000')
      expect(records[0]).toMatchObject({ value: '204' })
      expect(records[2]).toMatchObject({ fault: { kind: 'page-fault' } })
    },
  )

  test('says where there is no room', () => {
    expect(checked('process A\nprocess B', 'walkthrough', 'none')).toEqual([
      'Without page tables, this machine cannot keep process B apart from the others.',
    ])
    expect(checked('process A\n10000000-10001000 rw-p', 'walkthrough', 'none')).toEqual([
      'Without page tables an address is the number of a byte in RAM, and RAM ends at 0x10_0000.',
    ])
    expect(checked('1000-2000 rw-p\nprocess A', 'walkthrough', 'one-level')).toEqual([
      'Process A is the running one, and regions above this line are written for it already.',
    ])
    const many = Array.from({ length: 40 }, (_, index) => `process p${index}`).join('\n')
    expect(checked(many, 'linux', 'four-level')).toHaveLength(1)
  })
})
