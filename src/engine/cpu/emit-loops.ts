import { SLOT_MASK } from '../memory/translation-cache.ts'
import { PAGE_BITS } from '../units.ts'
import type { Form } from '../isa/form.ts'
import { FORMS } from '../isa/table.ts'
import { Emitter, NoFastForm, type Place, type StackAccess } from './emitter.ts'
import { variantOf } from './form-variant.ts'
import * as record from './record.ts'

/** A case of the loops' switch: what it does, and the forms it does it for. */
interface Case {
  readonly operation: number
  readonly title: string
  readonly inLoop: boolean
  readonly plain: string
  readonly recorded: string
  readonly stack: StackAccess | undefined
}

/**
 * The program texts of `loops.generated.ts`, the loop that records and the less frequent instructions, and of
 * `plain-loop.generated.ts`, the loop that does not record.
 */
export function emitLoops(): { recorded: string; plain: string } {
  const { cases, operations } = collectCases()
  const inLoop = cases.filter((one) => one.inLoop)
  const apart = cases.filter((one) => !one.inLoop)
  return {
    recorded: emitRecorded(inLoop, apart, operations),
    plain: fileOf('', '// prettier-ignore', emitLoop('runPlain', inLoop, false), ''),
  }
}

function emitRecorded(
  inLoop: readonly Case[],
  apart: readonly Case[],
  operations: readonly number[],
): string {
  const cases = [...inLoop, ...apart]
  const stackAccesses = cases.flatMap(({ operation, stack }) =>
    stack === undefined
      ? []
      : [`  ${operation}: [${stack.base}, ${stack.displacement}, ${stack.access}, ${stack.byteCount}],`],
  )
  return fileOf(
    '',
    '/** The operation of every variant of every form; 0 where the interpreter executes it. */',
    '// prettier-ignore',
    `export const OPERATIONS: readonly number[] = [${operations.join(', ')}]`,
    '',
    '/** What operations do with the stack unsaid: base register, displacement, kind of access, bytes. */',
    '// prettier-ignore',
    'export const STACK_ACCESSES: Readonly<Record<number, readonly [number, number, number, number]>> = {',
    ...stackAccesses,
    '}',
    '',
    '// prettier-ignore',
    emitLoop('runRecorded', inLoop, true),
    '',
    '// prettier-ignore',
    emitApart(apart),
    '',
  )
}

/** Operations that the loop executes itself have the numbers up to here. */
const FIRST_APART = 1000

function collectCases(): { cases: Case[]; operations: number[] } {
  const byText = new Map<string, Case>()
  const operations = new Array<number>(2 * FORMS.length).fill(record.INTERPRET)
  const next = { inLoop: record.FIRST_OPERATION, apart: FIRST_APART }
  for (const form of FORMS) {
    for (const variant of [false, true]) {
      const repeated = variant && form.row.repeatable === true
      const places = placesOf(form, variant && !repeated)
      const isRare = form.row.isRare === true || (form.size === 16 && !/^(mov|stos)/.test(form.row.mnemonic))
      const emitted = places === undefined || isRare ? undefined : emitCase(form, places, repeated)
      if (places === undefined || emitted === undefined) continue
      const title = (repeated ? 'rep ' : '') + titleOf(form, places)
      let known = byText.get(emitted.recorded)
      if (known === undefined) {
        const inLoop = IN_LOOP.some((pattern) => pattern.test(title))
        known = { operation: inLoop ? next.inLoop++ : next.apart++, title, inLoop, ...emitted }
        byText.set(emitted.recorded, known)
      }
      operations[variantOf(form, variant)] = known.operation
    }
  }
  return { cases: [...byText.values()], operations }
}

function emitCase(form: Form, places: readonly Place[], repeated: boolean) {
  try {
    const plain = new Emitter(form, places, false, repeated).emit()
    const recorded = new Emitter(form, places, true, repeated).emit()
    return { plain: plain.body, recorded: recorded.body, stack: recorded.stack }
  } catch (thrown) {
    if (thrown instanceof NoFastForm) return undefined
    throw thrown
  }
}

function placesOf(form: Form, inMemory: boolean): readonly Place[] | undefined {
  if (form.operands.some(({ kind, isMmx }) => kind === 'offset' || isMmx === true)) return undefined
  const places = form.operands.map((slot): Place => {
    if (/^register$|^vex-register$|^register-in-rm$|^fixed$/.test(slot.kind)) return 'register'
    if (slot.kind === 'register-or-memory') return inMemory ? 'memory' : 'register'
    return slot.kind === 'memory' || slot.kind === 'address' ? 'memory' : 'number'
  })
  return places.includes('memory') === inMemory ? places : undefined
}

/**
 * What compiled programs are made of, by the cases' titles. The loops stay small enough for V8 to optimise (it gives
 * up on functions of more than 60 KiB of bytecode); what is not here is a function of its own.
 */
