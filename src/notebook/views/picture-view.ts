/** Views that are drawn, as plain data; each has the table that says the same. Things as in machine-view.ts. */
import type { Shown, StackSlot, StackView } from './view.ts'

/** A run of bytes of the stack that belong together. */
export interface FrameSlot {
  readonly what: StackSlot['what']
  /** Of its lowest byte. */
  readonly address: string
  readonly byteCount: number
  /** From the lowest address up. */
  readonly bytes: readonly Shown[]
  readonly things: string
  readonly name?: string
  readonly type?: string
  readonly value?: Shown
  readonly why?: NonNullable<StackSlot['why']>
  /** How many of its bytes, the highest ones, are left out. */
  readonly omitted?: number
  /** Of an array. */
  readonly elementByteCount?: number
  /** Bytes inside it that belong to none of its parts, from its lowest byte. */
  readonly gaps?: readonly { readonly offset: number; readonly size: number }[]
  /** The address that a reference or pointer holds. */
  readonly pointsTo?: string
  /** The function that a return address leads back to. */
  readonly leadsTo?: string
  readonly focus?: true
}

export interface StackFrame {
  readonly function?: string
  readonly isRunning?: true
  /** The fixed point that its distances are measured from. */
  readonly rbp?: string
  /** From the highest address to the lowest. */
  readonly slots: readonly FrameSlot[]
}

export interface FrameView {
  readonly kind: 'frame'
  /** From the highest address to the lowest: the running function's is the last. */
  readonly frames: readonly StackFrame[]
  /** More frames lie above. */
  readonly isCut: boolean
  readonly rsp: Shown
  readonly rbp: Shown
  /** First addresses of pages that begin inside. */
  readonly pageStarts: readonly string[]
  /** What is pointed at elsewhere: on the heap, in the program's data. */
  readonly targets: readonly {
    readonly address: string
    readonly region: string
    readonly things: string
    readonly text: string
  }[]
  /** The same as a table. */
  readonly stack: StackView
}

export type PictureViewData = FrameView
