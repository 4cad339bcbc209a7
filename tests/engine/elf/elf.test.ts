/** Executables that gcc and ld have made from `files/sum.c`, as its script says; their lines as binutils read them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { CodeReader } from '#engine/elf/code-reader.ts'
import { fact } from '#engine/facts.ts'
import { factText } from '#engine/facts/fact-value.ts'
import { Attribute, readDebugUnits } from '#engine/elf/debug-information.ts'
import { readElf, type ElfFile } from '#engine/elf/elf-file.ts'
import { elfProgram } from '#engine/elf/elf-program.ts'
import { demangled, readSymbols } from '#engine/elf/elf-symbols.ts'
import { readLines } from '#engine/elf/line-table.ts'
import { Machine } from '#engine/machine/machine.ts'
import { mapsText } from '#engine/os/maps.ts'
import { pageAligned } from '#engine/os/region-list.ts'
import { virtualAddress } from '#engine/units.ts'

const FILES = join(import.meta.dirname, 'files')
const fileOf = (name: string) => new Uint8Array(readFileSync(join(FILES, name)))
const NAMES = ['sum-dwarf5', 'sum-dwarf4', 'sum-pie', 'sum-stripped'] as const
const SOURCE = readFileSync(join(FILES, 'sum.c'), 'utf8')
const LINES = JSON.parse(readFileSync(join(FILES, 'lines.json'), 'utf8')) as Record<
  string,
  Record<string, number>
>

function started(name: string, ...given: string[]): Machine {
  const made = elfProgram(fileOf(name), {
    path: `./${name}`,
    arguments: given,
    source: { name: 'sum.c', text: SOURCE },
  })
  if (!made.ok) throw new Error(made.message)
  const machine = Machine.boot('linux', 'four-level')
  machine.load(made.program)
  return machine
}

/** How often executables are changed at random; more are worth it when the reader is changed. */
const FUZZ_RUNS = Number(process.env['PAGEWALK_ELF_FUZZ'] ?? 300)

describe('an executable', () => {
  it.each(NAMES)('runs: %s', (name) => {
    const machine = started(name, 'one', 'äh')
    expect(machine.run(100_000)).toMatchObject({ kind: 'exit', code: 100 })
    expect(machine.console!.text).toBe(`./${name} one äh many\n`)
    const ended = machine.snapshot()
    machine.back(Infinity)
    expect(machine.console!.text).toBe('')
    machine.forward(Infinity)
    expect(machine.snapshot().words).toEqual(ended.words)
  })

  it('lies where Linux puts it', () => {
    const { regions } = started('sum-dwarf5').kernel.linux!.current
    expect(
      mapsText(regions)
        .split('\n')
        .map((line) => line.slice(0, 22)),
    ).toEqual([
      '00400000-00401000 r--p',
      '00401000-00402000 r-xp',
      '00402000-00403000 r--p',
      '00403000-00405000 rw-p',
      '00405000-00406000 rw-p',
      '7ffffffde000-7ffffffff',
    ])
  })

  it('that may lie anywhere ends where mappings do, and its heap is far below', () => {
    const { regions, heapStart } = started('sum-pie').kernel.linux!.current
    const program = regions.filter(({ name }) => name !== 'stack')
    expect(pageAligned(program.at(-1)!.end)).toBe(0x7fff_f7ff_f000n)
    expect(heapStart).toBe(0x5555_5555_5000n)
  })

  it('is told where its program headers are', () => {
    const machine = started('sum-pie')
    const stack = machine.registers.get('rsp')
    const words = Array.from({ length: 44 }, (_, index) => {
      const bytes = machine.memory.peek((stack + BigInt(8 * index)) as never, 8)!
      return new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0, true)
    })
    const auxiliary = new Map(
      Array.from({ length: 20 }, (_, pair) => [words[4 + 2 * pair]!, words[5 + 2 * pair]!] as const),
    )
    const base = machine.program!.start
    expect([auxiliary.get(3n), auxiliary.get(4n)]).toEqual([base + 64n, 56n])
    expect(auxiliary.get(9n)).toBe(machine.registers.rip)
    const read = readElf(fileOf('sum-pie'))
    expect(read.ok && BigInt(read.file.programHeaders.length)).toBe(auxiliary.get(5n))
  })
})

