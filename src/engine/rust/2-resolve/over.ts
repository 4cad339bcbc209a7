/** A map laid over another one, which is read where this one has nothing, and never written. */
class Over<Key, Value> extends Map<Key, Value> {
  private readonly beneath: ReadonlyMap<Key, Value>

  constructor(beneath: ReadonlyMap<Key, Value>) {
    super()
    this.beneath = beneath
  }

  override get(key: Key): Value | undefined {
    return super.get(key) ?? this.beneath.get(key)
  }

  override has(key: Key): boolean {
    return super.has(key) || this.beneath.has(key)
  }
}

/** An empty map; over another one, if there is one. */
export function mapOver<Key, Value>(beneath: ReadonlyMap<Key, Value> | undefined): Map<Key, Value> {
  return beneath ? new Over(beneath) : new Map<Key, Value>()
}
