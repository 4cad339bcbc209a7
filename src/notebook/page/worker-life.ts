/** The part of a Worker that is needed; a test passes its own. */
export interface PlainWorker<To, From> {
  postMessage(message: To): void
  terminate(): void
  onmessage: ((event: { data: From }) => void) | null
  onerror: ((event: { message?: string; preventDefault?: () => void }) => void) | null
}

/** Why a worker is gone: it never came, it hung, the reader asked for it, or it made a mistake of its own. */
export type LossReason = 'unreachable' | 'silent' | 'restarted' | 'failed'

interface Events<From> {
  received(message: From): void
  /** Whether it says no more than how much of it has come. */
  isOnItsWay(message: From): boolean
  /** It is gone, and the next message gets a new one. */
  lost(reason: LossReason): void
}

/**
 * So long a worker may be busy without a word, and hangs after that. The first program with much of the library takes two
 * seconds on a desk, and several times that on a phone. Milliseconds.
 */
export const LONGEST_SILENCE = 15_000

/** A worker's life: created with the first message, ended when it is silent for too long, replaced with the next. */
export class WorkerLife<To, From> {
  readonly #create: () => PlainWorker<To, From>
  readonly #events: Events<From>
  #worker: PlainWorker<To, From> | undefined
  #isReady = false
  #watchdog: ReturnType<typeof setTimeout> | undefined

  constructor(create: () => PlainWorker<To, From>, events: Events<From>) {
    this.#create = create
    this.#events = events
  }

  get isAlive(): boolean {
    return this.#worker !== undefined
  }

  /** It has come, and has said something besides. */
  get isReady(): boolean {
    return this.#isReady
  }

  /** @returns whether there is a worker to send it to: a browser may have none, or not give the page one */
  send(message: To): boolean {
    this.#worker ??= this.#start()
    this.#worker?.postMessage(message)
    return this.#worker !== undefined
  }

  /** From now on it must not be silent for too long. */
  watch(): void {
    this.rest()
    this.#watchdog = setTimeout(() => this.end('silent'), LONGEST_SILENCE)
  }

  /** Nothing is expected of it. */
  rest(): void {
    clearTimeout(this.#watchdog)
  }

  end(reason: LossReason): void {
    this.rest()
    this.#worker?.terminate()
    this.#worker = undefined
    this.#isReady = false
    this.#events.lost(reason)
  }

  #start(): PlainWorker<To, From> | undefined {
    try {
      const worker = this.#create()
      worker.onmessage = ({ data }) => {
        this.#isReady ||= !this.#events.isOnItsWay(data)
        this.#events.received(data)
      }
      worker.onerror = (event) => {
        event.preventDefault?.()
        this.end(this.#isReady ? 'failed' : 'unreachable')
      }
      return worker
    } catch {
      return undefined
    }
  }
}