describe('what a debugger knows', () => {
  it.each(['sum-dwarf5', 'sum-dwarf4', 'sum-pie'])('has the lines of %s', (name) => {
    const read = readElf(fileOf(name))
    const rows = read.ok ? readLines(read.file) : []
    const expected = Object.entries(LINES[name]!)
    expect(expected.length).toBeGreaterThan(30)
    for (const [address, line] of expected) {
      const row = rows.findLast((one) => one.address <= BigInt(address))
      expect([address, row?.file, row?.line]).toEqual([address, 'sum.c', line])
    }
  })

  it('names functions, whose instructions are listed', () => {
    const machine = started('sum-dwarf5')
    const read = readElf(fileOf('sum-dwarf5'))
    const symbols = read.ok ? readSymbols(read.file) : []
    expect(symbols.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['_start', 'begin', 'print', 'sum', 'call']),
    )
    const sum = symbols.find(({ name }) => name === 'sum')!
    const listing = machine.program!.code!.listingAt(sum.address + 4n)!
    expect([...listing.assembly.labels]).toEqual([['sum', sum.address]])
    expect(listing.assembly.instructions.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['push rbp', 'mov rbp, rsp', 'ret']),
    )
    expect(SOURCE.split('\n')[listing.assembly.instructions[0]!.line]).toContain('int sum(')
  })

  it('is not needed: the listing begins where it leads to the next instruction', () => {
    const machine = started('sum-stripped')
    for (let step = 0; step < 60; step++) {
      const { rip } = machine.registers
      expect(machine.listing!.assembly.instructions.map(({ address }) => address)).toContain(rip)
      machine.step()
    }
  })

  it('has the paths of Rust as they were written', () => {
    expect(demangled('_ZN4core3fmt9Formatter9write_str17h0123456789abcdefE')).toBe(
      'core::fmt::Formatter::write_str',
    )
    expect(demangled('_ZN31_$LT$u8$u20$as$u20$a..Trait$GT$1f17h0123456789abcdefE')).toBe(
      '<u8 as a::Trait>::f',
    )
    for (const name of ['main', '_ZN3fooEv', '_ZN99xE', '_ZN0E', '_ZNE']) expect(demangled(name)).toBe(name)
  })
})

describe('what the compiler has noted of variables', () => {
  /** Stopped in `weigh`, with its sum complete. */
  function weighing(name = 'point.c'): Machine {
    const made = elfProgram(fileOf('point-pie'), { path: './a', source: { name, text: '' } })
    if (!made.ok) throw new Error(made.message)
    const machine = Machine.boot('linux', 'four-level')
    machine.load(made.program)
    while (asked(machine, 'index.value') !== '3' && machine.run(1).kind === 'budget');
    return machine
  }

  const asked = (machine: Machine, name: string) => {
    const value = fact(machine, name)
    return value && factText(value)
  }

  it('names those of a function without optimisation, with their types and parts', () => {
    const machine = weighing()
    expect(machine.frameFunction?.symbols.map(({ name, type }) => `${name}: ${type}`)).toEqual([
      'from: *const point',
      'factor: u8',
      'unused: i64',
      'grid: [[i32; 3]; 2]',
      'isFirst: bool',
      'total: i32',
      'index: i32',
    ])
    expect(asked(machine, 'total.value')).toBe('33')
    expect(asked(machine, 'isFirst.value')).toBe('true')
    expect(asked(machine, 'grid[1][2].value')).toBe('6')
    expect(asked(machine, '(*(*from).next).y.value')).toBe('-9')
    expect(asked(machine, 'from.offset')).toBe('-56')
  })

  it('says nothing where another function runs, before a frame is set up, or of another source', () => {
    const made = elfProgram(fileOf('sum-dwarf5'), { path: './a', source: { name: 'sum.c', text: SOURCE } })
    if (!made.ok) throw new Error(made.message)
    const machine = Machine.boot('linux', 'four-level')
    machine.load(made.program)
    expect(machine.frameFunction).toBeUndefined()
    const seen = new Set<string | undefined>()
    while (machine.run(1).kind === 'budget') seen.add(machine.frameFunction?.name)
    expect(seen).toEqual(new Set([undefined, 'begin', 'print', 'call', 'sum']))
    expect(weighing('other.c').frameFunction).toBeUndefined()
  })
})

