import { debugLayout } from '#engine/rust/6-generate/layout.ts'

export interface LayoutRustcDebugRecord {
  readonly input: {
    readonly locals: readonly { readonly name: string; readonly size: number; readonly align: number }[]
  }
  readonly expect: {
    readonly rbp_offsets: readonly number[]
    readonly locals_bytes: number
    readonly sub_rsp_measured: number
  }
}

/** rustc's layout. What it subtracts from RSP may hold spilled registers too, so ours is at most as much. */
export function check({ input, expect }: LayoutRustcDebugRecord): string | undefined {
  const extents = input.locals.map(({ size, align }) => ({ size, alignment: align }))
  const { offsets, localBytes, frameSize } = debugLayout(extents)
  if (offsets.join() !== expect.rbp_offsets.join())
    return `offsets ${offsets.join()}, expected ${expect.rbp_offsets.join()}`
  if (localBytes !== expect.locals_bytes)
    return `${localBytes} bytes of locals, expected ${expect.locals_bytes}`
  if (frameSize % 16 !== 0 || frameSize < localBytes || frameSize > expect.sub_rsp_measured) {
    return `frame of ${frameSize} bytes, measured ${expect.sub_rsp_measured}`
  }
  return undefined
}
