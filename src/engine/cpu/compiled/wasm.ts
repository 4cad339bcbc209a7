/** The little of WebAssembly's binary format that a region needs (WebAssembly Core Specification 2.0, chapter 5). */

/** Bytes of code, and more code among them. What is only known when a function is complete is a function that gives it. */
export type Code = (number | Code | (() => Code))[]

const I32 = 0x7f
const I64 = 0x7e
const NO_RESULT = 0x40

/** Instructions by their names, without those operands that follow them. */
export const OP = {
  block: 0x02,
  loop: 0x03,
  if: 0x04,
  else: 0x05,
  end: 0x0b,
  br: 0x0c,
  return: 0x0f,
  call: 0x10,
  select: 0x1b,
  get: 0x20,
  set: 0x21,
  tee: 0x22,
  load: 0x28,
  loadLong: 0x29,
  load8: 0x2d,
  load16: 0x2f,
  store: 0x36,
  storeLong: 0x37,
  store8: 0x3a,
  store16: 0x3b,
  constant: 0x41,
  constantLong: 0x42,
  isZero: 0x45,
  equal: 0x46,
  unequal: 0x47,
  less: 0x48,
  greaterUnsigned: 0x4b,
  isZeroLong: 0x50,
  equalLong: 0x51,
  unequalLong: 0x52,
  lessLong: 0x53,
  notLessUnsignedLong: 0x5a,
  popcount: 0x69,
  shiftLeft: 0x74,
  shiftRightSigned: 0x75,
  shiftRight: 0x76,
  shiftLeftLong: 0x86,
  shiftRightSignedLong: 0x87,
  shiftRightLong: 0x88,
  add: 0x6a,
  subtract: 0x6b,
  multiply: 0x6c,
  and: 0x71,
  or: 0x72,
  xor: 0x73,
  addLong: 0x7c,
  subtractLong: 0x7d,
  multiplyLong: 0x7e,
  divideLong: 0x7f,
  divideUnsignedLong: 0x80,
  remainderLong: 0x81,
  remainderUnsignedLong: 0x82,
  andLong: 0x83,
  orLong: 0x84,
  xorLong: 0x85,
  wrap: 0xa7,
  widenSigned: 0xac,
  widen: 0xad,
  extend8: 0xc0,
  extend16: 0xc1,
} as const

/** A signed number in LEB128 (section 5.2.2). */
function signed(value: number | bigint): number[] {
  const bytes: number[] = []
  for (let rest = BigInt(value); ;) {
    const low = Number(rest & 0x7fn)
    rest >>= 7n
    const isLast = (rest === 0n && low < 0x40) || (rest === -1n && low >= 0x40)
    bytes.push(isLast ? low : low | 0x80)
    if (isLast) return bytes
  }
}

export function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)]
}

export const get = (local: number): Code => [OP.get, ...unsigned(local)]
export const set = (local: number): Code => [OP.set, ...unsigned(local)]
export const tee = (local: number): Code => [OP.tee, ...unsigned(local)]
export const constant = (value: number): Code => [OP.constant, ...signed(value | 0)]
export const constantLong = (value: bigint): Code => [OP.constantLong, ...signed(BigInt.asIntN(64, value))]
/** A load or store at a constant distance from the address on the stack; nothing is said of its alignment. */
export const access = (operation: number, offset: number): Code => [operation, 0, ...unsigned(offset)]
export const begin = (operation: number, result = NO_RESULT): Code => [operation, result]

/** What a function begins with: how many locals of either kind it has besides its parameter. */
export interface Locals {
  readonly ints: number
  readonly longs: number
}

/**
 * A module with one function `run(left: i32): i32`, over an imported memory `e.m`, that may call three of four numbers:
 * function 0 is `e.r`, 1 is `e.s`, and 2 is `e.c`.
 */
export function moduleOf(code: Code, { ints, longs }: Locals): Uint8Array<ArrayBuffer> {
  const numbers = (count: number) => new Array<number>(count).fill(I32)
  const type = (count: number) => [0x60, count, ...numbers(count), 1, I32]
  const imported = (name: string, kind: readonly number[]) => [1, 0x65, 1, name.charCodeAt(0), ...kind]
  const body = flat([2, unsigned(ints), I32, unsigned(longs), I64, code, OP.end])
  const sections = [
    section(1, [2, ...type(4), ...type(1)]),
    section(2, [
      4,
      ...imported('m', [2, 0, 0]),
      ...['r', 's', 'c'].flatMap((name) => imported(name, [0, 0])),
    ]),
    section(3, [1, 1]),
    section(7, [1, 3, 0x72, 0x75, 0x6e, 0, 3]),
  ]
  const head = flat([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...sections])
  const count = [1, ...unsigned(body.length)]
  head.push(10, ...unsigned(count.length + body.length), ...count)
  const module = new Uint8Array(head.length + body.length)
  module.set(head)
  module.set(body, head.length)
  return module
}

function section(id: number, content: Code): Code {
  const bytes = flat(content)
  return [id, unsigned(bytes.length), bytes]
}

function flat(code: Code, bytes: number[] = []): number[] {
  for (const part of code) {
    if (typeof part === 'number') bytes.push(part)
    else flat(typeof part === 'function' ? part() : part, bytes)
  }
  return bytes
}

/** A function of a region: executes at most so many steps. @returns how many are left */
export type Run = (left: number) => number
type Called = (a: number, b: number, c: number, d: number) => number

/** What of the host's WebAssembly is used; it may not have it, or its page's policy may forbid it. */
interface Host {
  readonly Memory: new (size: { initial: number; maximum: number }) => { readonly buffer: ArrayBuffer }
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object
  readonly Instance: new (
    module: object,
    imports: object,
  ) => { readonly exports: Readonly<Record<string, unknown>> }
}
declare const WebAssembly: Host

/** The smallest module there is. */
const NOTHING = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)

/** Whether modules can be made here. */
export function isAllowed(): boolean {
  try {
    // the policy is asked when one is made
    return typeof new WebAssembly.Module(NOTHING) === 'object'
  } catch {
    return false
  }
}

export type Memory = InstanceType<Host['Memory']>

/** Memory for at least so many bytes, all zeros. @throws RangeError where there is none left */
export function memoryOf(byteCount: number): Memory {
  const pages = Math.ceil(byteCount / (1 << 16))
  return new WebAssembly.Memory({ initial: pages, maximum: pages })
}

/** The `run` of a module that `moduleOf` made. */
export function instantiate(
  module: Uint8Array<ArrayBuffer>,
  m: Memory,
  called: Readonly<Record<'r' | 's' | 'c', Called>>,
): Run {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(module), { e: { m, ...called } })
  return exports['run'] as Run
}
