/** As `isa`, with vector registers and MXCSR in the state before and after. */
export { check } from './isa.ts'
