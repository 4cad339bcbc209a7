import type { Row } from './run.ts'

export const ROUNDS = 9

/** Millions of instructions a second of several runs, a round of each at a time, so that they share the machine's moods. */
export interface Contender {
  readonly steps: number
  readonly run: (steps: number) => void
  readonly rates: number[]
}

export function contender(steps: number, run: (steps: number) => void): Contender {
  return { steps, run, rates: [] }
}

export function compete(contenders: readonly Contender[]): void {
  for (let round = -2; round < ROUNDS; round++) {
    for (const { steps, run, rates } of contenders) {
      const begin = performance.now()
      run(steps)
      const rate = steps / 1000 / (performance.now() - begin)
      if (round >= 0) rates.push(rate)
    }
  }
}

const sorted = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)
export const median = (numbers: readonly number[]) => sorted(numbers)[numbers.length >> 1]!

export function spread(numbers: readonly number[], digits: number): string {
  const all = sorted(numbers)
  return `${all[0]!.toFixed(digits)} – ${all.at(-1)!.toFixed(digits)}`
}

const verdict = (value: number, bar: number, atLeast: boolean) =>
  (atLeast ? value >= bar : value <= bar) ? 'met' : 'MISSED'

export function rate(what: string, { rates }: Contender): Row {
  return { what, median: `${median(rates).toFixed(1)} M/s`, spread: spread(rates, 1), bar: '', verdict: '' }
}

export function ratio(what: string, a: Contender, b: Contender, bar: number, atLeast: boolean): Row {
  const ratios = a.rates.map((value, round) => value / b.rates[round]!)
  const value = median(ratios)
  const limit = `${atLeast ? '≥' : '≤'} ${bar}×`
  return {
    what,
    median: `${value.toFixed(2)}×`,
    spread: spread(ratios, 2),
    bar: limit,
    verdict: verdict(value, bar, atLeast),
  }
}

export function measured(what: string, values: readonly number[], unit: string, bar: number): Row {
  const value = median(values)
  return {
    what,
    median: `${value.toFixed(1)} ${unit}`,
    spread: spread(values, 1),
    bar: `≤ ${bar} ${unit}`,
    verdict: verdict(value, bar, false),
  }
}
