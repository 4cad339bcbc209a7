/**
 * What belongs together: from a variable to its bytes, their translation, its mentions and its instructions, and back
 * from any of these. The way is the machine's own, at the moment that is shown.
 */
import { grammarOf } from '#notebook/shared/grammars.ts'
import { ENTRY_BYTE_COUNT } from '#engine/facts/quantity.ts'
import { parsePlace } from '#engine/facts/parse-fact.ts'
import { bytesAt, knownFunction } from '#engine/facts/variable-facts.ts'
import { REGISTER_NAMES, registerNamed, wordOf } from '#engine/isa/registers.ts'
import type { Machine } from '#engine/machine/machine.ts'
import type { LinkedVariable } from '#engine/machine/program.ts'
import { PAGE_SIZE, virtualAddress, wrapAddress } from '#engine/units.ts'
import { overlaps, type Thing } from '#notebook/shared/thing.ts'
import { instructionThing, placesOfCode, type CodeMap } from './code-map.ts'

/** Where a thing is looked for. */
export interface Place {
  readonly machine: Machine
  readonly code: CodeMap
}

type Range = Extract<Thing, { byteCount: number }>
type Source = Extract<Thing, { kind: 'source' }>

/** The thing itself and all that belongs to it. */
export function relatedThings(place: Place, thing: Thing): Thing[] {
  switch (thing.kind) {
    case 'variable':
      return [thing, ...ofVariable(place, thing.name)]
    case 'register':
      return [thing, ...ofRegister(place, thing.name)]
    case 'source':
      return [thing, ...ofSource(place, thing)]
    case 'virtual':
      return [thing, ...ofVirtual(place, thing), ...ofOwners(place, thing)]
    case 'physical':
      return [thing, ...ofPhysical(place, thing)]
  }
}

/** The thing whose bytes are meant: the variable that is named, in its frame as it is now; else the thing itself. */
export function meantThing(place: Place, thing: Thing): Thing | undefined {
  if (thing.kind === 'variable') return rangeCalled(place, thing.name)
  if (thing.kind !== 'source') return thing
  const [symbol] = symbolsNamedAt(place, thing)
  return symbol && rangeOf(place, symbol)
}

function ofVariable(place: Place, name: string): Thing[] {
  const named = parsePlace(name)
  const symbol = named && named.function === undefined ? symbolCalled(place, named.name) : undefined
  const range = rangeCalled(place, name)
  const bytes = range === undefined ? [] : [range, ...ofVirtual(place, range)]
  if (symbol === undefined) return bytes
  return [...bytes, ...mentionsOf(place, symbol), ...instructionsUsing(place, symbol)]
}

/** The bytes of a variable, or of a part of one. */
function rangeCalled({ machine }: Place, name: string): Range | undefined {
  const named = parsePlace(name)
  const found = named && bytesAt(machine, named)
  return found && { kind: 'virtual', start: found.address, byteCount: found.size }
}

/** The name alone means the last variable of that name. */
function symbolCalled(place: Place, name: string): LinkedVariable | undefined {
  return symbolsOf(place).findLast((candidate) => candidate.name === name)
}

function variableThing(place: Place, symbol: LinkedVariable): Thing[] {
  return symbolCalled(place, symbol.name) === symbol ? [{ kind: 'variable', name: symbol.name }] : []
}

function ofSymbol(place: Place, symbol: LinkedVariable): Thing[] {
  const range = rangeOf(place, symbol)
  const bytes = range === undefined ? [] : [range, ...ofVirtual(place, range)]
  return [...bytes, ...mentionsOf(place, symbol), ...instructionsUsing(place, symbol)]
}

/** The byte it points to, its other names, and the instructions that use one of them. */
function ofRegister({ machine, code }: Place, name: string): Thing[] {
  const names = namesOf(name)
  const isNamed = new RegExp(`\\b(${names.join('|')})\\b`, 'i')
  const users = code.places.filter(({ instruction }) => isNamed.test(instruction.text))
  const value = machine.registers.get(name)
  const isAddress = machine.memory.translate(virtualAddress(value)).ok
  const pointedAt: Thing[] = isAddress ? [{ kind: 'virtual', start: value, byteCount: 1 }] : []
  return [
    ...pointedAt,
    ...names.map((other): Thing => ({ kind: 'register', name: other })),
    ...users.map(instructionThing),
  ]
}

/** All names for (parts of) the register that a name is for. */
function namesOf(name: string): string[] {
  const register = registerNamed(name)
  return register === undefined
    ? [name]
    : REGISTER_NAMES.filter((other) => wordOf(registerNamed(other)!) === wordOf(register))
}

/** What the characters were compiled to, and the variable that they name. */
function ofSource(place: Place, thing: Source): Thing[] {
  const named = symbolsNamedAt(place, thing)
  if (named.length > 0) {
    return named.flatMap((symbol) => [...variableThing(place, symbol), ...ofSymbol(place, symbol)])
  }
  return placesOfCode(place.code, thing).map(instructionThing)
}

function symbolsNamedAt(place: Place, { from, to }: Source): LinkedVariable[] {
  return symbolsOf(place).filter((symbol) =>
    mentionsOf(place, symbol).some((mention) => mention.from <= from && to <= mention.to),
  )
}

