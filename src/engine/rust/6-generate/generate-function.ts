import type { Span } from '../1-parse/syntax.ts'
import { layoutOf, sizeOf } from '../3-check/type-layout.ts'
import { needsDrop } from '../3-check/types.ts'
import type { BasicBlock, MirBody } from '../4-mir/mir.ts'
import { orderBlocks, type BlockOrder } from './block-order.ts'
import { isInMemory, keepParameters } from './calls.ts'
import { Code } from './code.ts'
import type { Data } from './data.ts'
import { debugFrame } from './debug-frame.ts'
import { planDrops, type DropPlans } from './drop-plans.ts'
import { LandingPads, withLandings } from './landing-pads.ts'
import { dropAll } from './drops.ts'
import { frameSlots } from './frame-slots.ts'
import type { GeneratedFunction, GeneratedLocal } from './generate.ts'
import { BodyGenerator } from './generate-body.ts'
import { Generation, type Home, type Surroundings } from './generation.ts'
import { Headings } from './headings.ts'
import { frame, immediate, named, type Group, type Line } from './instruction.ts'
import { packedLayout, withRoom, type FrameLayout, type LayoutName } from './layout.ts'
import { withoutCertainChecks } from './known-values.ts'
import { countUses, stepsOf, type Run } from './steps.ts'
import { findTemporaries, passingReferences, referredLocals, type Temporaries } from './temporaries.ts'

interface Program {
  readonly layout: LayoutName
  readonly source: string
  readonly data: Data
  readonly around: Surroundings
}

/** A function's frame and instructions. */
export function generateFunction(
  written: MirBody,
  { layout, source, data, around }: Program,
): GeneratedFunction {
  const { item, label } = written
  const passing = passingReferences(written)
  const borrowed = referredLocals(written, (value, { local }) => value.kind === 'raw' || !passing.has(local))
  const body = { ...written, blocks: withoutCertainChecks(written, borrowed, around.valueOf) }
  const { runs, drops, order, uses } = runsOf(body)
  const referredTo = referredLocals(body)
  const temporaries = findTemporaries(body, runs, referredTo, uses, drops)
  const { locals, variables, frameOf } = variablesOf(written, borrowed, layout)
  const slots = slotsFor(body, { runs, order, temporaries, referredTo, variables, frameOf, drops })
  const code = new Code(data, slots.depth)
  const gen = new Generation(body, code, around, { temporaries, homes: slots.homes, referredTo })
  code.span = item.signature
  keepParameters(gen, slots.resultSlot)
  startFlags(code, drops, slots.flagAt)
  gen.pads = new LandingPads(code, (actions) => dropAll(gen, actions, slots.flagAt))
  new BodyGenerator(gen, runs, new Headings(item), slots.flagAt).generate()
  code.span = item.closingBrace
  const pads = padGroup(gen.pads.write(), item.closingBrace)
  const whole = withRoom(variables, code.deepest, layout)
  const before = [prologue(item.signature, whole), ...bySpan(code.lines, source)]
  const behind = [epilogue(item.closingBrace), ...bySpan(code.apart, source), ...pads]
  const { groups, landings } = withLandings([...before, ...behind], () => code.label())
  return {
    name: item.name.text,
    label,
    signature: item.signature,
    parameterCount: item.parameters.length,
    frame: whole,
    locals,
    groups,
    epilogueAt: before.length,
    landings,
    closingBrace: item.closingBrace,
  }
}

function runsOf(body: MirBody) {
  const order = orderBlocks(body.blocks)
  const drops = planDrops(body, order.blocks)
  const uses = countUses(body.blocks, order.blocks, body.locals.length, drops)
  const blocks: readonly BasicBlock[] = body.blocks
  const runs = order.runs.map((run) => stepsOf(blocks, run, drops, uses))
  return { order, drops, uses, runs }
}

/** The reader's variables, in the order of their declarations, and where each lies. */
function variablesOf(body: MirBody, borrowed: ReadonlySet<number>, layout: LayoutName) {
  const named = body.locals.flatMap(({ variable, type }, index) =>
    variable ? [{ index, variable, type }] : [],
  )
  const aligned = new Set(named.flatMap(({ index }, at) => (borrowed.has(index) ? [at] : [])))
  const variables =
    layout === 'packed'
      ? packedLayout(
          named.map(({ type }) => layoutOf(type)),
          aligned,
        )
      : debugFrame(
          body,
          named.map(({ index }) => index),
        )
  const frameOf = new Map(named.map(({ index }, at) => [index, variables.offsets[at] ?? 0]))
  const locals = named.map(({ index, variable, type }): GeneratedLocal => ({
    local: variable,
    type,
    isReferredTo: borrowed.has(index),
  }))
  return { locals, variables, frameOf }
}

function padGroup(lines: readonly Line[], span: Span): readonly Group[] {
  return lines.length > 0 ? [{ heading: 'If a panic comes by', span, lines }] : []
}

