import type { PagingScheme } from '../../memory/scheme.ts'
import { virtualAddress } from '../../units.ts'
import { Machine } from '../machine.ts'
import type { MachineDesign } from './design-machine.ts'

/** How many pages from 0 up a process may use where frames are counted out, if there are as many. */
const PAGE_COUNT = 1024

/** The machine of a cell. Where frames are counted out, its process has pages to use, from number 0 up. */
export function bootDesign({ image, scheme, hardware }: MachineDesign): Machine {
  const machine = Machine.boot(image, scheme, undefined, hardware)
  if (hardware.swap?.frameCount === undefined) return machine
  const { scheme: paging } = machine.memory
  const end = virtualAddress(BigInt(pageCountOf(paging) * 2 ** paging.pageBits))
  const memory = { name: 'heap', start: virtualAddress(0n), end, read: true, write: true, execute: false }
  machine.setProcesses([{ name: machine.current.name, regions: [memory] }])
  return machine
}

/** Where upper bits repeat the topmost one, the upper half of the pages lies elsewhere. */
function pageCountOf({ virtualBits, pageBits, upperBits }: PagingScheme): number {
  return Math.min(PAGE_COUNT, 2 ** (virtualBits - pageBits - (upperBits === 'zero' ? 0 : 1)))
}