/** Bytes of RAM behind a range of addresses, and the entries that lead there. */
function ofVirtual({ machine }: Place, { start, byteCount }: Range): Thing[] {
  const things: Thing[] = []
  for (let at = start; at < start + BigInt(byteCount); at = pageEnd(at)) {
    const translation = machine.memory.translate(virtualAddress(wrapAddress(at)))
    for (const { entryAddress } of translation.steps) {
      things.push({ kind: 'physical', start: BigInt(entryAddress), byteCount: ENTRY_BYTE_COUNT })
    }
    if (!translation.ok) continue
    const end = pageEnd(at) < start + BigInt(byteCount) ? pageEnd(at) : start + BigInt(byteCount)
    things.push({
      kind: 'physical',
      start: BigInt(translation.physicalAddress),
      byteCount: Number(end - at),
    })
  }
  return things
}

const pageEnd = (address: bigint) => (address / BigInt(PAGE_SIZE) + 1n) * BigInt(PAGE_SIZE)

/** What lies at addresses: variables of the frame, or instructions, with their source. */
function ofOwners(place: Place, thing: Range): Thing[] {
  // Of a whole page the views show what is in it; its variables are too many to be pointed at.
  if (thing.byteCount >= PAGE_SIZE) return []
  const variables = symbolsOf(place).filter((symbol) => {
    const range = rangeOf(place, symbol)
    return range !== undefined && overlaps(range, thing)
  })
  const instructions = place.code.places.filter((candidate) => overlaps(instructionThing(candidate), thing))
  return [
    ...variables.flatMap((symbol) => [
      ...variableThing(place, symbol),
      ...mentionsOf(place, symbol),
      ...instructionsUsing(place, symbol),
    ]),
    ...instructions.flatMap(({ span }): Thing[] => (span === undefined ? [] : [{ kind: 'source', ...span }])),
  ]
}

/** Every address that leads to these bytes of RAM, with what lies there. */
function ofPhysical(place: Place, { start, byteCount }: Range): Thing[] {
  const table = place.machine.kernel.pageTable()
  if (!table.exists) return ofMapped(place, { kind: 'virtual', start, byteCount })
  const { pageBits } = place.machine.memory.scheme
  const usual = table.entries().map((entry) => ({ ...entry, byteCount: 2 ** pageBits }))
  return [...usual, ...table.largePages()].flatMap(({ page, entryAddress, byteCount: size }): Thing[] => {
    const first = BigInt.asUintN(64, BigInt(page) << BigInt(pageBits))
    const pageRange: Range = { kind: 'virtual', start: first, byteCount: size }
    const entry: Range = { kind: 'physical', start: BigInt(entryAddress), byteCount: ENTRY_BYTE_COUNT }
    if (overlaps(entry, { kind: 'physical', start, byteCount })) return [pageRange]
    const translation = place.machine.memory.translate(virtualAddress(first))
    if (!translation.ok) return []
    const frame = BigInt(translation.physicalAddress)
    const from = start > frame ? start : frame
    const end = frame + BigInt(size)
    const to = start + BigInt(byteCount) < end ? start + BigInt(byteCount) : end
    if (from >= to) return []
    return ofMapped(place, { kind: 'virtual', start: first + (from - frame), byteCount: Number(to - from) })
  })
}

function ofMapped(place: Place, range: Range): Thing[] {
  return [range, ...ofVirtual(place, range), ...ofOwners(place, range)]
}

function symbolsOf({ machine }: Place): readonly LinkedVariable[] {
  return knownFunction(machine)?.symbols ?? []
}

function rangeOf({ machine }: Place, { offset, size }: LinkedVariable): Range | undefined {
  if (machine.frameFunction === undefined || size === 0) return undefined
  const start = wrapAddress(machine.registers.get('rbp') + BigInt(offset))
  return { kind: 'virtual', start, byteCount: size }
}

/** Every place of the source where the name means this variable. */
function mentionsOf(place: Place, symbol: LinkedVariable): Source[] {
  const { scope, from, to, name } = symbol
  if (scope === undefined || from === undefined || to === undefined || place.code.language !== 'rust')
    return []
  const inner = symbolsOf(place).filter((other) => other !== symbol && other.name === name)
  const mentions: Source[] = [{ kind: 'source', from, to }]
  grammarOf('rust')
    .parser.parse(place.code.source)
    .iterate({
      from: scope.from,
      to: scope.to,
      enter: (node) => {
        if (node.name !== 'VariableName' || place.code.source.slice(node.from, node.to) !== name) return
        const isOther = inner.some(
          ({ scope: theirs }) =>
            theirs !== undefined &&
            scope.from < theirs.from &&
            theirs.from <= node.from &&
            node.to <= theirs.to,
        )
        if (!isOther && scope.from <= node.from)
          mentions.push({ kind: 'source', from: node.from, to: node.to })
      },
    })
  return mentions
}

/** Those with the variable's slot as an operand, in its function. */
function instructionsUsing({ code }: Place, { offset, size, scope, from }: LinkedVariable): Thing[] {
  if (scope === undefined || from === undefined) return []
  return code.places
    .filter(({ span, instruction }) => {
      if (span === undefined || span.to <= from || span.from > scope.to) return false
      const distance = /\[rbp - (\d+)\]/.exec(instruction.text)?.[1]
      return distance !== undefined && offset <= -Number(distance) && -Number(distance) < offset + size
    })
    .map(instructionThing)
}
