/** A variant in a page's link: `#exercise-second-offset=27`. */
export interface LinkedVariant {
  readonly id: string
  readonly seed: number
}

const LARGEST_SEED = 999_999

export function linkedVariant(fragment: string): LinkedVariant | undefined {
  const [, id, digits] = /^#exercise-([a-z][a-z0-9-]*)=(\d{1,6})$/.exec(fragment) ?? []
  return id === undefined || digits === undefined ? undefined : { id, seed: Number(digits) }
}

export function variantLink({ id, seed }: LinkedVariant): string {
  return `#exercise-${id}=${seed}`
}

/** A seed other than the one shown. */
export function anotherSeed(seed: number, random: () => number = Math.random): number {
  const drawn = 1 + Math.floor(random() * (LARGEST_SEED - 1))
  return drawn === seed ? drawn + 1 : drawn
}
