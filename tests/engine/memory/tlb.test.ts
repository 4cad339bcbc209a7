import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fact } from '#engine/facts.ts'
import { factText } from '#engine/facts/fact-value.ts'
import { Journal } from '#engine/journal.ts'
import { Machine } from '#engine/machine/machine.ts'
import { COSTS, costOf } from '#engine/memory/cost.ts'
import { makeEntry } from '#engine/memory/entry.ts'
import { EXECUTE } from '#engine/memory/fault.ts'
import { invalidationOf } from '#engine/memory/invalidation.ts'
import { Memory } from '#engine/memory/memory.ts'
import { PageTable } from '#engine/memory/page-table.ts'
import { linearScheme, SCHEMES } from '#engine/memory/scheme.ts'
import { Tlb, type TlbDesign } from '#engine/memory/tlb.ts'
import { pageNumber, physicalAddress, virtualAddress } from '#engine/units.ts'
import { access, EXAMPLE, loadRust, ranRust, setPages } from '../machine/walkthrough.ts'
import { EXIT, started } from '../os/linux-programs.ts'

const SMALL: TlbDesign = { entryCount: 4, wayCount: 4, replacement: 'lru', tagged: false }

const ask = (machine: Machine, name: string) => {
  const value = fact(machine, name)
  return value && factText(value)
}

/** A memory whose pages 0 … 15 lie in the frames 16 … 31. */
function mapped(tlb: TlbDesign, fetchTlb?: 'shared', journal = new Journal(64 * 4096)): Memory {
  const memory = new Memory(journal, SCHEMES['four-level'], { tlb, fetchTlb })
  memory.root = physicalAddress(0x1000)
  const table = new PageTable(journal, memory.scheme, memory.root)
  let next = 1
  for (let page = 0; page < 16; page++) {
    const entry = makeEntry((16 + page) * 4096, { write: true, execute: true, user: true })
    table.set(pageNumber(page), entry, () => physicalAddress(++next * 4096))
  }
  return memory
}

describe('what a TLB counts', () => {
  test('replacement makes the difference that textbooks show', () => {
    const pages = [0, 1, 2, 3, 0, 4, 0]
    const machineCounts = (replacement: TlbDesign['replacement']) => {
      const tlb = new Tlb(new Journal(4096), { ...SMALL, replacement })
      for (const page of pages.map(pageNumber)) {
        const found = tlb.find(page, 0)
        if (found) tlb.hit(found, false)
        else {
          tlb.miss(4, false)
          tlb.insert({
            page,
            space: 0,
            frameBase: 0,
            rights: 0,
            noExecute: false,
            dirty: false,
            global: false,
          })
        }
      }
      return tlb.counts
    }
    expect(machineCounts('lru')).toMatchObject({ hits: 2, misses: 5, evictions: 1, walkReads: 20 })
    expect(machineCounts('fifo')).toMatchObject({ hits: 1, misses: 6, evictions: 2, walkReads: 24 })
    expect(machineCounts('random').misses).toBeGreaterThanOrEqual(5)
    expect(machineCounts('random')).toEqual(machineCounts('random'))
  })

  test('the first access to a page walks four tables, the second none', () => {
    const memory = mapped(SMALL)
    memory.read(virtualAddress(0x3000n), 1)
    expect(memory.tlb!.counts).toMatchObject({ hits: 0, misses: 1, evictions: 0, walkReads: 4 })
    memory.write(virtualAddress(0x3001n), Uint8Array.of(1))
    expect(memory.tlb!.counts).toMatchObject({ hits: 1, misses: 1, evictions: 0, walkReads: 4 })
  })

  test('a design that is no whole number of sets is refused', () => {
    expect(() => new Tlb(new Journal(0), { ...SMALL, entryCount: 12, wayCount: 4 })).toThrow(RangeError)
    expect(() => new Tlb(new Journal(0), { ...SMALL, entryCount: 2, wayCount: 4 })).toThrow(RangeError)
  })

  test('cycles come from a table that can be another one', () => {
    const counts = { hits: 9, misses: 1, evictions: 0, walkReads: 4, fetchHits: 0, fetchMisses: 0 }
    expect(costOf({ tlbs: [counts] })).toEqual({
      times: { lookup: 10, walkRead: 4, memory: 10 },
      cycles: 10 * 101 + 400,
      accesses: 10,
      cyclesEach: 141,
      memoryAccessesEach: 1.4,
    })
    expect(costOf({ tlbs: [counts] }, { ...COSTS, walkRead: 0, lookup: 0 }).cycles).toBe(1000)
  })

  test('a program counts one lookup for each page that an instruction uses, also where it reads and writes it', () => {
    const source = `section .data
a: dq 1
section .text
_start:
mov rax, [a]
mov rax, [a]
add [a], rax
push rax
${EXIT(0)}`
    const machine = started(source, 'four-level', { tlb: { ...SMALL, entryCount: 16, wayCount: 4 } })
    machine.run(1)
    expect([ask(machine, 'tlb.hits'), ask(machine, 'tlb.misses')]).toEqual(['0', '2'])
    machine.run(2)
    expect([ask(machine, 'tlb.hits'), ask(machine, 'tlb.misses')]).toEqual(['2', '2'])
    machine.back(2)
    expect([ask(machine, 'tlb.hits'), ask(machine, 'tlb.misses')]).toEqual(['0', '2'])
    expect(machine.run(100)).toMatchObject({ kind: 'exit', code: 0 })
  })
})

