/**
 * The kernel comes in parts: what every cell needs at once, the rest when something first needs it. Which modules make
 * up a part says `src/site/kernel-parts.ts`; the build puts a stand-in in the place of each, made with `standIns`.
 * Outside of a build there are no stand-ins, and nothing is missing.
 */
import { MissingPart } from '#notebook/shared/missing-part.ts'

type Exports = Readonly<Record<string, unknown>>

/** What brings each module of a part. A module that is a part's may come to be known with another part. */
const parts = new Map<string, (() => Promise<void>)[]>()

/**
 * Makes stand-ins for what a module exports, by its name. Whoever calls one, asks it for something or takes it for a
 * number before the module has come is thrown a `MissingPart`; afterwards it passes everything on.
 * @param adopt is given the module, for later imports from it
 */
export function standIns(
  part: string,
  load: () => Promise<Exports>,
  adopt: (real: Exports) => void,
): (name: string) => unknown {
  let real: Exports | undefined
  const bringIt = async () => {
    real = await load()
    adopt(real)
  }
  parts.set(part, [...(parts.get(part) ?? []), once(bringIt)])
  return (name) =>
    standIn(() => {
      if (real === undefined) throw new MissingPart(part)
      return real[name] as object
    })
}

function standIn(real: () => object): unknown {
  return new Proxy(function () {}, {
    apply: (_, self, given) => Reflect.apply(real() as () => unknown, self, given) as unknown,
    construct: (_, given) => Reflect.construct(real() as new () => object, given),
    get: (_, key) => bound(real(), key),
    has: (_, key) => Reflect.has(real(), key),
  })
}

/** Methods work on the thing itself. */
function bound(real: object, key: PropertyKey): unknown {
  const value = Reflect.get(real, key) as unknown
  return typeof value === 'function' ? (value.bind(real) as unknown) : value
}

/** Does it once; what failed is done again when it is asked for again. */
function once(work: () => Promise<void>): () => Promise<void> {
  let doing: Promise<void> | undefined
  return () => {
    doing ??= work().catch((error: unknown) => {
      doing = undefined
      throw error
    })
    return doing
  }
}

/** A part could not be fetched. */
export class UnreachablePart extends Error {}

/** Brings a part, if it is one, and once. @throws UnreachablePart; asked for again, it is tried again */
export async function bring(name: string): Promise<void> {
  try {
    await Promise.all((parts.get(name) ?? []).map((module) => module()))
  } catch {
    throw new UnreachablePart(name)
  }
}

/**
 * Does a piece of work; what it turns out to need is brought, and it is begun anew.
 * @param tell is told when something is fetched, which may take any time, and when it has come
 * @throws UnreachablePart
 */
export async function withParts<Result>(
  work: () => Result,
  tell: (what: 'fetching' | 'fetched') => void = () => {},
): Promise<Result> {
  for (;;) {
    try {
      return work()
    } catch (error) {
      if (!(error instanceof MissingPart)) throw error
      tell('fetching')
      await bring(error.part)
      tell('fetched')
    }
  }
}

/** Brings what has not come yet, for later; what cannot be fetched now is tried again when it is needed. */
export async function bringTheRest(): Promise<void> {
  for (const name of parts.keys()) await bring(name).catch(() => undefined)
}
