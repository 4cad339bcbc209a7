/** Whether a media query is so, now and whenever that changes; for what lives as long as its page. */
export class Media {
  isSo = $state(false)

  /** @param query as CSS has it: `(max-width: 40rem)` */
  constructor(query: string) {
    const list = globalThis.matchMedia(query)
    this.isSo = list.matches
    list.addEventListener('change', ({ matches }) => (this.isSo = matches))
  }
}
