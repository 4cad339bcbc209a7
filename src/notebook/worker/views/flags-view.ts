import { FLAG_BITS, FLAGS, type Flag } from '#engine/isa/flags.ts'
import type { FlagsView } from '#notebook/shared/machine-view.ts'
import type { AtOneMoment } from './view-input.ts'

/** The flags of RFLAGS, from the lowest bit up, and what each says now. */
export function flagsView({ machine }: Pick<AtOneMoment, 'machine'>): FlagsView {
  const { flags } = machine.registers
  return { kind: 'flags', flags: FLAGS.map((flag) => flagNow(flag, flags)) }
}

function flagNow({ name, mask, title, meanings }: Flag, flags: bigint): FlagsView['flags'][number] {
  const isSet = (flags & BigInt(mask)) !== 0n
  return {
    name,
    title,
    bit: Math.log2(mask),
    // Those of the operating system's are no facts that lessons ask for.
    value: { fact: Object.hasOwn(FLAG_BITS, name) ? `flags.${name}` : '', value: isSet ? '1' : '0' },
    meaning: meanings[isSet ? 1 : 0],
  }
}
