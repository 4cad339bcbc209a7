import { createSubscriber } from 'svelte/reactivity'
import { createKernel } from '#notebook/page/create-kernel.ts'
import { padKey } from '#notebook/page/pad-key.ts'
import { Scratchpad, type ScratchpadState } from '#notebook/page/scratchpad.ts'
import { StoredPad } from '#notebook/page/stored-pad.ts'

/** Where the untitled pad is kept; others beside it. */
export const BASE_KEY = `pagewalk:${import.meta.env.BASE_URL}:scratchpad`

/** A pad of this browser, as something a component can watch. */
export class WatchedPad {
  readonly scratchpad: Scratchpad
  readonly #watch: () => void
  #update: (() => void) | undefined

  constructor(title: string) {
    const store = new StoredPad(padKey(BASE_KEY, title), () => globalThis.localStorage)
    this.scratchpad = new Scratchpad(store, createKernel, () => this.#update?.())
    this.#watch = createSubscriber((update) => {
      this.#update = update
      const attend = ({ key, newValue }: StorageEvent) => this.scratchpad.attend(key, newValue)
      addEventListener('storage', attend)
      return () => {
        removeEventListener('storage', attend)
        this.#update = undefined
      }
    })
  }

  get now(): ScratchpadState {
    this.#watch()
    return this.scratchpad.now
  }
}
