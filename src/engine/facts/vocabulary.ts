/**
 * The vocabulary: everything that can be asked of a machine. A row says how a fact is written, what it asks, what its
 * value is, which thing it is of, how an exercise asks for it in words, and what is commonly answered wrongly. Prose,
 * views, exercises and tests all ask in these words, so that one name means one thing everywhere. How each is answered
 * stands in answers.ts: the page knows this table without the engine behind it.
 *
 *   registers.rsp   x.physicalAddress   address(rbp - 1).page   page(0x7FFF007FE).flags   after(3).memory(y + 1)
 */
import { FLAG_BITS } from '../isa/flags.ts'
import { REGISTER_NAMES } from '../isa/registers.ts'
import { ARCHITECTURES } from '../memory/architectures.ts'
import { FIFTEEN_BIT_SCHEME, SCHEMES } from '../memory/scheme.ts'
import { COUNTERS } from '../os/frame-table.ts'
import { PAGE_SIZE } from '../units.ts'
import { ENTRY_BYTE_COUNT, type PointedAt, type Quantity } from './quantity.ts'

/** A way of answering wrongly that a row may name; what it leads to is for exercises to know. */
export type TypicalMistake =
  | 'direction-reversed'
  | 'frame-not-shifted'
  | 'frame-shifted'
  | 'not-translated'
  | 'off-by-one-page'
  | 'offset-forgotten'
  | 'offset-from-rsp'
  | 'one-past-the-end'
  | 'one-step-early'
  | 'page-and-offset-swapped'
  | 'wrong-type-size'

/** One thing that can be asked of a subject. */
export interface PropertyRow {
  readonly quantity: Quantity
  /** What a reader is asked to fill in; “Value” where nothing is said. */
  readonly label?: string
  /** `${of}` is what the fact is about, already marked up. */
  readonly question?: string
  readonly mistakes?: readonly TypicalMistake[]
}

/** What stands between the parentheses of a subject; with a question mark what may be left out. */
export type Parameter = 'address' | 'number' | 'count' | 'count?' | 'name' | 'name?' | 'variable' | 'subject'

interface SubjectRow {
  readonly takes: readonly Parameter[]
  /** What can be asked of it, by the name behind its dot; of what is a fact by itself, by ''. */
  readonly asks: Readonly<Record<string, PropertyRow>>
  /** The thing that a fact about it is of, where its value points at none: a range of bytes begins at its parameter. */
  readonly thing?: 'variable' | 'register' | PointedAt
  /** What questions call it, marked up, from the texts of its parameters; as it is written where nothing is said. */
  readonly words?: (...parameters: string[]) => string
}

/** A row for each of several names. */
function each(names: readonly string[], row: (name: string) => PropertyRow): SubjectRow['asks'] {
  return Object.fromEntries(names.map((name) => [name, row(name)]))
}

const counts = (...names: string[]) => each(names, () => ({ quantity: 'count' }))
const texts = (...names: string[]) => each(names, () => ({ quantity: 'text' }))

const PAGE: PropertyRow = {
  quantity: 'page',
  label: 'Page number',
  question: 'In which page does ${of} lie? Write the page’s number.',
  mistakes: ['page-and-offset-swapped', 'off-by-one-page'],
}
const FRAME: PropertyRow = {
  quantity: 'frame',
  label: 'Frame number',
  question: 'In which frame does ${of} lie?',
  mistakes: ['frame-shifted', 'not-translated'],
}
const FRAME_BASE: PropertyRow = {
  quantity: 'frameBase',
  label: 'Physical address of the frame’s first byte',
  question: 'Where in RAM does the frame of ${of} begin?',
  mistakes: ['frame-not-shifted', 'not-translated'],
}
const VALUE: PropertyRow = { quantity: 'value', label: 'Value', question: 'What is the value of ${of}?' }
const BYTES: PropertyRow = {
  quantity: 'bytes',
  label: 'Bytes, from the lowest address',
  question: 'Which bytes does ${of} consist of, beginning at its lowest address?',
}
const ROOT: PropertyRow = {
  quantity: 'tableBase',
  label: 'Physical address',
  question: 'Which physical address does CR3 hold?',
}

