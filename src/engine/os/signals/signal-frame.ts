import { FIRST_MXCSR, VECTOR_NAMES } from '../../isa/registers.ts'
import { FIRST_X87, packed, unpacked, type X87State } from '../../isa/x87/unit.ts'
import type { SavedRegisters } from '../process.ts'
import type { Signal } from '../signal.ts'
import type { SignalStack } from './signal-state.ts'

/*
 * What Linux puts on the stack before a handler runs: `struct rt_sigframe` (arch/x86/include/asm/sigframe.h), and above
 * it the processor's other registers as FXSAVE stores them.
 *
 *     0    where the handler returns to
 *     8    ucontext:   uc_flags, uc_link, the stack for handlers (pointer, flags, size)
 *    48                the registers (`struct sigcontext_64`)
 *   304                the signals that waited before
 *   312    siginfo: number, error, code, and behind 16 bytes who or where
 *   440    …           up to the next address divisible by 64: 512 bytes of FXSAVE
 */
const CONTEXT = 8
const STACK = 24
const REGISTERS = 48
const MASK = 304
const INFO = 312
export const FRAME_BYTE_COUNT = 440
export const FLOATING_BYTE_COUNT = 512

/** The order of the registers in `struct sigcontext_64`. */
const ORDER = [
  ...['r8', 'r9', 'r10', 'r11', 'r12', 'r13', 'r14', 'r15', 'rdi', 'rsi', 'rbp', 'rbx', 'rdx', 'rax', 'rcx'],
  ...['rsp', 'rip', 'rflags'],
]
const [SEGMENTS, ERROR_CODE, TRAP_NUMBER, OLD_MASK, FAULT_ADDRESS, FLOATING] = [144, 152, 160, 168, 176, 184]
/** CS, GS, FS and SS. */
const SEGMENT_VALUES = 0x002b_0000_0000_0033n
/** UC_SIGCONTEXT_SS and UC_STRICT_RESTORE_SS. */
const CONTEXT_FLAGS = 6n
/** RFLAGS bits that a program may change: a handler could not make others. */
const CHANGEABLE_FLAGS = 0x5_0dd5n
const ALWAYS_SET = 0x202n

/** What is known when a frame is built. */
export interface FrameContents {
  readonly signal: Signal
  readonly registers: SavedRegisters
  readonly mask: bigint
  readonly stack: SignalStack
  readonly restorer: bigint
  /** Of a fault: its error code, vector and CR2. */
  readonly fault: { readonly errorCode: number; readonly vector: number; readonly address: bigint }
}

/** A frame ready to be written, and what the handler is given. */
export interface BuiltFrame {
  readonly pointer: bigint
  readonly bytes: Uint8Array
  readonly info: bigint
  readonly context: bigint
}

/** Lays out a frame below an address of the stack. */
export function buildFrame(below: bigint, contents: FrameContents): BuiltFrame {
  const floating = roundDown(below - BigInt(FLOATING_BYTE_COUNT), 64n)
  const pointer = roundDown(floating - BigInt(FRAME_BYTE_COUNT), 16n) - 8n
  const bytes = new Uint8Array(Number(floating - pointer) + FLOATING_BYTE_COUNT)
  const view = new DataView(bytes.buffer)
  view.setBigUint64(0, contents.restorer, true)
  writeContext(view, contents, floating)
  writeInfo(view, contents.signal)
  writeFloating(view, Number(floating - pointer), contents.registers)
  return { pointer, bytes, info: pointer + BigInt(INFO), context: pointer + BigInt(CONTEXT) }
}

function roundDown(address: bigint, alignment: bigint): bigint {
  return address - (address % alignment)
}

function writeContext(view: DataView, { registers, mask, stack, fault }: FrameContents, floating: bigint) {
  view.setBigUint64(CONTEXT, CONTEXT_FLAGS, true)
  view.setBigUint64(STACK, stack.pointer, true)
  view.setInt32(STACK + 8, stack.flags, true)
  view.setBigUint64(STACK + 16, stack.byteCount, true)
  ORDER.forEach((name, index) => view.setBigUint64(REGISTERS + 8 * index, registers[name] ?? 0n, true))
  view.setBigUint64(REGISTERS + SEGMENTS, SEGMENT_VALUES, true)
  view.setBigUint64(REGISTERS + ERROR_CODE, BigInt(fault.errorCode), true)
  view.setBigUint64(REGISTERS + TRAP_NUMBER, BigInt(fault.vector), true)
  view.setBigUint64(REGISTERS + OLD_MASK, mask, true)
  view.setBigUint64(REGISTERS + FAULT_ADDRESS, fault.address, true)
  view.setBigUint64(REGISTERS + FLOATING, floating, true)
  view.setBigUint64(MASK, mask, true)
}

