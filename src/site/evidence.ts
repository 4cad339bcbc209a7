/** What the engine is compared with, counted in the record that the tests read. For the build, from the project's folder. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const VECTORS = 'tests/conformance/vectors'
const ANSWERS = 'tests/content/reader-edits/answers.jsonl'
const CLAIMS = 'tests/content/claims.json'

/** One thing that is compared: what of the engine, with whose answer, and how often. */
interface Evidence {
  readonly what: string
  readonly with: string
  readonly count: number
}

interface EvidenceRow extends Omit<Evidence, 'count'> {
  /** The kinds of records that tell of it. */
  readonly kinds: readonly string[]
}

const PROCESSOR = 'an x86-64 processor'
const RUSTC = 'rustc 1.95'
const EMULATOR = 'a small kernel under a full-system emulator, and independent code'
const TEXTBOOK = 'the simulators of “Operating Systems: Three Easy Pieces”'

const ROWS: readonly EvidenceRow[] = [
  {
    what: 'One instruction: every register, every flag and memory, before and after',
    with: PROCESSOR,
    kinds: ['isa', 'isa-sse', 'load-extend', 'frame-trace'],
  },
  {
    what: 'An instruction’s text and its bytes, both ways',
    with: 'nasm, and GNU’s assembler and disassembler',
    kinds: ['encoding'],
  },
  {
    what: 'A program in assembly: what it prints and how it ends',
    with: 'nasm, ld and Linux',
    kinds: ['asm-program'],
  },
  {
    what: 'A program in assembly with a mistake: where it is',
    with: 'nasm',
    kinds: ['asm-error'],
  },
  {
    what: 'An executable as it comes out of a compiler: what it prints, what it asks of the system',
    with: 'gcc, rustc, nasm and Linux',
    kinds: ['elf-program'],
  },
  {
    what: 'A walk: entries visited, address found, bits set, faults with their codes',
    with: EMULATOR,
    kinds: ['walk4', 'flat-translate', 'isolation', 'canonical'],
  },
  {
    what: 'Which entry of each table an address uses',
    with: 'independent code, in two ways',
    kinds: ['indices4', 'indices5'],
  },
  {
    what: 'First touches, regions and signals',
    with: 'Linux 6.18, and independent code',
    kinds: ['demand-paging', 'region', 'linux-signal'],
  },
  {
    what: 'A Rust program: what it prints and how it ends, panics included',
    with: RUSTC,
    kinds: ['rust-program'],
  },
  {
    what: 'A Rust program with a mistake: the error’s code and its line',
    with: RUSTC,
    kinds: ['rust-error'],
  },
  {
    what: 'Sizes, alignments, fields and niches of types',
    with: RUSTC,
    kinds: ['rust-layout', 'cast', 'bytes-le'],
  },
  {
    what: 'Where variables lie in a stack frame',
    with: `${RUSTC}, and independent code`,
    kinds: ['rust-frame', 'layout-rustc-debug', 'layout-packed', 'layout-packed-array'],
  },
  { what: 'Base and limit, access by access', with: TEXTBOOK, kinds: ['textbook-relocation'] },
  { what: 'Two segments, access by access', with: TEXTBOOK, kinds: ['textbook-segmentation'] },
  { what: 'One table for all pages, access by access', with: TEXTBOOK, kinds: ['textbook-linear'] },
  { what: 'Two levels of small tables, access by access', with: TEXTBOOK, kinds: ['textbook-multilevel'] },
]

/** Every comparison with what real tools and machines have answered. @throws Error for a kind of records that no row tells of */
export function evidence(): readonly Evidence[] {
  const counted = new Map<string, number>()
  for (const { kind } of records()) counted.set(kind, (counted.get(kind) ?? 0) + 1)
  const unknown = [...counted.keys()].filter((kind) => !ROWS.some(({ kinds }) => kinds.includes(kind)))
  if (unknown.length > 0)
    throw new Error(`src/site/evidence.ts does not say what records of the kind ${unknown.join(', ')} show`)
  return ROWS.map(({ kinds, ...row }) => ({
    ...row,
    count: kinds.reduce((sum, kind) => sum + (counted.get(kind) ?? 0), 0),
  }))
}

function records(): { readonly kind: string }[] {
  return readdirSync(VECTORS)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => linesOf(join(VECTORS, name)))
    .map((line) => JSON.parse(line) as { kind: string })
}

/** What rustc and nasm have said of edits of the lessons' cells. */
export function storedAnswers(): { readonly accepted: number; readonly refused: number } {
  const answers = linesOf(ANSWERS).map((line) => JSON.parse(line) as { accepts: boolean })
  const accepted = answers.filter(({ accepts }) => accepts).length
  return { accepted, refused: answers.length - accepted }
}

/** The sentences of the text that the course grew out of, and how many of them hold as they stand. */
export function judgedClaims(): { readonly all: number; readonly exact: number } {
  const { claims } = JSON.parse(readFileSync(CLAIMS, 'utf8')) as { claims: { verdict: string }[] }
  return { all: claims.length, exact: claims.filter(({ verdict }) => verdict === 'exact').length }
}

function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
}
