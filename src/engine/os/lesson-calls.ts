import type { Registers } from '../isa/registers.ts'
import type { Memory } from '../memory/memory.ts'
import { PAGE_SIZE, pageOffset, wrapAddress, type VirtualAddress } from '../units.ts'
import { int } from './calls/caller.ts'
import { WRITE_CALL, writePieces } from './calls/file-calls.ts'
import { exitCode, isExit } from './calls/process-calls.ts'
import type { Console, Stream } from './console.ts'
import type { ErrorName } from './error-number.ts'
import type { ProcessEnd } from './linux-process.ts'
import { callOf, GATE_REGISTERS, resultWord, type Gate } from './system-calls.ts'

/** A call was answered and the program goes on; or it has ended; or the call is not implemented. */
type Answer = 'answered' | ProcessEnd | undefined

/**
 * The system calls that a lesson's machine can answer although nothing of Linux is there: to print, and to end. Whoever
 * wants memory, or another process, needs a process of its own.
 */
export class LessonCalls {
  readonly #registers: Registers
  readonly #memory: Memory
  readonly #console: Console

  constructor(registers: Registers, memory: Memory, console: Console) {
    this.#registers = registers
    this.#memory = memory
    this.#console = console
  }

  /** Answers the call that the registers make. */
  answer(gate: Gate): Answer {
    const registers = this.#registers
    const call = callOf(registers.get('rax'), gate)
    const given = GATE_REGISTERS[gate].map((name) => registers.get(name))
    if (call === undefined) return undefined
    if (isExit(call)) return { kind: 'exit', code: exitCode(given[0]!) }
    if (call.name !== WRITE_CALL) return undefined
    registers.set('rax', resultWord(this.#write(int(given[0]), given[1]!, given[2]!)))
    return 'answered'
  }

  #write(fd: number, at: bigint, byteCount: bigint): bigint | ErrorName {
    const writer = {
      readBytes: (address: VirtualAddress, byteCount: number) => this.#read(address, byteCount),
      write: (bytes: Uint8Array) => {
        if (fd !== 1 && fd !== 2) return 'EBADF' as const
        this.#console.write(bytes, fd satisfies Stream)
        return bytes.length
      },
    }
    const { done, end } = writePieces(writer, [{ at, byteCount }], 0)
    return done > 0 || end === undefined ? BigInt(done) : (end as ErrorName)
  }

  /** The bytes from an address up to the first page that is not there; at most that many. */
  #read(address: VirtualAddress, byteCount: number): Uint8Array {
    const bytes = new Uint8Array(byteCount)
    let done = 0
    while (done < byteCount) {
      const at = wrapAddress(address + BigInt(done))
      const found = this.#memory.peek(at, Math.min(byteCount - done, PAGE_SIZE - pageOffset(at)))
      if (found === undefined) return bytes.subarray(0, done)
      bytes.set(found, done)
      done += found.length
    }
    return bytes
  }
}
