import type { Span } from '../1-parse/syntax.ts'
import type { Local, Meaning } from './resolve.ts'

type Shrinkable = Local & { scope: Span }

interface Scope {
  readonly locals: Map<string, Shrinkable>
  readonly items: Map<string, Exclude<Meaning, Local>>
  /** Variables outside are not seen from here: a function inside a function. */
  readonly isFunction: boolean
}

/** The names in force at one place of the source, innermost block last. */
export class Scopes {
  private readonly stack: Scope[] = [newScope(true)]

  enter(): void {
    this.stack.push(newScope(false))
  }

  enterFunction(): void {
    this.stack.push(newScope(true))
  }

  leave(): void {
    this.stack.pop()
  }

  /** @returns false if the name is taken */
  declareItem(name: string, item: Exclude<Meaning, Local>): boolean {
    const { items } = this.innermost
    if (items.has(name)) return false
    items.set(name, item)
    return true
  }

  declareLocal(name: string, local: Shrinkable): void {
    this.innermost.locals.set(name, local)
  }

  inInnermost(name: string): Shrinkable | undefined {
    return this.innermost.locals.get(name)
  }

  find(name: string): Meaning | undefined {
    let areLocalsSeen = true
    for (let depth = this.stack.length - 1; depth >= 0; depth--) {
      const scope = this.stack[depth]
      const local = areLocalsSeen ? scope?.locals.get(name) : undefined
      const meaning = local ?? scope?.items.get(name)
      if (meaning) return meaning
      if (scope?.isFunction) areLocalsSeen = false
    }
    return undefined
  }

  /** Whether a variable of an outer function has the name: a function inside does not see it. */
  isOutside(name: string): boolean {
    return this.stack.some(({ locals }) => locals.has(name))
  }

  *names(kind: 'local' | 'function'): Generator<string> {
    for (const { locals, items } of this.stack.toReversed()) {
      if (kind === 'local') yield* locals.keys()
      else for (const [name, item] of items) if (item.kind === 'function') yield name
    }
  }

  private get innermost(): Scope {
    const scope = this.stack.at(-1)
    if (!scope) throw new Error('all scopes were left')
    return scope
  }
}

function newScope(isFunction: boolean): Scope {
  return { locals: new Map(), items: new Map(), isFunction }
}
