import type { Local } from '../2-resolve/resolve.ts'

/** What may be the case of a variable at a place of the program, as bits. */
export const UNSET = 1
export const SET = 2
export const MOVED = 4

/**
 * What is known of every variable at one place: which of the three may be the case, by whatever way the place was
 * reached, and which of its fields may have been moved away.
 */
export class FlowState {
  private readonly bits: Map<Local, number>
  private readonly parts: Map<Local, ReadonlySet<string>>

  constructor(bits = new Map<Local, number>(), parts = new Map<Local, ReadonlySet<string>>()) {
    this.bits = bits
    this.parts = parts
  }

  copy(): FlowState {
    return new FlowState(new Map(this.bits), new Map(this.parts))
  }

  get(local: Local): number {
    return this.bits.get(local) ?? UNSET
  }

  set(local: Local, bits: number): void {
    this.bits.set(local, bits)
    this.parts.delete(local)
  }

  movedParts(local: Local): ReadonlySet<string> {
    return this.parts.get(local) ?? new Set()
  }

  movePart(local: Local, part: string): void {
    this.parts.set(local, new Set([...this.movedParts(local), part]))
  }

  restorePart(local: Local, part: string): void {
    this.parts.set(local, new Set([...this.movedParts(local)].filter((each) => each !== part)))
  }

  /** Either way may have been taken. */
  join(other: FlowState): FlowState {
    const joined = this.copy()
    for (const [local, bits] of other.bits) joined.bits.set(local, (this.bits.get(local) ?? bits) | bits)
    for (const [local, parts] of other.parts)
      joined.parts.set(local, new Set([...this.movedParts(local), ...parts]))
    return joined
  }

  equals(other: FlowState): boolean {
    if (this.bits.size !== other.bits.size) return false
    for (const [local, bits] of this.bits) if (other.bits.get(local) !== bits) return false
    for (const [local, parts] of this.parts) if (other.movedParts(local).size !== parts.size) return false
    for (const [local, parts] of other.parts) if (this.movedParts(local).size !== parts.size) return false
    return true
  }
}
