import { PAGE_SIZE, virtualAddress } from '../../units.ts'
import { Machine } from '../machine.ts'
import type { MachineDesign } from './design-machine.ts'

/** How many pages from 0 up a process may use where frames are counted out. */
const PAGE_COUNT = 1024

/** The machine of a cell. Where frames are counted out, its process has pages to use, from number 0 up. */
export function bootDesign({ image, scheme, hardware }: MachineDesign): Machine {
  const machine = Machine.boot(image, scheme, undefined, hardware)
  if (hardware.swap?.frameCount === undefined) return machine
  const [start, end] = [virtualAddress(0n), virtualAddress(BigInt(PAGE_COUNT * PAGE_SIZE))]
  const memory = { name: 'heap', start, end, read: true, write: true, execute: false }
  machine.setProcesses([{ name: machine.current.name, regions: [memory] }])
  return machine
}