const IN_LOOP: readonly RegExp[] = [
  /^mov (register|memory)(8|32|64), (register|memory|number)\d+$/,
  /^(movzx|movsx) register32, (register|memory)8$/,
  /^movsxd /,
  /^lea register64, /,
  /^(add|sub|cmp) (register|memory)32, (register|memory|number)\d+$/,
  /^(add|sub|cmp) register64, (register|memory|number)\d+$/,
  /^cmp (register|memory)8, number8$/,
  /^(and|xor) register32, (register|number)\d+$/,
  /^test register(8|32|64), register/,
  /^(inc|dec) (register(32|64)|memory32)$/,
  /^(push|pop) register64$/,
  /^(call|jmp) /,
  /^(ret|leave)$/,
  /^j[a-z]+ number/,
]

function titleOf(form: Form, places: readonly Place[]): string {
  const operands = form.operands.map(({ size }, index) => `${places[index]!}${size}`)
  return `${form.row.mnemonic} ${operands.join(', ')}`.trim()
}

const HEADER = `/* eslint-disable */
/* Written by \`npm run generate\` from the rows of the instruction table (see emitter.ts). Not to be edited. */
`

/** What the loops may need, and where it is. */
const IMPORTS: readonly { readonly names: readonly string[]; readonly from: string }[] = [
  { names: ['STEP_MARK'], from: '../journal.ts' },
  { names: ['FLAGS_WORD', 'RIP_WORD'], from: '../words.ts' },
  {
    names: ['divideLong', 'multiplyLong', 'parity', 'signedProductHigh', 'unsignedProductHigh'],
    from: './loop-arithmetic.ts',
  },
  { names: ['APART'], from: './loops.generated.ts' },
]

/** A generated file: what it consists of, and before it what that needs of others. */
function fileOf(...lines: readonly string[]): string {
  const body = lines.join('\n')
  const imports = IMPORTS.flatMap(({ names, from }) => {
    const used = names.filter((name) => new RegExp(`(?<!const )\\b${name}\\b`).test(body))
    const isOwn = used.some((name) => body.includes(`const ${name}:`))
    return used.length === 0 || isOwn ? [] : [`import { ${used.join(', ')} } from '${from}'`]
  })
  return [HEADER + imports.join('\n'), "import type { LoopState } from './loop-state.ts'", body].join('\n')
}

/**
 * A loop over decoded instructions. `steps` is how many it may execute; what it returns is how many it did.
 * It ends early when `state.stop` is set. A step that goes wrong never leaves a trace: every fault is found before
 * anything is written, and whatever is out of the ordinary is done again by the interpreter.
 */
function emitLoop(name: string, cases: readonly Case[], recorded: boolean): string {
  const when = (...lines: string[]) => (recorded ? lines : [])
  return [
    `export function ${name}(state: LoopState, steps: number): number {`,
    'const { journal, words, bytes, view, tagLow, tagHigh, base, entryAt, entryRecord, general } = state',
    'let { code, record: p, ripHigh } = state',
    'let flags = words[journal.registersAt + FLAGS_WORD]!',
    ...when('let { log, logLength: n } = journal'),
    'let low = 0, high = 0, at = 0, target = 0, link = 0, chunk = steps, left = steps',
    'for (; left > 0; left--) {',
    ...when('log[n] = STEP_MARK | flags', `log[n + 1] = code[p + ${record.AT}]!`, 'n += 2'),
    `let operation = code[p]!`,
    `const memory = code[p + ${record.MEMORY}]!`,
    `if (memory !== ${record.NO_MEMORY}) {`,
    ...ADDRESS,
    'if (memory >= 0) {',
    ...translation(when),
    '}',
    '}',
    'switch (operation) {',
    ...SPECIAL_CASES(when),
    ...cases.flatMap((one) => [
      `case ${one.operation}: { // ${one.title}`,
      recorded ? one.recorded : one.plain,
      '}',
    ]),
    'default: {',
    ...apartCall(recorded, when),
    'link = -2',
    '}',
    '}',
    'if (link === -2) {',
    ...interpretation(recorded, when),
    '}',
    ...jump(when),
    '}',
    'words[journal.registersAt + FLAGS_WORD] = flags',
    `if (p >= 0) words[journal.registersAt + RIP_WORD] = code[p + ${record.AT}]!`,
    ...when('journal.logLength = n', 'journal.logEnd = n'),
    'return chunk - left',
    '}',
  ].join('\n')
}

/** Ends the loop here: the steps that are left are not executed. */
const END = ['chunk -= left', 'left = 0', 'break']

type OnlyRecorded = (...lines: string[]) => string[]

/** The log may have been replaced, and its room used up. No case writes more than 16 integers into it. */
const RELOAD_LOG = [
  'log = journal.log',
  'n = journal.logLength',
  'const room = (log.length - n) >> 4',
  'if (left > room) {',
  'chunk -= left - room',
  'left = room',
  '}',
]

