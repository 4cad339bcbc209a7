/** Every value of the source document, as it was confirmed on a real machine, comes out of the engine. */
import { describe, expect, test } from 'vitest'
import { assemble } from '#engine/assembler/assemble.ts'
import { disassemble } from '#engine/assembler/disassemble.ts'
import { fact } from '#engine/facts.ts'
import { factText } from '#engine/facts/fact-value.ts'
import { Journal } from '#engine/journal.ts'
import { Machine } from '#engine/machine/machine.ts'
import { Memory } from '#engine/memory/memory.ts'
import { SCHEMES, type SchemeName } from '#engine/memory/scheme.ts'
import { hex, physicalAddress, virtualAddress } from '#engine/units.ts'
import documented from './documented.json' with { type: 'json' }
import {
  access,
  assemblyProgram,
  EXAMPLE,
  LISTING,
  ranRust,
  runFragment,
  setPages,
} from './machine/walkthrough.ts'

const SCHEME_NAMES = ['one-level', 'four-level'] as const
const step2 = documented['Step 2: Runtime - RSP Points to Stack']
const step3 = documented['Step 3: Accessing Variable `x` (u8)']
const fourLevels = documented['(extension) 4-level version of Step 3.3']

/** What a machine answers, as text; the missing answer too. */
function ask(machine: Machine, name: string): string | undefined {
  const value = fact(machine, name)
  return value && factText(value)
}

function askAll(machine: Machine, names: readonly string[]): (string | undefined)[] {
  return names.map((name) => ask(machine, name))
}

/** The check's own fields, which differ from kind to kind. */
type Fields = Readonly<Record<string, never>>

