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
import { SCHEMES } from '../memory/scheme.ts'
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
  readonly about: string
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
const LEVELS = Object.values(SCHEMES).flatMap(({ lookup }) =>
  lookup.kind === 'radix' ? lookup.levels.map(({ name }) => name.toLowerCase()) : [],
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

const REGISTERS = [...REGISTER_NAMES, 'rip', 'cr0', 'cr2', 'cr3', 'cr4']
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
    about: `a word of ${8 * byteCount} bits at a virtual address, as one number`,
    asks: { '': { quantity: 'bits' } },
    thing: { memory: 'virtual', byteCount, scale: 1 },
  }) as const

export const SUBJECTS = {
  variable: {
    takes: ['variable'],
    about:
      'a variable, by the symbol table and in its frame as it is now; written without the word and its parentheses',
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
  registers: {
    takes: [],
    about: 'a register, or a part of one such as `al`; `rip` and the control registers too',
    asks: each(REGISTERS, (name) => ({
      quantity: POINTERS.includes(name) ? 'pointer' : 'bits',
      label: name.toUpperCase(),
      question: `What does ${name.toUpperCase()} hold?`,
      mistakes: ['one-step-early'],
    })),
    thing: 'register',
  },
  flags: {
    takes: [],
    about: 'a flag of RFLAGS, such as `zf`: 0 or 1',
    asks: counts(...Object.keys(FLAG_BITS)),
  },
  root: {
    takes: [],
    about: 'CR3: the physical address of the current root table',
    asks: { '': ROOT },
  },
  scheme: {
    takes: [],
    about: 'the paging scheme: its name, bytes in a page, bits of an offset and of an address',
    asks: { ...texts('name'), ...counts('pageSize', 'offsetBits', 'addressBits') },
  },
  address: {
    takes: ['address'],
    about: 'an address such as `0x7FFF007FEFFF`, `rbp - 1` or `y + 2`, and its index in each table',
    asks: OF_ADDRESS,
    words: (address) => `the byte at \`[${address}]\``,
  },
  walk: {
    takes: ['subject', 'name'],
    about:
      'one level of the walk for a variable, an access or an address, written behind it: where its table begins, which entry is read, at which physical address, what it holds and where it leads',
    asks: {
      table: { quantity: 'tableBase' },
      index: { quantity: 'index' },
      entryAddress: { quantity: 'entryAddress' },
      entry: { quantity: 'bits' },
      next: { quantity: 'tableBase' },
    },
  },
  page: {
    takes: ['number'],
    about: 'a page’s entry in the current page table; present is 1 or 0',
    asks: {
      frame: FRAME,
      frameBase: FRAME_BASE,
      ...texts('flags'),
      ...counts('present'),
      entry: { quantity: 'bits' },
    },
    thing: { memory: 'virtual', byteCount: PAGE_SIZE, scale: PAGE_SIZE },
  },
  byte: {
    takes: ['address'],
    about: 'a byte of RAM: by its number, or where an expression with a name is translated to',
    asks: { '': byteRow(' of RAM') },
    thing: { memory: 'physical', byteCount: 1, scale: 1 },
    words: (address) => `\`${address}\``,
  },
  memory: {
    takes: ['address', 'count?'],
    about: 'a byte at a virtual address, or so many from there upwards',
    asks: { '': byteRow('') },
    thing: { memory: 'virtual', byteCount: 1, scale: 1 },
    words: (address) => `\`[${address}]\``,
  },
  memory16: word(2),
  memory32: word(4),
  memory64: word(8),
  entry: {
    takes: ['address'],
    about: 'a 64-bit word of RAM, as a page-table entry is one',
    asks: { '': { quantity: 'bits' } },
    thing: { memory: 'physical', byteCount: ENTRY_BYTE_COUNT, scale: 1 },
  },
  instruction: {
    takes: ['count'],
    about: "an instruction of the listing, from 0: the loaded program's, or the fragment's placed last",
    asks: { ...texts('text'), bytes: BYTES, address: { quantity: 'virtualAddress' } },
  },
  function: {
    takes: [],
    about: 'the function whose frame RBP points to: the bytes it reserves, and those its variables take',
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
  region: {
    takes: ['name'],
    about: 'a region of the current process: its first address, the one behind its last, and its size',
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
  process: {
    takes: ['name?'],
    about:
      'a process, or the running one: where its root table begins, its regions as /proc/PID/maps prints them, and its bytes that are in RAM, in the swap area, and reserved, as Linux counts them',
    asks: { ...texts('name', 'maps'), root: ROOT, ...counts('resident', 'swapped', 'reserved') },
  },
  fault: {
    takes: [],
    about: 'the fault that ended the run, or that the last faulting access met',
    asks: {
      ...texts('kind', 'cause'),
      address: { quantity: 'virtualAddress' },
      errorCode: { quantity: 'bits' },
    },
  },
  signal: {
    takes: [],
    about: 'the signal that ended the program: SIGSEGV…, its si_code as a name, its si_addr',
    asks: { ...texts('name', 'code'), address: { quantity: 'virtualAddress' } },
  },
  exit: {
    takes: [],
    about: 'what the program has exited with, 0 to 255',
    asks: counts('code'),
  },
  console: {
    takes: [],
    about: 'what programs have written',
    asks: texts('text'),
  },
  os: {
    takes: [],
    about: 'how many frames RAM has, how many are free, and how often something has happened since the start',
    asks: counts('frames', 'freeFrames', ...COUNTERS),
  },
  tlb: {
    takes: [],
    about:
      'what the TLB has counted, what accesses took in cycles, and how often RAM was used for each on average',
    asks: {
      ...counts('hits', 'misses', 'evictions', 'walkReads', 'cycles'),
      ...texts('memoryAccessesEach'),
    },
  },
  steps: {
    takes: [],
    about: 'how many instructions were executed since the program was loaded',
    asks: {
      count: {
        quantity: 'count',
        label: 'Number of instructions',
        question: 'How many instructions have been executed?',
      },
    },
  },
  access: {
    takes: ['count'],
    about: 'an access of an access cell, from 0, switches not counted',
    asks: { value: VALUE, bytes: BYTES, ...texts('fault'), ...OF_ADDRESS },
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