const ADDRESS = [
  `const baseWord = code[p + ${record.BASE}]!`,
  `const displacement = code[p + ${record.DISPLACEMENT}]!`,
  'low = (words[baseWord]! + displacement) | 0',
  `high = (words[baseWord + 1]! + code[p + ${record.DISPLACEMENT_HIGH}]! + ((low >>> 0) < (displacement >>> 0) ? 1 : 0)) | 0`,
  `const indexWord = code[p + ${record.INDEX}]!`,
  'if (indexWord >= 0) {',
  `const scale = code[p + ${record.SCALE}]!`,
  'const index = words[indexWord]!',
  'const scaled = index << scale',
  'const scaledHigh = (words[indexWord + 1]! << scale) | ((index >>> 1) >>> (31 - scale))',
  'low = (low + scaled) | 0',
  'high = (high + scaledHigh + ((low >>> 0) < (scaled >>> 0) ? 1 : 0)) | 0',
  '}',
]

/** The last byte's page is compared, so that an access that crosses into the next page is never a hit. */
function translation(when: OnlyRecorded): string[] {
  return [
    `const slot = memory + ((low >>> ${PAGE_BITS}) & ${SLOT_MASK})`,
    `if (tagLow[slot] === ((low + code[p + ${record.SPAN}]!) & -4096) && tagHigh[slot] === high) {`,
    'at = base[slot]! + (low & 4095)',
    '} else {',
    ...when('journal.logLength = n'),
    `at = state.resolve(low, high, memory, code[p + ${record.SPAN}]!)`,
    ...when(...RELOAD_LOG),
    `if (at < 0) operation = ${record.INTERPRET}`,
    '}',
  ]
}

function SPECIAL_CASES(when: OnlyRecorded): string[] {
  return [
    `case ${record.GO_ON}:`,
    ...when('n -= 2'),
    'left++',
    'link = p',
    `p = code[link + ${record.TARGET}]!`,
    'if (p >= 0) continue',
    `target = code[link + ${record.TARGET_AT}]!`,
    'break',
    `case ${record.STOP}:`,
    ...when('n -= 2'),
    'state.reached()',
    'chunk -= left',
    'left = 1',
    'continue',
  ]
}

function apartCall(recorded: boolean, when: OnlyRecorded): string[] {
  return [
    `if (operation >= ${FIRST_APART}) {`,
    'state.flags = flags',
    `journal.logLength = ${recorded ? 'n' : '0'}`,
    `const next = APART[operation - ${FIRST_APART}]!(state, p, at, low, high)`,
    'flags = state.flags',
    ...(recorded ? [] : ['journal.logLength = 0']),
    ...when(...RELOAD_LOG),
    'if (next >= 0) {',
    'p = next',
    'continue',
    '}',
    '}',
  ]
}

function interpretation(recorded: boolean, when: OnlyRecorded): string[] {
  return [
    'words[journal.registersAt + FLAGS_WORD] = flags',
    ...when('journal.logLength = n'),
    // the clock is how many steps there were, this one included
    'const executed = chunk - left',
    'journal.stepCount += executed + 1',
    'p = state.interpret(p)',
    `journal.stepCount -= ${recorded ? 'p >= 0 || state.stepCounts ? executed + 1 : executed' : 'executed + 1'}`,
    'flags = words[journal.registersAt + FLAGS_WORD]!',
    'code = state.code',
    'ripHigh = state.ripHigh',
    ...when(...RELOAD_LOG),
    'if (p >= 0) continue',
    'if (state.stepCounts) left--',
    ...END,
  ]
}

function jump(when: OnlyRecorded): string[] {
  return [
    'p = entryAt[target & 1023] === target ? entryRecord[target & 1023]! : -1',
    'if (p < 0) {',
    ...when('journal.logLength = n'),
    'p = state.find(target)',
    'code = state.code',
    ...when(...RELOAD_LOG),
    'if (p < 0) {',
    'left--',
    ...END,
    '}',
    '}',
    `if (link >= 0) code[link + ${record.TARGET}] = p`,
  ]
}

/** One function for each case that is not in the loops. It always records; without recording, the log is thrown away. */
function emitApart(cases: readonly Case[]): string {
  const functions = cases.map(({ title, recorded }) => {
    const body = recorded
      .replace(/^continue$/gm, 'state.flags = flags\njournal.logLength = n\nreturn p')
      .replace(/^link = -2\nbreak$/gm, 'return -2')
    const used = (name: string) => new RegExp(`\\b${name}\\b`).test(body)
    const parameters = ['state', 'p', 'at', 'low', 'high']
    while (parameters.length > 2 && !used(parameters.at(-1)!)) parameters.pop()
    return [
      `  // ${title}`,
      `  (${parameters.map((name) => (used(name) || name === 'state' ? name : `_${name}`)).join(', ')}) => {`,
      `const { journal, ${['words', 'bytes', 'view', 'code', 'general'].filter(used).join(', ')} } = state`,
      ...(used('log') ? [`${body.includes('log = journal.log') ? 'let' : 'const'} { log } = journal`] : []),
      'let { flags } = state',
      `${/^n [+=]/m.test(body) ? 'let' : 'const'} n = journal.logLength`,
      body,
      '},',
    ].join('\n')
  })
  return [
    '/** By their numbers, from the first that is not in the loops: where to go on, or a negative number. */',
    'export const APART: readonly ((state: LoopState, p: number, at: number, low: number, high: number) => number)[] = [',
    ...functions,
    ']',
  ].join('\n')
}
