import type { KernelWorker } from './kernel.ts'

/** A worker that runs cells. @throws where the browser has none, or gives the page none */
export function createKernel(): KernelWorker {
  return new Worker(new URL('../worker/kernel.worker.ts', import.meta.url), {
    type: 'module',
  }) as unknown as KernelWorker
}
