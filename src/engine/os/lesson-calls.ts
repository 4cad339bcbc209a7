import type { Registers } from '../isa/registers.ts'
import type { Memory } from '../memory/memory.ts'
import { PAGE_SIZE, pageOffset, wrapAddress, type VirtualAddress } from '../units.ts'
import type { Console } from './console.ts'
import type { ProcessEnd } from './linux-process.ts'
import { exitCode, isExit, resultWord, WRITE_CALL, write } from './system-calls.ts'

/** A call was answered and the program goes on; or it has ended; or nobody answers such a call. */
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
  answer(): Answer {
    const registers = this.#registers
    const number = BigInt.asIntN(32, registers.get('rax'))
    if (isExit(number)) return { kind: 'exit', code: exitCode(registers.get('rdi')) }
    if (number !== WRITE_CALL) return undefined
    const result = write(
      {
        readBytes: (address, byteCount) => this.#read(address, byteCount),
        print: (bytes) => this.#console.write(bytes),
      },
      registers.get('rdi'),
      registers.get('rsi'),
      registers.get('rdx'),
    )
    registers.set('rax', resultWord(result))
    return 'answered'
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