describe('what a TLB does not know', () => {
  const boot = (forgetsTlb: boolean) => {
    const machine = Machine.boot('walkthrough', 'one-level', undefined, { tlb: SMALL, forgetsTlb })
    loadRust(machine, EXAMPLE)
    return machine
  }
  const read = (machine: Machine) => {
    const [record] = access(machine, 'read u8 [rbp - 1]').records
    return record?.kind === 'switch' ? undefined : (record?.value ?? record?.fault?.kind)
  }

  test('an OS that flushes: a page that is taken away is gone at once', () => {
    const machine = boot(false)
    expect(read(machine)).toBe('42')
    setPages(machine, '0x7FFF007FF -> 0x6000 RW')
    expect(read(machine)).toBe('page-fault')
  })

  test('an OS that forgets: the program goes on reading the old frame, until CR3 is loaded', () => {
    const machine = boot(true)
    expect(read(machine)).toBe('42')
    setPages(machine, '0x7FFF007FE -> 0x8000 RW\n0x7FFF007FF -> 0x6000 RW')
    expect(read(machine)).toBe('42')
    expect(ask(machine, 'access(0).physicalAddress')).toBe('0x5FFF')
    expect(ask(machine, 'x.physicalAddress')).toBe('0x8FFF')
    setPages(machine, '0x7FFF007FF -> 0x6000 RW')
    expect(read(machine)).toBe('42')
    machine.memory.root = machine.current.root
    expect(read(machine)).toBe('page-fault')
  })

  test('without tags another process empties it, with tags it finds its entries again', () => {
    const missesAfterTurns = (tagged: boolean) => {
      const machine = Machine.boot('pair', 'four-level', undefined, { tlb: { ...SMALL, tagged } })
      loadRust(machine, EXAMPLE)
      machine.switchTo('B')
      loadRust(machine, EXAMPLE)
      machine.switchTo('A')
      const before = machine.memory.tlb!.counts.misses
      read(machine)
      return machine.memory.tlb!.counts.misses - before
    }
    expect([missesAfterTurns(false), missesAfterTurns(true)]).toEqual([1, 0])
  })

  test('a snapshot keeps it, entries and counts', () => {
    const machine = boot(false)
    const copy = Machine.restore(structuredClone(machine.snapshot()))
    expect(copy.memory.tlb!.state).toEqual(machine.memory.tlb!.state)
  })
})

