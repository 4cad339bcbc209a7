const STEPS = [1, 2, 5, 10]

/** Round numbers between two others, both included where they are round: about so many, and whole ones. */
export function ticksOf(from: number, to: number, wanted: number): number[] {
  const span = Math.max(1, to - from)
  const power = 10 ** Math.floor(Math.log10(span / wanted))
  const step = Math.max(1, power * STEPS.find((each) => power * each >= span / wanted)!)
  const first = Math.ceil(from / step)
  return Array.from({ length: Math.floor(to / step) - first + 1 }, (_, index) => (first + index) * step)
}
