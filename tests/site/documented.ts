/**
 * What must stand on a lesson's page: every address, split, table row and value of the section of
 * `documented.json` that its frontmatter names, each as the value of an element that carries a fact.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One documented value, and which facts may carry it. */
export interface Expectation {
  /** Where it stands in documented.json, for a readable failure. */
  readonly path: string
  readonly facts: RegExp
  readonly value: string
}

/** One element with a `data-fact`, as read from a page. */
export interface FactOnPage {
  readonly fact: string
  readonly value: string
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

const virtualAddress = /virtualAddress$|lastByte$|registers\.r[sb]p$|memory64\(/
const physicalAddress = /physicalAddress$/
const frameBase = /frameBase$|\.next$/
const page = /\.page$/
const register = (name: string) => new RegExp(`registers\\.${name}$`)

/** Documented key → the facts that may carry its value. */
const CARRIED_BY: Readonly<Record<string, RegExp>> = {
  '0x7FFF...F000': virtualAddress,
  '0x7FFF...EFFF': virtualAddress,
  '0x7FFF...EFFE': virtualAddress,
  '0x7FFF...EFFD': virtualAddress,
  '0x7FFF...EFFC': virtualAddress,
  '0x7FFF...EFFB': virtualAddress,
  '0x7FFF...E (page)': page,
  '0x7FFF...F (page)': page,
  'stack[]': /^region\(stack\)\.(start|end)$/,
  'heap[]': /^region\(heap\)\.(start|end)$/,
  'code[]': /^region\(code\)\.(start|end)$/,
  stack_bytes: /^region\(stack\)\.size$/,
  page_size: /^scheme\.pageSize$/,
  offset_bits: /^scheme\.offsetBits$/,
  va_bits: /^scheme\.addressBits$/,
  type: /\.type$/,
  size: /\.size$/,
  value: /\.value$|registers\.al$|registers\.eax$|\.entry$|^region\(stack\)\.size$/,
  rbp_offset: /\.offset$/,
  offset: /\.offset$|ageOffset$/,
  va: virtualAddress,
  last_byte_va: virtualAddress,
  bytes: /\.bytes$|^memory\(|^byte\(/,
  locals_bytes: /^function\.localBytes$/,
  frame_size: /^function\.frameSize$/,
  'unused_frame_bytes[]': virtualAddress,
  nasm: /^instruction\(\d+\)\.text$/,
  asm: /^instruction\(\d+\)\.text$/,
  code: /^instruction\(\d+\)\.bytes$/,
  RSP: register('rsp'),
  RBP: register('rbp'),
  rip: register('rip'),
  rsp: register('rsp'),
  rbp: register('rbp'),
  rax: register('rax'),
  rax_after: register('rax'),
  rax_after_if_rax_was_0xAAAAAAAAAAAAAAAA: register('rax'),
  byte: /^memory\(|^byte\(/,
  page,
  pa: physicalAddress,
  page_number: page,
  page_offset: /\.pageOffset$/,
  pml4: /\.pml4$/,
  pdpt: /\.pdpt$/,
  pd: /\.pd$/,
  pt: /\.pt$/,
  virtual_page: page,
  'present_at_start_in_model[]': page,
  physical_page: frameBase,
  frame_number: /\.frame$/,
  flags: /\.flags$/,
  start: /^region\(\w+\)\.start$/,
  end: /^region\(\w+\)\.end$/,
  pages: /^region\(stack\)\.pages$/,
  x: /^x\.offset$/,
  y: /^y\.offset$/,
  cr3: /^root$/,
  PML4: /\.table$|^root$/,
  PDPT: /\.table$/,
  PD: /\.table$/,
  PT: /\.table$/,
  address: /\.entryAddress$/,
  table: /\.table$|^root$/,
  index: /\.(index|pml4|pdpt|pd|pt)$/,
  entry_address: /\.entryAddress$/,
  entry: /\.entry$/,
  next: /\.next$|\.table$|frameBase$/,
}

/** Documented keys that hold words about the values, or values that another key repeats. */
const WORDS = new Set(
  (
    'source conventions interval rust name doc verdict corrected layout_rule comment after states_note holds register ' +
    'crosses_page initial_rsp_documented without[] with[] isolation_example_not_in_document grows lazy tracks[] does_not_track[] list[] ' +
    'os_knows[] os_does_not_know[] who text lookup value_storage Compiler OS CPU RAM entry_flags level oracle len'
  ).split(' '),
)

/** Objects that the document itself gets wrong, with the right values beside them under another key. */
const DOCUMENTED_WRONGLY = new Set(['registers_documented', 'symbol_table_documented', 'initial_rsp'])

const documented = JSON.parse(
  readFileSync(join(import.meta.dirname, '../engine/documented.json'), 'utf8'),
) as Record<string, Json>

/** All values of one section, in the document's order. */
export function documentedValues(section: string): Expectation[] {
  const values = documented[section]
  if (values === undefined) throw new Error(`documented.json has no section “${section}”`)
  return [...expectationsOf(values, section, '')]
}

function* expectationsOf(json: Json, path: string, key: string): Generator<Expectation> {
  if (Array.isArray(json)) {
    for (const [index, item] of json.entries()) {
      yield* expectationsOf(item, `${path}[${index}]`, isLeaf(item) ? `${key}[]` : key)
    }
  } else if (isLeaf(json)) {
    yield* expectationOfLeaf(json, path, key)
  } else if (!DOCUMENTED_WRONGLY.has(key)) {
    yield* expectationsOfObject(json as Readonly<Record<string, Json>>, path)
  }
}

function* expectationsOfObject(object: Readonly<Record<string, Json>>, path: string): Generator<Expectation> {
  if (typeof object.from === 'string' && typeof object.bytes === 'string') {
    yield {
      path,
      facts: new RegExp(`memory\\(${object.from}, ${object.bytes.length / 2}\\)$`),
      value: object.bytes,
    }
    return
  }
  const address = object.va ?? object.pa
  for (const [key, value] of Object.entries(object)) {
    if (key === 'byte' && typeof value === 'string' && typeof address === 'string') {
      const byteAt = new RegExp(`^${object.va === undefined ? 'byte' : 'memory'}\\(${address}\\)$`)
      yield { path: `${path}.byte`, facts: byteAt, value }
    } else yield* expectationsOf(value, `${path}.${key}`, key)
  }
}

function* expectationOfLeaf(
  leaf: string | number | boolean | null,
  path: string,
  key: string,
): Generator<Expectation> {
  if (WORDS.has(key) || leaf === null || leaf === '') return
  if (key === 'code_bytes' || path.includes('rsp_relative_offsets')) return // the listing's bytes and the symbols' offsets say it
  const facts = CARRIED_BY[key]
  if (!facts) throw new Error(`documented.json: nothing says which fact carries ${path}`)
  yield { path, facts, value: String(leaf) }
}

const isLeaf = (json: Json): json is string | number | boolean | null =>
  json === null || typeof json !== 'object'

/** The documented values that no element carries, as readable lines. */
export function missingFrom(facts: readonly FactOnPage[], expectations: readonly Expectation[]): string[] {
  return expectations
    .filter(
      (expected) =>
        !facts.some(({ fact, value }) => expected.facts.test(fact) && same(value, expected.value)),
    )
    .map((expected) => `${expected.path} = ${expected.value} (looked for in ${expected.facts.source})`)
}

/** Numbers are compared as numbers, whatever their base; everything else as text without spaces and letter case. */
function same(a: string, b: string): boolean {
  const [x, y] = [numberOf(a), numberOf(b)]
  if (x !== undefined && y !== undefined && x === y) return true
  return plain(a) === plain(b)
}

function numberOf(text: string): bigint | undefined {
  return /^(0x[0-9a-f]+|-?\d+)$/i.test(text) ? BigInt(text) : undefined
}

const plain = (text: string): string => text.toLowerCase().replace(/\s/g, '')