/** Of every level that a scheme of the course has: `pml4`, `pdpt`, … */
const LEVELS = [...Object.values(SCHEMES), ...Object.values(ARCHITECTURES), FIFTEEN_BIT_SCHEME].flatMap(
  ({ lookup }) => (lookup.kind === 'radix' ? lookup.levels.map(({ name }) => name.toLowerCase()) : []),
)

const OF_ADDRESS = {
  virtualAddress: {
    quantity: 'virtualAddress',
    label: 'Virtual address',
    question: 'At which virtual address does ${of} begin?',
    mistakes: ['offset-from-rsp', 'direction-reversed'],
  },
  page: PAGE,
  pageOffset: {
    quantity: 'pageOffset',
    label: 'Offset within the page',
    question: 'Which byte of its page is the first byte of ${of}?',
    mistakes: ['page-and-offset-swapped'],
  },
  ...texts('canonical', 'region'),
  /** A word of ${8 * byteCount} bits at a virtual address, as one number. */
  physicalAddress: {
    quantity: 'physicalAddress',
    label: 'Physical address',
    question: 'In which byte of RAM does ${of} begin?',
    mistakes: ['page-and-offset-swapped', 'frame-not-shifted', 'not-translated', 'offset-forgotten'],
  },
  frame: FRAME,
  frameBase: FRAME_BASE,
  ...each(LEVELS, (level) => ({
    quantity: 'index',
    label: 'Index',
    question: `Which entry of the ${level.toUpperCase()} does the walk for \${of} use?`,
  })),
} satisfies SubjectRow['asks']

const REGISTERS = [...REGISTER_NAMES, 'rip', 'cr0', 'cr2', 'cr3', 'cr4', 'mxcsr']
/** Registers whose values are addresses, whatever a program does. */
const POINTERS = ['rsp', 'rbp', 'rip']

const byteRow = (ofRam: string): PropertyRow => ({
  quantity: 'byte',
  label: 'Byte',
  question: `Which byte${ofRam} stands at \${of}?`,
})

/** A word at a virtual address, as one number. */
const word = <const Size extends number>(byteCount: Size) =>
  ({
    takes: ['address'],
    asks: { '': { quantity: 'bits' } },
    thing: { memory: 'virtual', byteCount, scale: 1 },
  }) as const

