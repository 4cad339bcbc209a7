import { highByteOf, REGISTER_NAMES, registerOf } from '#engine/isa/registers.ts'
import { hex } from '#engine/units.ts'
import type { RegisterFileView } from '#notebook/shared/machine-view.ts'
import type { AtOneMoment } from './view-input.ts'

type Row = RegisterFileView['registers'][number]

const ABOUT: Readonly<Record<string, string>> = {
  rsp: 'the end of the stack',
  rbp: 'the frame\u2019s fixed point',
}
const HIGH_BYTE_COUNT = 4

/** All sixteen registers, RIP and RFLAGS, each with the names of its low bits. */
export function registerFileView({ machine }: Pick<AtOneMoment, 'machine'>): RegisterFileView {
  const { registers } = machine
  const general = REGISTER_NAMES.slice(0, 16).map((name, number) => ({
    ...rowOf(name, `registers.${name}`, registers.get(name), ABOUT[name]),
    names: namesOf(number),
  }))
  return {
    kind: 'register-file',
    registers: [
      ...general,
      rowOf('rip', 'registers.rip', registers.rip, 'the next instruction'),
      rowOf('rflags', '', registers.flags, 'the flags'),
    ],
  }
}

function rowOf(name: string, fact: string, value: bigint, about: string | undefined): Row {
  const digits = value.toString(16).toUpperCase().padStart(16, '0')
  return { name, value: { fact, value: hex(value) }, digits, ...(about === undefined ? {} : { about }) }
}

function namesOf(number: number): NonNullable<Row['names']> {
  return {
    d: registerOf(number, 32).name,
    w: registerOf(number, 16).name,
    b: registerOf(number, 8).name,
    ...(number < HIGH_BYTE_COUNT ? { h: highByteOf(number).name } : {}),
  }
}