/** Where everything else lies that has to lie somewhere. */
function slotsFor(
  body: MirBody,
  found: {
    readonly runs: readonly Run[]
    readonly order: BlockOrder
    readonly temporaries: Temporaries
    readonly referredTo: ReadonlySet<number>
    readonly variables: FrameLayout
    readonly frameOf: ReadonlyMap<number, number>
    readonly drops: DropPlans | undefined
  },
) {
  const { runs, order, temporaries, referredTo, variables, frameOf, drops } = found
  const homes = new Map<number, Home>(
    [...frameOf].map(([local, offset]) => [local, { kind: 'frame', offset }]),
  )
  let depth = variables.localBytes
  const resultSlot = isInMemory(body.locals[0]!.type) ? -(depth = roundedUp(depth) + 8) : undefined
  if (resultSlot !== undefined) homes.set(0, { kind: 'behind', offset: resultSlot })
  const flagBytes = drops?.flagCount ?? 0
  const flags = depth
  depth += flagBytes
  const needed: number[] = []
  body.locals.forEach(({ type }, local) => {
    if (homes.has(local) || temporaries.isFleeting(local)) return
    if (sizeOf(type) === 0) homes.set(local, { kind: 'frame', offset: 0 })
    else needed.push(local)
  })
  const kept = new Set(needed.filter((local) => referredTo.has(local) || needsDrop(body.locals[local]!.type)))
  const placed = frameSlots(body, runs, { needed, kept }, loopsInSteps(runs, order), depth)
  for (const [local, offset] of placed.offsets) homes.set(local, { kind: 'frame', offset })
  const isUsed = placed.offsets.size > 0
  return {
    homes,
    resultSlot,
    depth: isUsed ? placed.depth : depth,
    flagAt: (flag: number) => -(flags + flag + 1),
  }
}

const roundedUp = (depth: number) => Math.ceil(depth / 8) * 8

/** From where to where loops reach, counted in steps. */
function loopsInSteps(runs: readonly Run[], { blocks, loops, runs: blocksOfRuns }: BlockOrder) {
  const starts = new Map<number, { from: number; to: number }>()
  let at = 0
  runs.forEach(({ steps }, run) => {
    const range = { from: at + 1, to: at + steps.length }
    for (const block of blocksOfRuns[run]!) starts.set(block, range)
    at += steps.length
  })
  return loops.map(({ from, to }) => ({
    from: starts.get(blocks[from]!)!.from,
    to: starts.get(blocks[to]!)!.to,
  }))
}

/** What has no value yet must not be given back. */
function startFlags(code: Code, drops: DropPlans | undefined, flagAt: (flag: number) => number): void {
  for (let flag = 0; flag < (drops?.flagCount ?? 0); flag++) {
    const isSet = drops!.setAtStart.includes(flag)
    code.emit(
      'mov',
      [frame(flagAt(flag), 1), immediate(isSet ? 1 : 0)],
      isSet ? 'It has a value' : 'It has no value yet',
    )
  }
}

/** One heading for what comes from one place of the source. */
function bySpan(lines: readonly Line[], source: string): readonly Group[] {
  const groups: { heading: string; span: Span; lines: Line[] }[] = []
  for (const line of lines) {
    const last = groups.at(-1)
    if (last && last.span === line.span) last.lines.push(line)
    else {
      const { span } = line
      groups.push({ heading: onOneLine(source.slice(span.from, span.to)), span, lines: [line] })
    }
  }
  return groups
}

const [RBP, RSP] = [named('rbp'), named('rsp')]

export function prologue(span: Span, { frameSize }: Pick<FrameLayout, 'frameSize'>): Group {
  const lines: Line[] = [
    { kind: 'instruction', mnemonic: 'push', operands: [RBP], span, comment: 'Save the caller’s RBP' },
    { kind: 'instruction', mnemonic: 'mov', operands: [RBP, RSP], span, comment: 'RBP marks this frame' },
  ]
  if (frameSize > 0)
    lines.push({
      kind: 'instruction',
      mnemonic: 'sub',
      operands: [RSP, immediate(frameSize)],
      span,
      comment: `Allocate ${frameSize} bytes on stack`,
    })
  return { heading: 'Function prologue', span, lines }
}

export function epilogue(span: Span): Group {
  const lines: Line[] = [
    { kind: 'instruction', mnemonic: 'leave', operands: [], span, comment: 'RSP and RBP as they were' },
    { kind: 'instruction', mnemonic: 'ret', operands: [], span, comment: 'Return to the caller' },
  ]
  return { heading: 'Function epilogue', span, lines }
}

const LONGEST_HEADING = 90

function onOneLine(text: string): string {
  const line = text
    .slice(0, 4 * LONGEST_HEADING)
    .replace(/\s+/gu, ' ')
    .trim()
  return line.length > LONGEST_HEADING ? `${line.slice(0, LONGEST_HEADING - 1)}…` : line
}
