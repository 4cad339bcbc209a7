import type { PlainWorker } from './worker-life.ts'

/** The kernel's worker: runs cells, and judges answers. @throws where the browser has none, or gives the page none */
export function createKernel<To, From>(): PlainWorker<To, From> {
  return new Worker(new URL('../worker/kernel.worker.ts', import.meta.url), {
    type: 'module',
  }) as unknown as PlainWorker<To, From>
}
