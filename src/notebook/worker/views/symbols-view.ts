import { subject, variable, type Subject } from '#engine/facts/fact.ts'
import { printFact } from '#engine/facts/print-fact.ts'
import { knownFunction } from '#engine/facts/variable-facts.ts'
import type { Machine } from '#engine/machine/machine.ts'
import { functionAt, type LinkedFunction, type LinkedVariable } from '#engine/machine/program.ts'
import type { SymbolsView } from '#notebook/shared/view.ts'
import type { ViewInput } from './view-input.ts'

/** What the compiler has noted about the function's variables. */
export function symbolsView({ machine, cell }: ViewInput): SymbolsView | undefined {
  const described = machine.frameFunction ?? functionOf(machine)
  if (!described) return undefined
  const { name, symbols, localBytes, frameSize } = described
  // Facts that name no function are those of the one that is known to run.
  const isKnown = described === knownFunction(machine)
  const ofFunction = (property: string, value: number) => ({
    fact: isKnown ? printFact({ subject: subject('function'), property }) : '',
    value: String(value),
  })
  return {
    kind: 'symbols',
    function: name,
    symbols: symbols.map((symbol, index) => {
      const asked = variable(symbol.name, isKnown ? undefined : name)
      return symbolRow(symbol, isShadowed(symbols, index) ? undefined : asked, cell.layout === 'debug')
    }),
    padding: cell.layout === 'debug' ? paddingOf(described) : gapsForReferences(described),
    localBytes: ofFunction('localBytes', localBytes),
    frameSize: ofFunction('frameSize', frameSize),
  }
}

/** Before its frame is set up: the function that RIP is in, or the one that will be called. */
function functionOf(machine: Machine): LinkedFunction | undefined {
  const { program, registers } = machine
  const here = program && functionAt(program, registers.rip)
  return here ?? knownFunction(machine) ?? program?.linkMap?.functions[0]
}

const REASONS = {
  alignment: 'so that what lies below is aligned',
  temporaries: 'for intermediate results',
  rounding: 'to round the frame up',
}

/** Where everything is packed, nothing has to be said of bytes between variables, but why there are some after all. */
function gapsForReferences({ symbols, padding = [] }: LinkedFunction): SymbolsView['padding'] {
  return padding.flatMap(({ reason, size, offset }) => {
    const below = symbols.find((symbol) => symbol.offset + symbol.size === offset)
    if (reason !== 'alignment' || below === undefined) return []
    return [{ why: `so that ${below.name} is aligned: a reference to it is taken`, size, offset }]
  })
}

function paddingOf({ symbols, padding = [] }: LinkedFunction): SymbolsView['padding'] {
  const between = padding.map(({ reason, size, offset }) => ({ why: REASONS[reason], size, offset }))
  const inside = symbols.flatMap(({ name, offset, gaps = [] }) =>
    gaps.map((gap) => ({ why: `inside ${name}`, size: gap.size, offset: offset + gap.offset })),
  )
  return [...between, ...inside].sort((one, other) => other.offset - one.offset)
}

/** A name means the variable declared last; an earlier one of the same name has a place, but no fact is called after it. */
function isShadowed(symbols: readonly LinkedVariable[], index: number): boolean {
  return symbols.slice(index + 1).some(({ name }) => name === symbols[index]?.name)
}

function symbolRow(
  symbol: LinkedVariable,
  subject: Subject | undefined,
  aligned: boolean,
): SymbolsView['symbols'][number] {
  const { name, type, size, alignment, offset } = symbol
  const shown = (field: string, value: string | number) => ({
    fact: subject === undefined ? '' : printFact({ subject, property: field }),
    value: String(value),
  })
  return {
    name,
    type: shown('type', type),
    size: shown('size', size),
    ...(aligned ? { alignment: shown('alignment', alignment) } : {}),
    offset: shown('offset', offset),
  }
}
