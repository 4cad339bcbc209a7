import type { LinkedVariable } from '#engine/machine/program.ts'
import type { SymbolsView } from './view.ts'
import type { ViewInput } from './view-input.ts'

/** What the compiler has noted about the function's variables. */
export function symbolsView({ machine, cell }: ViewInput): SymbolsView | undefined {
  const described = machine.frameFunction ?? machine.program?.linkMap?.functions[0]
  if (!described) return undefined
  const { name, symbols, localBytes, frameSize } = described
  return {
    kind: 'symbols',
    function: name,
    symbols: symbols.map((symbol, index) =>
      symbolRow(symbol, isShadowed(symbols, index), cell.layout === 'debug'),
    ),
    localBytes: { fact: 'function.localBytes', value: String(localBytes) },
    frameSize: { fact: 'function.frameSize', value: String(frameSize) },
  }
}

/** A name means the variable declared last; an earlier one of the same name has a place, but no fact is called after it. */
function isShadowed(symbols: readonly LinkedVariable[], index: number): boolean {
  return symbols.slice(index + 1).some(({ name }) => name === symbols[index]?.name)
}

function symbolRow(
  symbol: LinkedVariable,
  shadowed: boolean,
  aligned: boolean,
): SymbolsView['symbols'][number] {
  const { name, type, size, alignment, offset } = symbol
  const shown = (field: string, value: string | number) => ({
    fact: shadowed ? '' : `${name}.${field}`,
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