describe('with an OS that flushes', () => {
  test('no program notices that there is a TLB', () => {
    const plain = ranRust()
    const design = fc.record({
      ways: fc.constantFrom(1, 2, 4),
      sets: fc.constantFrom(1, 2, 4),
      replacement: fc.constantFrom('lru' as const, 'fifo' as const, 'random' as const),
      tagged: fc.boolean(),
    })
    fc.assert(
      fc.property(design, ({ ways, sets, replacement, tagged }) => {
        const tlb = { entryCount: ways * sets, wayCount: ways, replacement, tagged }
        const machine = Machine.boot('walkthrough', 'one-level', undefined, { tlb })
        loadRust(machine, EXAMPLE)
        const { bytes } = plain.journal
        expect(machine.journal.bytes.findIndex((byte, at) => byte !== bytes[at])).toBe(-1)
        for (const set of machine.memory.tlb!.sets) expect(set.length).toBeLessThanOrEqual(ways)
      }),
      { numRuns: 12 },
    )
  })
})

describe('with pages of any size', () => {
  test('a page table of textbook pages is translated with a TLB as without', () => {
    const design = { ...SMALL, entryCount: 4, wayCount: 1 }
    fc.assert(
      fc.property(
        fc.integer({ min: 4, max: 7 }),
        fc.array(fc.nat(15), { minLength: 16, maxLength: 16 }),
        fc.array(fc.nat(2047), { minLength: 1, maxLength: 30 }),
        (pageBits, frames, addresses) => {
          const [plain, quick] = [undefined, design].map((tlb) => {
            const journal = new Journal(8192)
            frames.forEach((frame, page) =>
              journal.view.setUint32(4096 + 4 * page, 2 ** 31 + (frame % 12), true),
            )
            const memory = new Memory(journal, linearScheme(pageBits + 4, pageBits), { tlb })
            memory.root = physicalAddress(4096)
            return memory
          })
          for (const address of addresses.map((one) => one % 2 ** (pageBits + 4)))
            expect(quick!.resolve(address, 0, 0)).toBe(plain!.resolve(address, 0, 0))
          const { hits, misses } = quick!.tlb!.counts
          expect(hits + misses).toBeGreaterThanOrEqual(1)
        },
      ),
    )
  })

  test('bytes of one page of 64 are one entry, and the next page is another', () => {
    const journal = new Journal(8192)
    for (let page = 0; page < 16; page++) journal.view.setUint32(4096 + 4 * page, 2 ** 31 + (13 ^ page), true)
    const memory = new Memory(journal, linearScheme(10, 6), { tlb: SMALL })
    memory.root = physicalAddress(4096)
    for (const address of [0x3d4n, 0x3d7n, 0x3c0n, 0x394n]) memory.read(virtualAddress(address), 1)
    expect(memory.tlb!.counts).toMatchObject({ hits: 2, misses: 2, evictions: 0, walkReads: 2 })
  })
})