const changed = (name: string, at: number, ...bytes: number[]) => {
  const file = fileOf(name)
  file.set(bytes, at)
  return file
}

describe('what is no such executable is told so in a sentence', () => {
  const text = (written: string) => new TextEncoder().encode(written)
  test.each<[string, Uint8Array, RegExp]>([
    ['nothing', new Uint8Array(0), /^This file is empty/],
    ['a text', text('int main() {}'), /no executable: an ELF file is needed/],
    ['a script', text('#!/bin/sh\n'), /a script/],
    ['a program of Windows', text('MZ\0\0'), /a program of Windows/],
    ['a header alone', fileOf('sum-pie').slice(0, 63), /damaged: it ends within its header/],
    ['32 bits', changed('sum-pie', 4, 1), /64-bit x86 \(x86-64\) is needed/],
    ['another machine', changed('sum-pie', 18, 183), /64-bit ARM.*x86-64/],
    ['an object file', changed('sum-pie', 16, 1), /object file/],
    ['a core dump', changed('sum-pie', 16, 4), /no executable/],
    ['a dynamically linked program', fileOf('sum-dynamic'), /linked dynamically.*-static/],
    ['no program headers', changed('sum-pie', 56, 0, 0), /damaged: its program headers/],
    ['program headers behind the end', changed('sum-pie', 32, 0xff, 0xff, 0xff), /damaged: it ends before/],
    [
      'a file cut short',
      fileOf('sum-dwarf5').slice(0, 0x1000),
      /damaged: it ends before what is to be loaded/,
    ],
    ['an entry outside', changed('sum-dwarf5', 24, 0, 0, 0, 1), /first instruction is nowhere/],
    ['a huge file', new Uint8Array((1 << 25) + 1), /larger than 32 MiB/],
  ])('%s', (_what, bytes, message) => {
    expect(elfProgram(bytes, { path: './a' })).toMatchObject({
      ok: false,
      message: expect.stringMatching(message),
    })
  })

  it('and nothing that is changed at random costs more', () => {
    const files = [...NAMES, 'point-pie'].map(fileOf)
    const change = fc.record({ at: fc.nat({ max: 20_000 }), byte: fc.nat({ max: 255 }) })
    const header = fc.record({ at: fc.nat({ max: 700 }), byte: fc.nat({ max: 255 }) })
    const which = fc.nat({ max: files.length - 1 })
    const cut = fc.option(fc.nat({ max: 20_000 }))
    const changes = fc.array(fc.oneof(header, change), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(which, changes, cut, (index, made, length) => {
        const bytes = files[index]!.slice(0, length ?? undefined)
        for (const { at, byte } of made) if (at < bytes.length) bytes[at] = byte
        expectHarmless(bytes)
      }),
      { numRuns: FUZZ_RUNS },
    )
  }, 600_000)
})

/** A machine is made for each of many. */
const LITTLE_RAM = { ramByteCount: 1 << 19 }

/** It is refused, or runs a while, and can be looked at. */
function expectHarmless(bytes: Uint8Array): void {
  const isPoint = Buffer.from(bytes).includes('point.c')
  const name = isPoint ? 'point.c' : 'sum.c'
  const made = elfProgram(bytes, { path: './a', source: { name, text: SOURCE } })
  if (!made.ok) {
    expect(made.message).toMatch(/^This .*\.$/)
    return
  }
  const machine = Machine.boot('linux', 'four-level', undefined, LITTLE_RAM)
  machine.load(made.program)
  machine.run(300)
  machine.listing?.assembly.instructions.forEach(({ text }) => expect(text).not.toBe(''))
  machine.release()
}

