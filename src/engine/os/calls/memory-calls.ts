import type { SystemCall } from './caller.ts'

/** What changes a process's address space. */
export const MEMORY_CALLS: readonly SystemCall[] = [
  {
    number: 9,
    name: 'mmap',
    takes: ['address', 'length', 'protection', 'flags', 'fd', 'offset'],
    summary: 'Reserves a range of addresses.',
    execute: ({ addressSpace }, given) => addressSpace.map(given),
  },
  {
    number: 10,
    number32: 125,
    name: 'mprotect',
    takes: ['address', 'length', 'protection'],
    summary: 'Changes what may be done with a range of addresses.',
    execute: ({ addressSpace }, [address, length, protection]) =>
      addressSpace.protect(address!, length!, protection!),
  },
  {
    number: 11,
    number32: 91,
    name: 'munmap',
    takes: ['address', 'length'],
    summary: 'Gives a range of addresses back.',
    execute: ({ addressSpace }, [address, length]) => addressSpace.unmap(address!, length!),
  },
  {
    number: 12,
    number32: 45,
    name: 'brk',
    takes: ['address'],
    summary: 'Moves the end of the heap, and returns where it is.',
    execute: ({ addressSpace }, [address]) => addressSpace.setBreak(address!),
  },
  {
    number: 25,
    name: 'mremap',
    takes: ['address', 'length', 'new length', 'flags', 'new address'],
    summary: 'Makes a mapping longer or shorter, and moves it if need be.',
    execute: ({ addressSpace }, given) => addressSpace.remap(given),
  },
  {
    number: 28,
    name: 'madvise',
    takes: ['address', 'length', 'advice'],
    summary: 'Says how a range will be used; “not any more” gives its frames back.',
    execute: ({ addressSpace }, [address, length, advice]) => addressSpace.advise(address!, length!, advice!),
  },
]
