import type { Architecture } from './formats/entry-format.ts'

/** What an OS may have to make a TLB forget. */
interface Outdated {
  /** One page, not a whole address space. */
  readonly isPage: boolean
  /** It is of the address space that is in use. */
  readonly isCurrent: boolean
}

/**
 * The instruction with which an OS does it: Intel SDM volume 3, section 5.10.4; RISC-V privileged specification,
 * Supervisor Memory-Management Fence; Arm ARM, TLB maintenance instructions.
 */
const INSTRUCTIONS: Readonly<Record<Architecture, (outdated: Outdated) => string>> = {
  x86: ({ isPage, isCurrent }) => (!isCurrent ? 'INVPCID' : isPage ? 'INVLPG' : 'MOV CR3'),
  'risc-v': () => 'SFENCE.VMA',
  arm: ({ isPage }) => (isPage ? 'TLBI VAE1' : 'TLBI ASIDE1'),
  textbook: () => 'TLB flush',
}

export function invalidationOf(architecture: Architecture, isPage: boolean, isCurrent: boolean): string {
  return INSTRUCTIONS[architecture]({ isPage, isCurrent })
}