describe('a file made to cost much', () => {
  /** As large as a file may be, with one section. */
  function withSection(name: string, content: (bytes: Uint8Array) => void): ElfFile {
    const bytes = new Uint8Array(1 << 25)
    content(bytes)
    const section = { name, type: 1, flags: 0n, address: 0n, bytes, link: 0 }
    const texts = { ...section, name: '.debug_line_str', bytes: new Uint8Array(1 << 16).fill(0x61) }
    return { ...FILE, sections: [section, texts] }
  }

  const FILE: ElfFile = {
    bytes: new Uint8Array(0),
    isRelocatable: false,
    entry: 0n,
    programHeaders: [],
    headerOffset: 0,
    sections: [],
  }

  it.each([
    ['blocks in blocks without an end', 1],
    ['four million variables', 3],
  ])('of variables: %s', (_what, code) => {
    const section = (name: string, bytes: Uint8Array) => ({
      name,
      type: 1,
      flags: 0n,
      address: 0n,
      bytes,
      link: 0,
    })
    const unit = new Uint8Array(1 << 22).fill(code)
    // version 4, and a unit called a.c
    unit.set([0xfc, 0xff, 0x3f, 0, 4, 0, 0, 0, 0, 0, 8, 2, 0x61, 0x2e, 0x63, 0])
    const abbreviations = Uint8Array.of(1, 0x0b, 1, 0, 0, 2, 0x11, 1, 3, 8, 0, 0, 3, 0x34, 0, 0, 0, 0)
    const file = {
      ...FILE,
      sections: [section('.debug_info', unit), section('.debug_abbrev', abbreviations)],
    }
    const wanted: unknown[] = []
    expect(readDebugUnits(file, ({ attributes }) => wanted.push(attributes.get(Attribute.name)) > 0)).toEqual(
      [],
    )
    expect(wanted).toEqual(['a.c'])
  })

  /** DWARF 5: no folders, and files whose names are those that begin at each place of another section. */
  const MANY_NAMES = [
    5, 0, 8, 0, 0xff, 0xff, 0xff, 0x7f, 1, 1, 1, 0, 1, 1, 0, 0, 1, 1, 0x1f, 0xff, 0xff, 0x7f,
  ]

  test.each<[string, (bytes: Uint8Array) => void]>([
    [
      'many units',
      (bytes) => {
        for (let at = 0; at < bytes.length; at += 8) bytes[at] = 4
      },
    ],
    [
      'a long program that says nothing',
      (bytes) => {
        bytes.set([0xf0, 0xff, 0xff, 1, 4, 0, 8, 0, 0, 0, 1, 1, 1, 0, 1, 13])
        bytes.fill(6, 16)
      },
    ],
    [
      'many long names',
      (bytes) => {
        bytes.set([0xf0, 0xff, 0xff, 1, ...MANY_NAMES])
        for (let at = 40; at < bytes.length; at += 4) bytes.set([at >> 2, at >> 10], at)
      },
    ],
  ])('is read only so far: %s', (_what, content) => {
    const file = withSection('.debug_line', content)
    const began = process.cpuUsage()
    expect(readLines(file)).toEqual([])
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(2000)
  })

  it('lists no more of a function than is looked at, be its bytes instructions or not', () => {
    const byteCount = 1 << 25
    const segment = { address: virtualAddress(0x40_0000n), bytes: new Uint8Array(byteCount).fill(6) }
    const symbols = [{ name: 'f', address: segment.address, byteCount }]
    const reader = new CodeReader([segment], symbols, () => -1)
    const began = process.cpuUsage()
    expect(reader.list(reader.rangeAt(segment.address)!, segment.address)).toEqual([])
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(500)
  })
})
