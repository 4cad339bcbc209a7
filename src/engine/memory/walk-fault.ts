import type { VirtualAddress } from '../units.ts'
import type { Control } from './control.ts'
import {
  accessFault,
  limitFault,
  pageFault,
  widthFault,
  type Access,
  type Fault,
  type NativeFault,
  type PageFaultCause,
} from './fault.ts'
import { nativeFault } from './formats/native-fault.ts'
import type { Walker, WalkFailure } from './walker.ts'

/** The fault of a walk that has just failed, by the course's name and, where it has one, by the architecture's own. */
export function walkFault(walker: Walker, control: Control, address: VirtualAddress, access: Access): Fault {
  if (walker.failure === undefined) throw new Error('a walk without a physical address has a reason')
  const fault = faultOf(walker.failure, walker, control, address, access)
  return named(fault, nativeFaultOf(walker.failure, walker, control, access))
}

/** The same where no walk was made: the TLB remembers of a page that it does not permit the access. */
export function rememberedFault(
  walker: Walker,
  control: Control,
  address: VirtualAddress,
  access: Access,
  cause: PageFaultCause,
): Fault {
  const fault = faultOf(cause, walker, control, address, access)
  if (walker.format === undefined) return fault
  const { isUser } = control
  const where = { isInWalk: false, level: LAST_LEVEL }
  return named(fault, nativeFault(walker.format.architecture, { failure: cause, access, isUser, ...where }))
}

/** Of tables that are numbered up to it, as ARM does. */
const LAST_LEVEL = 3

const named = (fault: Fault, native: NativeFault | undefined): Fault =>
  native === undefined ? fault : { ...fault, native }

function faultOf(
  failure: WalkFailure,
  { format }: Walker,
  control: Control,
  address: VirtualAddress,
  access: Access,
): Fault {
  const isNumberedFromZero = format?.architecture === 'arm'
  if (failure === 'no-ram') return accessFault('machine-check', address, access)
  if (failure === 'beyond-limit') return limitFault(address, access)
  if (failure === 'too-wide' && !isNumberedFromZero) return widthFault(address, access)
  const isX86 = format === undefined || format.architecture === 'x86'
  if (failure === 'not-canonical' && isX86) return accessFault('general-protection', address, access)
  const cause = failure === 'too-wide' ? 'not-canonical' : failure
  return pageFault(address, access, cause, control.isUser, control.noExecuteEnable)
}

function nativeFaultOf(
  failure: WalkFailure,
  { format, scheme, visitedCount, page }: Walker,
  { isUser }: Control,
  access: Access,
): NativeFault | undefined {
  if (format === undefined) return undefined
  const { lookup } = scheme
  const isInWalk = failure === 'no-ram' && page === undefined
  const first = lookup.kind === 'radix' ? LAST_LEVEL + 1 - lookup.levels.length : 0
  const level = isInWalk ? first + visitedCount : Math.max(0, first + visitedCount - 1)
  return nativeFault(format.architecture, {
    ...{ failure, access, isUser, isInWalk },
    level: visitedCount === 0 && !isInWalk ? 0 : level,
  })
}
