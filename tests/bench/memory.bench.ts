import '#engine/cpu/plain-loop.ts'
import { highHalf, lowHalf } from '#engine/bits.ts'
import { Journal } from '#engine/journal.ts'
import { Machine } from '#engine/machine/machine.ts'
import { link } from '#engine/machine/program.ts'
import { makeEntry, makeTableEntry } from '#engine/memory/entry.ts'
import { READ, WRITE } from '#engine/memory/fault.ts'
import { SCHEMES } from '#engine/memory/scheme.ts'
import { Walker } from '#engine/memory/walker.ts'
import { Memory } from '#engine/memory/memory.ts'
import { physicalAddress, virtualAddress } from '#engine/units.ts'
import type { Row } from './run.ts'

const ROUNDS = 7
const TRANSLATIONS = 400_000
/** Textbook simulators in Python, as they were measured: whole processes. */
const PYTHON_TRANSLATIONS = 45_000
const FORK_PAGES = 10_000
const TOUCHES = 1_000_000
const LARGE_RAM = 1 << 26

interface Measured {
  readonly median: number
  readonly least: number
  readonly most: number
}

/** Milliseconds of the middle round; where there are several, one before them warms up. */
function measure(run: () => void, prepare: () => void = () => {}, rounds = ROUNDS): Measured {
  const times: number[] = []
  for (let round = rounds === 1 ? 0 : -1; round < rounds; round++) {
    prepare()
    const start = performance.now()
    run()
    if (round >= 0) times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  return { median: times[rounds >> 1]!, least: times[0]!, most: times.at(-1)! }
}

const million = (each: number) => `${(each / 1e6).toFixed(1)} M/s`
const spread = ({ least, most }: Measured) => `${least.toFixed(1)} … ${most.toFixed(1)} ms`

/** So many page tables of the last level are walked: 8 MiB of entries, for 4 GiB of addresses. */
const TABLES = 2048
const TABLE_BYTE_COUNT = TABLES * 4096

/** A million pages under four levels of tables. */
function mappedMemory(): { memory: Memory; walker: Walker } {
  const journal = new Journal(LARGE_RAM)
  journal.recording = false
  const memory = new Memory(journal, SCHEMES['four-level'])
  const [root, pointers, directories, tables] = [0x1000, 0x2000, 0x3000, 0x1_0000]
  memory.root = physicalAddress(root)
  journal.write64(root, makeTableEntry(pointers))
  for (let at = 0; at < TABLES / 512; at++)
    journal.write64(pointers + 8 * at, makeTableEntry(directories + 4096 * at))
  for (let at = 0; at < TABLES; at++)
    journal.write64(directories + 8 * at, makeTableEntry(tables + 4096 * at))
  for (let page = 0; page < 512 * TABLES; page++) {
    const frame = scattered(page) % (LARGE_RAM / 4096)
    journal.longs[tables / 8 + page] = makeEntry(frame * 4096, { write: true, execute: false, user: true })
  }
  return { memory, walker: new Walker(journal, memory.scheme, memory.control) }
}

/** Numbers below 2^20 in an order that no cache foresees. */
function scattered(index: number): number {
  return Math.imul(index, 0x9e37_79b1) >>> 12
}

/** A chain of places over a buffer of that size: each is known only when the one before has been read. */
function chainOver(byteCount: number): Int32Array {
  const count = byteCount / 4
  const chain = Int32Array.from({ length: count }, (_, at) => at)
  for (let at = count - 1; at > 0; at--) {
    const other = (Math.imul(at, 0x9e37_79b1) >>> 0) % at
    const kept = chain[at]!
    chain[at] = chain[other]!
    chain[other] = kept
  }
  return chain
}

function follow(chain: Int32Array, count: number): void {
  let at = 0
  for (let done = 0; done < count; done++) at = chain[at]!
  if (at < 0) throw new Error('the chain stays inside')
}

/** The middle of how much longer the first takes than the second, both run in each round. */
function ratio(first: () => void, second: () => void): number {
  const time = (run: () => void) => measure(run, () => {}, 1).median
  const ratios = Array.from({ length: ROUNDS }, () => time(first) / time(second))
  return ratios.sort((a, b) => a - b)[ROUNDS >> 1]!
}

function walks(): Row[] {
  const { memory, walker } = mappedMemory()
  const walk = () => {
    for (let done = 0; done < TRANSLATIONS; done++) walker.walk(scattered(done) << 12, 0, READ)
  }
  const entryReads = 4 * TRANSLATIONS
  const chain = chainOver(TABLE_BYTE_COUNT)
  const walked = measure(walk)
  const share = ratio(() => follow(chain, entryReads), walk)
  const translated = measure(() => {
    for (let done = 0; done < TRANSLATIONS / 10; done++)
      memory.translate(virtualAddress(BigInt(scattered(done)) << 12n))
  })
  const translationsEach = TRANSLATIONS / 10 / (translated.median / 1000)
  return [
    {
      what: 'walk of four levels, entry reads',
      measured: million(entryReads / (walked.median / 1000)),
      spread: spread(walked),
      beside: `${share.toFixed(2)}× dependent reads over as many bytes (bar ≥ 0.4×)`,
    },
    {
      what: 'translations with every step',
      measured: million(translationsEach),
      spread: spread(translated),
      beside: `${(translationsEach / PYTHON_TRANSLATIONS).toFixed(0)}× textbook simulators`,
    },
  ]
}

function startedMachine(): Machine {
  const machine = Machine.boot('linux', 'four-level', undefined, { ramByteCount: LARGE_RAM })
  const source = `_start:
mov eax, 9
xor edi, edi
mov esi, ${FORK_PAGES * 4096}
mov edx, 3
mov r10d, 0x22
mov r8, -1
xor r9d, r9d
syscall
.l: mov [rax], eax
add rax, 4096
sub esi, 4096
jnz .l
mov eax, 57
syscall
hlt`
  const linked = link(source, machine.codeOrigin, undefined, machine.codeByteLimit)
  if (!linked.ok) throw new Error(linked.diagnostics[0]?.message)
  machine.load(linked.program)
  return machine
}

/** Instructions of the program above up to the system call `fork`. */
const STEPS_TO_FORK = 8 + 4 * FORK_PAGES + 1

function fork(): Row {
  let machine: Machine
  const measured = measure(
    () => machine.run(1),
    () => {
      machine = startedMachine()
      machine.run(STEPS_TO_FORK)
    },
  )
  return {
    what: `fork with ${FORK_PAGES} resident pages`,
    measured: `${measured.median.toFixed(1)} ms`,
    spread: spread(measured),
    beside: '',
  }
}

/** Every page is touched and given back, over and over: all frames have been used before. */
function touches(): Row {
  const machine = startedMachine()
  machine.journal.recording = false
  machine.run(STEPS_TO_FORK)
  const { linux } = machine.kernel
  const paging = linux!.paging
  const region = machine.current.regions.find(({ name }) => name === 'mapping')!
  const start = performance.now()
  for (let round = 0; round < TOUCHES / FORK_PAGES; round++) {
    paging.discard(linux!.current, region.start, region.end)
    for (let address = region.start as bigint; address < region.end; address += 4096n) {
      if (machine.memory.resolve(lowHalf(address), highHalf(address), WRITE) >= 0)
        throw new Error('a page that was given back is not there')
      paging.answer(linux!.current, virtualAddress(address), WRITE)
    }
  }
  const milliseconds = performance.now() - start
  return {
    what: `${TOUCHES} first touches over ${FORK_PAGES} recycled frames`,
    measured: `${(milliseconds / 1000).toFixed(2)} s`,
    spread: `${((1000 * milliseconds) / TOUCHES).toFixed(2)} µs each`,
    beside: '24 bytes a resident page: 8 its entry, 16 what is known of its frame (bar ≤ 64)',
  }
}

/** How fast page tables are walked, and how fast the OS hands out pages. */
export default function memoryBench(): Promise<Row[]> {
  return Promise.resolve([...walks(), fork(), touches()])
}
