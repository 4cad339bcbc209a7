/** Something in an exercise that its schema alone cannot tell is wrong. */
export class WrittenError extends Error {
  readonly at: readonly PropertyKey[]

  constructor(at: readonly PropertyKey[], message: string) {
    super(message)
    this.at = at
  }
}
