/** Thrown by what cannot go on without a part of the kernel that has not come. Who began the work brings it, and begins anew. */
export class MissingPart extends Error {
  readonly part: string

  constructor(part: string) {
    super(`the part “${part}” of the kernel has not come yet`)
    this.part = part
  }
}
