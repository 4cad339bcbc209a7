import type { Machine } from './machine.ts'
import type { MachineStop } from './snapshot.ts'

/** The room that a stack has: the lowest byte it may reach, and how far it reaches down from its end. */
interface StackRoom {
  readonly lowest: bigint
  readonly byteCount: number
  /** It has grown so far; else it had that from the beginning. */
  readonly grows: boolean
}

/** The stack's room, if a program ended because it needed more; else undefined. */
export function exhaustedStack(machine: Machine, stop: MachineStop): StackRoom | undefined {
  const address = 'fault' in stop ? stop.fault?.address : undefined
  const room = stackRoom(machine)
  if (address === undefined || room === undefined) return undefined
  const isBelow = (place: bigint) => BigInt.asIntN(64, place) < room.lowest
  // A push or a call that fails has not moved RSP.
  return isBelow(address) && isBelow(machine.registers.get('rsp') - 8n) ? room : undefined
}

function stackRoom({ kernel, current }: Machine): StackRoom | undefined {
  if (kernel.linux !== undefined) {
    const stack = current.regions.find(({ lowest }) => lowest !== undefined)
    const lowest = stack?.lowest
    return stack && lowest !== undefined
      ? { lowest, byteCount: Number(stack.end - lowest), grows: true }
      : undefined
  }
  // What is filled first is the stack; other pages come to it only by the reader's own table.
  const [filled] = kernel.addressSpace.fills
  return filled && { lowest: filled.start, byteCount: Number(filled.end - filled.start), grows: false }
}
