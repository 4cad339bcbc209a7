import type { Diagnostic, Label } from '../../diagnostic.ts'
import type { Span } from '../1-parse/syntax.ts'
import { diagnose, type Message } from '../messages.ts'

/** What is wrong with a function, once for each cause, in the order of the source. */
export class Complaints {
  private readonly found: Diagnostic[] = []
  private readonly causes = new Set<string>()

  /** @param cause what shows again and again is said once */
  say(
    place: Span,
    message: Message,
    cause = `${place.from} ${message.message}`,
    labels: readonly Label[] = [],
  ): void {
    if (this.causes.has(cause)) return
    this.causes.add(cause)
    this.found.push({ ...diagnose(place, message), ...(labels.length > 0 && { labels }) })
  }

  sorted(): readonly Diagnostic[] {
    return this.found.toSorted((one, other) => one.from - other.from)
  }
}

export function label({ from, to }: Span, text: string): Label {
  return { from, to, text }
}