describe('fetches of instructions', () => {
  const SOURCE = `section .data
a: dq 1
section .text
_start:
mov rax, [a]
add [a], rax
push rax
pop rbx
${EXIT(0)}`
  const large = { ...SMALL, entryCount: 16, wayCount: 4 }

  test('are looked up in the same TLB as data, and counted apart in it', () => {
    const machine = started(SOURCE, 'four-level', { tlb: large, fetchTlb: 'shared' })
    machine.run(4)
    // Four instructions, and two that were tried once more when the OS had given a page: that of code, and that of data.
    const { hits, misses, fetchHits, fetchMisses } = machine.memory.tlb!.counts
    expect([fetchHits, fetchMisses]).toEqual([4, 2])
    expect([hits - fetchHits, misses - fetchMisses]).toEqual([3, 2])
  })

  test('have a TLB of their own where a machine has two', () => {
    const machine = started(SOURCE, 'four-level', { tlb: large, fetchTlb: large })
    machine.run(4)
    expect([ask(machine, 'itlb.hits'), ask(machine, 'itlb.misses')]).toEqual(['4', '2'])
    expect([ask(machine, 'tlb.hits'), ask(machine, 'tlb.misses')]).toEqual(['3', '2'])
    expect(ask(started(SOURCE, 'four-level', { tlb: large }), 'itlb.hits')).toBeUndefined()
  })

  test('go back in time with their instructions, step by step', () => {
    const machine = started(SOURCE, 'four-level', { tlb: SMALL, fetchTlb: 'shared' })
    const states = [machine.memory.tlb!.state]
    while (machine.run(1).kind === 'budget') states.push(machine.memory.tlb!.state)
    machine.back(1)
    // What was tried in vain before the first instruction could be executed is no part of any step.
    for (let step = states.length - 1; step > 0; step--) {
      expect(machine.memory.tlb!.state).toEqual(states[step])
      machine.back(1)
    }
    machine.forward(3)
    expect(machine.memory.tlb!.state).toEqual(states[3])
  })

  test('go where the TLB remembers, as long as nobody tells it', () => {
    const journal = new Journal(64 * 4096)
    const memory = mapped(SMALL, 'shared', journal)
    const fetch = () => {
      memory.beginInstruction()
      return memory.resolve(0x3000, 0, EXECUTE)
    }
    const first = fetch()
    const table = new PageTable(journal, memory.scheme, memory.root)
    table.set(pageNumber(3), makeEntry(40 * 4096, { write: true, execute: true, user: true }), () => {
      throw new Error('its tables are there')
    })
    memory.flush()
    expect(fetch()).toBe(first)
    memory.tlb!.invalidate(pageNumber(3), memory.root)
    expect(fetch()).toBe(40 * 4096)
  })
})

describe('what an OS makes a TLB forget', () => {
  /** A parent that has a page in its TLB when it forks, and writes to it afterwards; the child looks at it later. */
  const FORKS = `section .data
a: dq 1
section .text
_start:
mov qword [a], 5
mov eax, 57
syscall
test eax, eax
jz child
mov qword [a], 7
mov eax, 61
mov edi, -1
xor esi, esi
xor edx, edx
xor r10d, r10d
syscall
${EXIT(0)}
child:
mov rdi, [a]
mov eax, 60
syscall`
  const tlb = { ...SMALL, entryCount: 16, wayCount: 16, tagged: true }
  const told = (machine: Machine) =>
    machine.kernel.linux!.events.all.flatMap((event) =>
      event.kind === 'invalidation' ? [event.invalidation] : [],
    )
  const childSaw = (machine: Machine) =>
    machine.kernel.linux!.events.all.flatMap((event) =>
      event.kind === 'end' && event.end.kind === 'exit' ? [event.end.code] : [],
    )[0]

  test('is an event, with the instruction that does it', () => {
    const machine = started(FORKS, 'four-level', { tlb })
    machine.run(1000)
    expect(childSaw(machine)).toBe(5)
    expect(told(machine).length).toBeGreaterThan(0)
    for (const one of told(machine)) expect(one).not.toHaveProperty('isOmitted')
    expect(told(machine).map(({ by }) => by)).toContain('MOV CR3')
    expect(machine.memory.tlb!.invalidations.length).toBeGreaterThan(0)
  })

  test('is told by the name that its architecture has for it', () => {
    const said = (['x86', 'risc-v', 'arm', 'textbook'] as const).map((architecture) =>
      [
        [true, true],
        [false, true],
        [true, false],
      ].map(([isPage, isCurrent]) => invalidationOf(architecture, isPage!, isCurrent!)),
    )
    expect(said).toEqual([
      ['INVLPG', 'MOV CR3', 'INVPCID'],
      ['SFENCE.VMA', 'SFENCE.VMA', 'SFENCE.VMA'],
      ['TLBI VAE1', 'TLBI ASIDE1', 'TLBI VAE1'],
      ['TLB flush', 'TLB flush', 'TLB flush'],
    ])
  })

  test('and what it omits lets one address space write into another’s frame', () => {
    const machine = started(FORKS, 'four-level', { tlb, forgetsTlb: true })
    machine.run(1000)
    expect(childSaw(machine)).toBe(7)
    expect(told(machine).every(({ isOmitted }) => isOmitted)).toBe(true)
  })
})
