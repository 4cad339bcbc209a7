import { highHalf, lowHalf } from '#engine/bits.ts'
import { Journal } from '#engine/journal.ts'
import { Machine } from '#engine/machine/machine.ts'
import { link } from '#engine/machine/program.ts'
import { makeEntry } from '#engine/memory/entry.ts'
import { READ, WRITE } from '#engine/memory/fault.ts'
import { PageTable } from '#engine/memory/page-table.ts'
import { SCHEMES } from '#engine/memory/scheme.ts'
import { Walker } from '#engine/memory/walker.ts'
import { Memory } from '#engine/memory/memory.ts'
import { pageNumber, physicalAddress, virtualAddress } from '#engine/units.ts'
import type { Row } from './run.ts'

const ROUNDS = 7
const PAGES = 4096
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

/** Pages 0 … 4095 in scattered frames, four levels. */
function mappedMemory(): { memory: Memory; walker: Walker; journal: Journal } {
  const journal = new Journal(LARGE_RAM)
  journal.recording = false
  const memory = new Memory(journal, SCHEMES['four-level'])
  memory.root = physicalAddress(0x1000)
  const table = new PageTable(journal, memory.scheme, memory.root)
  let next = 1
  for (let page = 0; page < PAGES; page++) {
    const frame = 64 + ((page * 2654435761) % 8192)
    const entry = makeEntry(frame * 4096, { write: true, execute: false, user: true })
    table.set(pageNumber(page), entry, () => physicalAddress(++next * 4096))
  }
  return { memory, walker: new Walker(journal, memory.scheme), journal }
}

/** A chain of places over a buffer as large as the page tables are: each is known when the one before has been read. */
function chainOver(byteCount: number): Int32Array {
  const count = byteCount / 4
  return Int32Array.from({ length: count }, (_, at) => (at + 1031) % count)
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
    for (let done = 0; done < TRANSLATIONS; done++) walker.walk(((done * 1031) % PAGES) << 12, 0, READ)
  }
  const entryReads = 4 * TRANSLATIONS
  const chain = chainOver(12 * 4096)
  const walked = measure(walk)
  const share = ratio(() => follow(chain, entryReads), walk)
  const translated = measure(() => {
    for (let done = 0; done < TRANSLATIONS / 10; done++)
      memory.translate(virtualAddress(BigInt(((done * 1031) % PAGES) << 12)))
  })
  const translationsEach = TRANSLATIONS / 10 / (translated.median / 1000)
  return [
    {
      what: 'walk of four levels, entry reads',
      measured: million(entryReads / (walked.median / 1000)),
      spread: spread(walked),
      beside: `${share.toFixed(2)}× dependent reads (bar ≥ 0.4×)`,
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
    beside: '16 bytes a resident page: its entry, and what is known of its frame',
  }
}

/** How fast page tables are walked, and how fast the OS hands out pages. */
export default function memoryBench(): Promise<Row[]> {
  return Promise.resolve([...walks(), fork(), touches()])
}