/** One row for each kind of check: performs it, and compares. */
const CHECKS: Readonly<Record<string, (input: Fields, expected: Fields, scheme: SchemeName) => void>> = {
  'layout-packed': (input, expected, scheme) => {
    const locals: { name: string; type: string; value: number }[] = input['locals']!
    const lets = locals.map(({ name, type, value }) => `let ${name}: ${type} = ${value};`)
    const machine = ranRust(`fn example() {\n${lets.join('\n')}\n}`, scheme)
    expect(ask(machine, 'registers.rbp')).toBe(input['rbp'])
    const symbols: { name: string; rbp_offset: number; size: number; va: string; bytes: string }[] =
      expected['symbols']!
    for (const { name, rbp_offset, size, va, bytes } of symbols) {
      const names = ['offset', 'size', 'virtualAddress', 'bytes'].map((property) => `${name}.${property}`)
      expect(askAll(machine, names)).toEqual([String(rbp_offset), String(size), va, bytes])
    }
    expect(ask(machine, 'function.frameSize')).toBe(String(expected['frame_size']))
  },
  encode: (input, expected) => {
    const assembled = assemble(input['nasm']!)
    if (!assembled.ok) throw new Error('does not assemble')
    const { bytes, address } = assembled.assembly.instructions[0]!
    expect(Buffer.from(bytes).toString('hex')).toBe(expected['bytes'])
    expect(disassemble(bytes, address)?.byteCount).toBe(bytes.length)
  },
  execute: (input, expected, scheme) => {
    const machine = ranRust(EXAMPLE, scheme)
    for (const [name, value] of Object.entries(input['before']!))
      machine.registers.set(name, BigInt(value as string))
    runFragment(machine, input['asm']!)
    expect(machine.stop?.kind).toBe('reached')
    expect(ask(machine, 'instruction(0).bytes')).toBe(input['code'])
    const names = Object.keys(expected)
    expect(
      askAll(
        machine,
        names.map((name) => `registers.${name}`),
      ),
    ).toEqual(Object.values(expected))
  },
  'memory-byte': (input, expected, scheme) => {
    const machine = ranRust(EXAMPLE, scheme)
    const untouched = 'cc'
    expect(ask(machine, `memory(${input['va']})`)).toBe(expected['byte'] ?? untouched)
  },
  'effective-address': (input, expected, scheme) => {
    const machine = ranRust(EXAMPLE, scheme)
    expect(ask(machine, 'registers.rbp')).toBe(input['rbp'])
    expect(ask(machine, `address(rbp + ${input['disp']}).virtualAddress`.replace('+ -', '- '))).toBe(
      expected['va'],
    )
  },
  split: (input, expected, scheme) => {
    const machine = Machine.boot('walkthrough', scheme)
    const names = [`address(${input['va']}).page`, `address(${input['va']}).pageOffset`]
    expect(askAll(machine, names)).toEqual([expected['page_number'], expected['offset']])
  },
  'flat-translate': (input, expected) => {
    const machine = Machine.boot('walkthrough', 'one-level')
    const rows: { virtual_page: string; physical_page: string; flags: string }[] = input['page_table']!
    setPages(machine, rows.map((row) => `${row.virtual_page} → ${row.physical_page} ${row.flags}\n`).join(''))
    const names = [`address(${input['va']}).frameBase`, `address(${input['va']}).physicalAddress`]
    expect(askAll(machine, names)).toEqual([expected['physical_page'], expected['pa']])
  },
  indices4: (input, expected) => {
    const machine = Machine.boot('walkthrough', 'four-level')
    const names = ['pml4', 'pdpt', 'pd', 'pt', 'pageOffset'].map((name) => `address(${input['va']}).${name}`)
    const values = ['pml4', 'pdpt', 'pd', 'pt', 'offset'].map((name) => String(expected[name]))
    expect(askAll(machine, names)).toEqual(values)
  },
  walk4: (input, expected) => {
    const journal = new Journal(0x10000)
    const entries: { address: string; value: string }[] = input['entries']!
    for (const { address, value } of entries) journal.write64(Number(address), BigInt(value))
    const memory = new Memory(journal, SCHEMES['four-level'])
    memory.root = physicalAddress(Number(input['cr3']))
    const translation = memory.translate(virtualAddress(BigInt(input['va']!)))
    expect(translation.steps.map(({ entryAddress }) => hex(entryAddress))).toEqual(
      expected['entry_addresses'],
    )
    expect(translation.ok && hex(translation.physicalAddress)).toBe(expected['pa'])
  },
  load: (input, expected, scheme) => {
    const machine = ranRust(EXAMPLE, scheme)
    const [type, register] = [input['size'] === 1 ? 'u8' : 'u32', expected['register']]
    const displacement = type === 'u8' ? 1 : 5
    runFragment(machine, `mov ${register}, [rbp - ${displacement}]`)
    expect(BigInt(ask(machine, `registers.${register}`)!)).toBe(BigInt(expected['value']!))
    access(machine, `read ${type} [rbp - ${displacement}]`)
    const names = ['access(0).physicalAddress', 'access(0).bytes', 'access(0).value']
    expect(askAll(machine, names)).toEqual([input['pa'], expected['bytes'], String(expected['value'])])
  },
  region: (input, expected, scheme) => {
    const machine = Machine.boot('walkthrough', scheme)
    expect(ask(machine, `address(${input['va']}).region`)).toBe(expected['region'] ?? 'none')
  },
}

describe.each(SCHEME_NAMES)('the checks, %s', (scheme) => {
  test('are all of a kind that is performed here', () => {
    expect(documented.checks).toHaveLength(60)
    expect(documented.checks.map(({ kind }) => kind).filter((kind) => !(kind in CHECKS))).toEqual([])
  })

  test.each(documented.checks)('$id $section: $kind', ({ kind, input, expect: expected }) => {
    CHECKS[kind]!(input as unknown as Fields, expected as unknown as Fields, scheme)
  })
})

