import { createSubscriber } from 'svelte/reactivity'
import { createKernel } from '#notebook/create-kernel.ts'
import { Scratchpad, type ScratchpadState } from '#notebook/scratchpad.ts'

const KEY = `pagewalk:${import.meta.env.BASE_URL}:scratchpad`

/** The scratchpad of this browser, as something a component can watch. */
export class WatchedPad {
  readonly scratchpad: Scratchpad
  readonly #watch: () => void
  #update: (() => void) | undefined

  constructor() {
    const store = {
      read: () => globalThis.localStorage.getItem(KEY),
      write: (text: string) => globalThis.localStorage.setItem(KEY, text),
    }
    this.scratchpad = new Scratchpad(store, createKernel, () => this.#update?.())
    this.#watch = createSubscriber((update) => {
      this.#update = update
      const attend = ({ key, newValue }: StorageEvent) => {
        if (key === KEY && newValue !== null) this.scratchpad.adopt(newValue)
      }
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