function writeInfo(view: DataView, { number, codeValue, address, sender }: Signal): void {
  view.setInt32(INFO, number, true)
  view.setInt32(INFO + 8, codeValue, true)
  if (sender === undefined) return view.setBigUint64(INFO + 16, address, true)
  view.setInt32(INFO + 16, sender.pid, true)
  view.setInt32(INFO + 24, sender.status ?? 0, true)
}

/*
 * FXSAVE (Intel SDM volume 1, table 10-2): the x87 control word, at 24 MXCSR and its mask, at 160 XMM0 and so on.
 */
const [CONTROL_WORD, STATUS_WORD, USED, MXCSR, MXCSR_MASK, STACK_REGISTERS, VECTORS] = [
  0, 2, 4, 24, 28, 32, 160,
]
const VECTOR_BYTE_COUNT = 16
const ALL_MXCSR = 0xffff

function writeFloating(view: DataView, at: number, registers: SavedRegisters): void {
  writeX87(view, at, unpacked(registers['x87'] ?? FIRST_X87))
  view.setUint32(at + MXCSR, Number(registers['mxcsr'] ?? BigInt(FIRST_MXCSR)), true)
  view.setUint32(at + MXCSR_MASK, ALL_MXCSR, true)
  VECTOR_NAMES.forEach((name, number) => {
    const value = registers[name] ?? 0n
    const place = at + VECTORS + VECTOR_BYTE_COUNT * number
    view.setBigUint64(place, BigInt.asUintN(64, value), true)
    view.setBigUint64(place + 8, value >> 64n, true)
  })
}

/** Registers are in the order of the stack here, and in use by their own numbers. */
function writeX87(view: DataView, at: number, { control, status, used, registers }: X87State): void {
  view.setUint16(at + CONTROL_WORD, control, true)
  view.setUint16(at + STATUS_WORD, status, true)
  view.setUint8(at + USED, used)
  for (let index = 0; index < registers.length; index++) {
    const bits = registers[(topOf(status) + index) & 7]!
    const place = at + STACK_REGISTERS + VECTOR_BYTE_COUNT * index
    view.setBigUint64(place, BigInt.asUintN(64, bits), true)
    view.setUint16(place + 8, Number(bits >> 64n), true)
  }
}

function readX87(view: DataView): X87State {
  const status = view.getUint16(STATUS_WORD, true)
  const registers = Array.from({ length: 8 }, (_, number) => {
    const place = STACK_REGISTERS + VECTOR_BYTE_COUNT * ((number - topOf(status)) & 7)
    return view.getBigUint64(place, true) | (BigInt(view.getUint16(place + 8, true)) << 64n)
  })
  return { control: view.getUint16(CONTROL_WORD, true), status, used: view.getUint8(USED), registers }
}

function topOf(status: number): number {
  return (status >> 11) & 7
}

/** Reads the x87 unit, the vector registers and MXCSR back from what FXSAVE stores. */
export function readFloating(bytes: Uint8Array): SavedRegisters {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const vectors = VECTOR_NAMES.map((name, number) => {
    const place = VECTORS + VECTOR_BYTE_COUNT * number
    const value = view.getBigUint64(place, true) | (view.getBigUint64(place + 8, true) << 64n)
    return [name, value] as const
  })
  const mxcsr = BigInt(view.getUint32(MXCSR, true) & ALL_MXCSR)
  return Object.fromEntries([...vectors, ['mxcsr', mxcsr], ['x87', packed(readX87(view))]])
}

/** What `rt_sigreturn` finds: the registers as the handler has left them, and what waited before. */
export interface ReadFrame {
  readonly registers: SavedRegisters
  readonly mask: bigint
  readonly stack: SignalStack
  /** Where the vector registers are; 0 for nowhere, and then they are cleared. */
  readonly floatingAt: bigint
}

/** Reads a frame back; its bytes begin where it was built. */
export function readFrame(bytes: Uint8Array): ReadFrame {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const registers = Object.fromEntries(
    ORDER.map((name, index) => [name, view.getBigUint64(REGISTERS + 8 * index, true)]),
  )
  const rflags = (registers['rflags']! & CHANGEABLE_FLAGS) | ALWAYS_SET
  const floatingAt = view.getBigUint64(REGISTERS + FLOATING, true)
  const stack = {
    pointer: view.getBigUint64(STACK, true),
    flags: view.getInt32(STACK + 8, true),
    byteCount: view.getBigUint64(STACK + 16, true),
  }
  return { registers: { ...registers, rflags }, mask: view.getBigUint64(MASK, true), stack, floatingAt }
}