describe.each(SCHEME_NAMES)('the states after each instruction, %s', (scheme) => {
  const machine = Machine.boot('walkthrough', scheme)
  machine.load(assemblyProgram(LISTING, machine.codeOrigin))
  machine.run(100, 'before-leave')
  machine.step()

  test.each(step2.states.map((state, index) => ({ ...state, index })))('$index: $after', (state) => {
    const at = (name: string) => ask(machine, `after(${state.index}).${name}`)
    expect([at('registers.rip'), at('registers.rsp'), at('registers.rbp'), at('registers.rax')]).toEqual([
      state.rip,
      state.rsp,
      state.rbp,
      state.rax,
    ])
    const { from, bytes } = state.frame_bytes_low_to_high
    const found = bytes.match(/../g)!.map((_, offset) => at(`memory(${from} + ${offset})`))
    expect(found.join('')).toBe(bytes)
    if (state.code === '') return
    expect(ask(machine, `instruction(${state.index - 1}).bytes`)).toBe(state.code)
    expect(ask(machine, `after("${state.after}").registers.rip`)).toBe(state.rip)
  })
})

describe('the pictures', () => {
  test('the bytes of the frame, and who holds them', () => {
    const machine = ranRust()
    for (const row of step2.stack_layout_documented) {
      if (row.byte !== undefined) expect(ask(machine, `memory(${row.va})`)).toBe(row.byte)
    }
    for (const { va, page, pa } of step2.stack_around) {
      expect(askAll(machine, [`address(${va}).page`, `address(${va}).physicalAddress`])).toEqual([page, pa])
    }
  })

  test('the page table as it is printed', () => {
    const machine = ranRust()
    const rows = step3['3.3: CPU Looks Up Page Table'].page_table_documented
    for (const { virtual_page, physical_page, frame_number, flags } of rows) {
      const names = ['frameBase', 'frame', 'flags', 'present'].map((name) => `page(${virtual_page}).${name}`)
      expect(askAll(machine, names)).toEqual([physical_page, frame_number, flags, '1'])
    }
  })

  test('the regions', () => {
    const machine = Machine.boot('walkthrough', 'one-level')
    for (const { name, start, end, size } of documented['How OS Tracks Program Memory'].regions) {
      const names = ['start', 'end', 'size'].map((property) => `region(${name}).${property}`)
      expect(askAll(machine, names)).toEqual([start, end, String(size)])
    }
  })

  test('four levels: CR3, the tables, their entries and the walks', () => {
    const machine = Machine.boot('walkthrough', 'four-level')
    expect(ask(machine, 'root')).toBe(fourLevels.cr3)
    expect(machine.kernel.pageTable().tables().map(hex)).toEqual(Object.values(fourLevels.tables))
    for (const { address, value } of fourLevels.entries) expect(ask(machine, `entry(${address})`)).toBe(value)
    for (const { va, steps, pa } of Object.values(fourLevels.walks)) {
      const translation = machine.memory.translate(virtualAddress(BigInt(va)))
      expect(translation.ok && hex(translation.physicalAddress)).toBe(pa)
      const found = translation.steps.map(({ level, table, index, entryAddress, entry, next }) => ({
        level,
        table: hex(table),
        index,
        entry_address: hex(entryAddress),
        entry: hex(entry),
        next: hex(next!),
      }))
      expect(found).toEqual(steps)
    }
  })

  test('a read sets A in all four entries, a write D in the last', () => {
    const machine = Machine.boot('walkthrough', 'four-level')
    const entries = () =>
      askAll(machine, ['entry(0x17F8)', 'entry(0x2FE0)', 'entry(0x3018)', 'entry(0x4FF0)'])
    access(machine, 'read u8 0x7FFF007FEFFF')
    expect(entries()).toEqual(['0x2027', '0x3027', '0x4027', '0x5027'])
    access(machine, 'write u8 0x7FFF007FEFFF = 1')
    expect(entries()).toEqual(['0x2027', '0x3027', '0x4027', '0x5067'])
  })

  test('the complete example: value is stored below x', () => {
    const machine = ranRust('fn example() {\n    let x: u8 = 42;\n    let value = x;\n}')
    const names = ['x.offset', 'value.offset', 'x.physicalAddress', 'registers.al', 'value.value']
    expect(askAll(machine, names)).toEqual(['-1', '-2', '0x5FFF', '0x2A', '42'])
  })
})