export const SUBJECTS = {
  /** A variable, or a part of one such as `p.x`, `a[2]` and `(*v)[0]`, by the symbol table and in its frame as it is now; written without the word and its parentheses. */
  variable: {
    takes: ['variable'],
    asks: {
      offset: {
        quantity: 'distance',
        label: 'Offset from RBP',
        question: 'How far from RBP does ${of} lie? (A place below RBP has a negative offset.)',
        mistakes: ['offset-from-rsp', 'direction-reversed'],
      },
      ...texts('type'),
      size: {
        quantity: 'count',
        label: 'Bytes',
        question: 'How many bytes does ${of} take?',
        mistakes: ['wrong-type-size'],
      },
      alignment: {
        quantity: 'count',
        label: 'Alignment',
        question: 'Of which number must the address of ${of} be a multiple?',
      },
      value: VALUE,
      bytes: BYTES,
      lastByte: {
        quantity: 'virtualAddress',
        label: 'Virtual address of the last byte',
        question: 'At which virtual address is the last byte of ${of}?',
        mistakes: ['one-past-the-end'],
      },
      ...OF_ADDRESS,
    },
    thing: 'variable',
    words: (name) => `\`${name}\``,
  },
  /** A register, or a part of one such as `al`; `rip`, MXCSR and the control registers too. */
  registers: {
    takes: [],
    asks: each(REGISTERS, (name) => ({
      quantity: POINTERS.includes(name) ? 'pointer' : 'bits',
      label: name.toUpperCase(),
      question: `What does ${name.toUpperCase()} hold?`,
      mistakes: ['one-step-early'],
    })),
    thing: 'register',
  },
  /** A flag of RFLAGS, such as `zf`: 0 or 1. */
  flags: {
    takes: [],
    asks: counts(...Object.keys(FLAG_BITS)),
  },
  /** CR3: the physical address of the current root table. */
  root: {
    takes: [],
    asks: { '': ROOT },
  },
  /** The paging scheme: its name, bytes in a page, bits of an offset and of an address. */
  scheme: {
    takes: [],
    asks: { ...texts('name'), ...counts('pageSize', 'offsetBits', 'addressBits') },
  },
  /** An address such as `0x7FFF007FEFFF`, `rbp - 1` or `y + 2`, and its index in each table. */
  address: {
    takes: ['address'],
    asks: OF_ADDRESS,
    words: (address) => `the byte at \`[${address}]\``,
  },
  /** One level of the walk for a variable, an access or an address, written behind it: where its table begins, which entry is read, at which physical address, what it holds and where it leads. */
  walk: {
    takes: ['subject', 'name'],
    asks: {
      table: { quantity: 'tableBase' },
      index: { quantity: 'index' },
      entryAddress: { quantity: 'entryAddress' },
      entry: { quantity: 'bits' },
      next: { quantity: 'tableBase' },
    },
  },
  /** A page’s entry in the current page table; present is 1 or 0. */
  page: {
    takes: ['number'],
    asks: {
      frame: FRAME,
      frameBase: FRAME_BASE,
      ...texts('flags'),
      ...counts('present'),
      entry: { quantity: 'bits' },
    },
    thing: { memory: 'virtual', byteCount: PAGE_SIZE, scale: PAGE_SIZE },
  },
  /** A byte of RAM: by its number, or where an expression with a name is translated to. */
  byte: {
    takes: ['address'],
    asks: { '': byteRow(' of RAM') },
    thing: { memory: 'physical', byteCount: 1, scale: 1 },
    words: (address) => `\`${address}\``,
  },
  /** A byte at a virtual address, or so many from there upwards. */
  memory: {
    takes: ['address', 'count?'],
    asks: { '': byteRow('') },
    thing: { memory: 'virtual', byteCount: 1, scale: 1 },
    words: (address) => `\`[${address}]\``,
  },
  memory16: word(2),
  memory32: word(4),
  memory64: word(8),
  /** What stands at an address of RAM, read as an entry of this machine’s page tables. */
  entry: {
    takes: ['address'],
    asks: { '': { quantity: 'bits' } },
    thing: { memory: 'physical', byteCount: ENTRY_BYTE_COUNT, scale: 1 },
  },
  /** An instruction of the listing, from 0: the loaded program's, or the fragment's placed last. */
  instruction: {
    takes: ['count'],
    asks: { ...texts('text'), bytes: BYTES, address: { quantity: 'virtualAddress' } },
  },
  /** The function whose frame RBP points to: the bytes it reserves, and those its variables take. */
  function: {
    takes: [],
    asks: {
      ...texts('name'),
      frameSize: { quantity: 'frameSize', label: 'Bytes', question: 'How large is the stack frame?' },
      localBytes: {
        quantity: 'frameSize',
        label: 'Bytes',
        question: 'How many bytes do the variables take together?',
      },
    },
    words: () => 'the function',
  },
  /** A region of the current process: its first address, the one behind its last, and its size. */
  region: {
    takes: ['name'],
    asks: {
      start: { quantity: 'virtualAddress', label: 'First address', question: 'Where does ${of} begin?' },
      end: {
        quantity: 'pointer',
        label: 'First address that no longer belongs to it',
        question: 'Where does ${of} end?',
      },
      size: { quantity: 'count', label: 'Bytes', question: 'How many bytes does ${of} take?' },
      ...counts('pages'),
    },
    words: (name) => `the region *${name}*`,
  },
  /** A process, or the running one: where its root table begins, how many tables it has and their bytes, its regions as /proc/PID/maps prints them, and its bytes that are in RAM, in the swap area, and reserved, as Linux counts them. */
  process: {
    takes: ['name?'],
    asks: {
      ...texts('name', 'maps'),
      root: ROOT,
      ...counts('tables', 'tableBytes', 'resident', 'swapped', 'reserved'),
    },
  },
  /** The fault that ended the run, or that the last faulting access met. */
  fault: {
    takes: [],
    asks: {
      ...texts('kind', 'cause'),
      address: { quantity: 'virtualAddress' },
      errorCode: { quantity: 'bits' },
    },
  },
  /** The signal that ended the program: SIGSEGV…, its si_code as a name, its si_addr. */
  signal: {
    takes: [],
    asks: { ...texts('name', 'code'), address: { quantity: 'virtualAddress' } },
  },
  /** What the program has exited with, 0 to 255. */
  exit: {
    takes: [],
    asks: counts('code'),
  },
  /** What programs have written. */
  console: {
    takes: [],
    asks: texts('text'),
  },
  /** How many frames RAM has, how many are free, and how often something has happened since the start. */
  os: {
    takes: [],
    asks: counts('frames', 'freeFrames', ...COUNTERS),
  },
  /** What the TLB has counted, what accesses took in cycles, and how often RAM was used for each on average. */
  tlb: {
    takes: [],
    asks: {
      ...counts('hits', 'misses', 'evictions', 'walkReads', 'fetchHits', 'fetchMisses', 'cycles'),
      ...texts('memoryAccessesEach'),
    },
  },
  /** The same of the TLB for fetches of instructions, where they have one of their own. */
  itlb: {
    takes: [],
    asks: counts('hits', 'misses', 'evictions', 'walkReads'),
  },
  /** What a cache such as L1 has counted: lookups and how many of them were fetches, lines that made room, and writes that went on; the share of misses. */
  cache: {
    takes: ['name'],
    asks: {
      ...counts('hits', 'misses', 'fetchHits', 'fetchMisses', 'evictions', 'writeBacks', 'writesThrough'),
      ...texts('missRate'),
    },
  },
  /** What accesses took where a TLB or a cache counts: cycles, how many accesses there were, and cycles for each on average. */
  time: {
    takes: [],
    asks: { ...counts('cycles', 'accesses'), ...texts('cyclesEach') },
  },
  /** How many instructions were executed since the program was loaded. */
  steps: {
    takes: [],
    asks: {
      count: {
        quantity: 'count',
        label: 'Number of instructions',
        question: 'How many instructions have been executed?',
      },
    },
  },
  /** An access of an access cell, from 0, switches not counted; its cycles where a TLB or a cache counts. */
  access: {
    takes: ['count'],
    asks: { value: VALUE, bytes: BYTES, ...texts('fault'), ...counts('cycles'), ...OF_ADDRESS },
    words: (index) => `access ${Number(index) + 1}`,
  },
} as const satisfies Readonly<Record<string, SubjectRow>>

export type SubjectKind = keyof typeof SUBJECTS

/** The row of a kind, without what is particular to it. */
export const rowOf = (kind: SubjectKind): SubjectRow => SUBJECTS[kind]

/** What is asked by a name; undefined where that can't be asked of the kind. */
export function propertyRow(kind: SubjectKind, property: string): PropertyRow | undefined {
  const { asks } = rowOf(kind)
  return Object.hasOwn(asks, property) ? asks[property] : undefined
}

/** Words that stand for a subject without parentheses: a variable called so is written `variable(flags)`. */
export function isReserved(word: string): boolean {
  return (
    Object.hasOwn(SUBJECTS, word) && rowOf(word as SubjectKind).takes.every((taken) => taken.endsWith('?'))
  )
}
