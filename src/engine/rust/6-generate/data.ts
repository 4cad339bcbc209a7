import type { Value } from '../3-check/evaluate.ts'
import { alignmentOf } from '../3-check/type-layout.ts'
import type { Type } from '../3-check/types.ts'
import { utf8 } from '../../utf8.ts'
import { valueImage, type Image } from './value-image.ts'

/** What a program keeps outside of its functions: texts and constants that are only read, and statics. */
export class Data {
  readonly readOnly: string[] = []
  readonly writable: string[] = []
  readonly zeroed: string[] = []
  private readonly labels = new Map<string, string>()
  readonly routines = new Set<string>()
  /** Something is printed that is no panic's message. */
  prints = false

  /** The program asks an operating system for something even if nothing goes wrong. */
  get asksSystem(): boolean {
    return this.prints || this.routines.has('heap.allocate')
  }

  /** A value that is only read; the same bytes are kept once. @returns their label */
  constant(value: Value, type: Type): string {
    return this.kept(this.imageOf(value, type), alignmentOf(type))
  }

  private imageOf(value: Value, type: Type): Image {
    return valueImage(value, type, (image, alignment) => this.kept(image, alignment))
  }

  private kept(image: Image, alignment: number): string {
    const lines = linesOf(image)
    const text = `${alignment > 1 ? `align ${alignment} ` : ''}${lines.join('\n')}`
    const known = this.labels.get(text)
    if (known !== undefined) return known
    const label = `data.${this.labels.size}`
    this.labels.set(text, label)
    if (alignment > 1) this.readOnly.push(`align ${alignment}`)
    this.readOnly.push(...labelled(label, lines))
    return label
  }

  /** How values of a type go, their size and alignment, and where their methods are. @returns its label */
  vtable(
    drop: string | undefined,
    layout: { size: number; alignment: number },
    methods: readonly (string | undefined)[],
  ): string {
    const words = [drop ?? 0, layout.size, layout.alignment, ...methods.map((method) => method ?? 0)]
    const lines = words.map((word) => `dq ${word}`)
    const text = `vtable ${lines.join('\n')}`
    const found = this.labels.get(text)
    if (found !== undefined) return found
    const label = `vtable.${this.labels.size}`
    this.labels.set(text, label)
    this.readOnly.push('align 8', ...labelled(label, lines))
    return label
  }

  text(text: string): { readonly label: string; readonly byteCount: number } {
    const bytes = utf8(text)
    return { label: this.kept({ bytes, pointers: [] }, 1), byteCount: bytes.length }
  }

  static(label: string, value: Value, type: Type): void {
    const image = this.imageOf(value, type)
    const { bytes, pointers } = image
    const isZero = pointers.length === 0 && bytes.every((byte) => byte === 0)
    const lines = isZero ? this.zeroed : this.writable
    lines.push(`align ${alignmentOf(type)}`)
    if (isZero) lines.push(`${label}: resb ${Math.max(bytes.length, 1)}`)
    else lines.push(...labelled(label, linesOf(image)))
  }

  /** Makes a routine of the runtime part of the program. @returns its label */
  routine(name: string): string {
    this.routines.add(name)
    return name
  }
}

const SHORT = 64

/** What one line says, at most. */
const MOST_BYTES = 512

function labelled(label: string, lines: readonly string[]): readonly string[] {
  return lines.length === 1 ? [`${label}: ${lines[0]}`] : [`${label}:`, ...lines]
}

/** Bytes, and addresses in their places. */
function linesOf({ bytes, pointers }: Image): readonly string[] {
  const lines: string[] = []
  let at = 0
  for (const pointer of pointers.toSorted((one, other) => one.at - other.at)) {
    if (pointer.at > at) lines.push(...dbLines(bytes.subarray(at, pointer.at)))
    lines.push(`dq ${pointer.label}`)
    at = pointer.at + 8
  }
  return at < bytes.length ? [...lines, ...dbLines(bytes.subarray(at))] : lines
}

function dbLines(bytes: Uint8Array): readonly string[] {
  if (bytes.length <= MOST_BYTES || isUniform(bytes)) return [dbText(bytes)]
  const starts = Array.from({ length: Math.ceil(bytes.length / MOST_BYTES) }, (_, line) => line * MOST_BYTES)
  return starts.map((start) => dbText(bytes.subarray(start, start + MOST_BYTES)))
}

function isUniform(bytes: Uint8Array): boolean {
  return bytes.length > SHORT && bytes.every((byte) => byte === bytes[0])
}

/** Many bytes of one value are counted, not listed. */
function dbText(bytes: Uint8Array): string {
  return isUniform(bytes) ? `times ${bytes.length} db ${bytes[0]}` : `db ${[...bytes].join(', ')}`
}
