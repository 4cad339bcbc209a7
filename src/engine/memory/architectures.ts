/** The page tables of real architectures besides x86-64's own, as schemes: data, like those of `scheme.ts`. */
import type { EntryFormatName } from './formats/entry-format.ts'
import type { Level, PagingScheme } from './scheme.ts'

export type ArchitectureName =
  'x86-32' | 'x86-pae' | 'sv32' | 'sv39' | 'sv48' | 'armv8-4k' | 'armv8-16k' | 'armv8-64k'

/** Tables that are numbered: of RISC-V down to 0, of ARM up to 3. A large page may be mapped where that is said. */
const numbered = (bits: readonly number[], nameOf: (depth: number) => string, large: readonly boolean[]) =>
  bits.map((count, depth): Level => {
    const level = { name: nameOf(depth), bits: count }
    return large[depth] === true ? { ...level, largePage: true } : level
  })

function scheme(
  name: ArchitectureName,
  title: string,
  geometry: Pick<PagingScheme, 'virtualBits' | 'pageBits' | 'physicalBits'> & Partial<PagingScheme>,
  levels: readonly Level[],
  entry: EntryFormatName,
): PagingScheme {
  return { name, title, ...geometry, lookup: { kind: 'radix', levels, entry } }
}

const riscv = (name: ArchitectureName, levelCount: number, indexBits: number, physicalBits: number) =>
  scheme(
    name,
    `RISC-V ${name.slice(0, 1).toUpperCase()}${name.slice(1)}: ${levelCount} levels`,
    {
      virtualBits: 12 + levelCount * indexBits,
      ...(indexBits === 10 ? { upperBits: 'zero' as const } : {}),
      ...{ pageBits: 12, physicalBits },
    },
    numbered(
      Array.from({ length: levelCount }, () => indexBits),
      (depth) => `L${levelCount - 1 - depth}`,
      Array.from({ length: levelCount - 1 }, () => true),
    ),
    indexBits === 10 ? 'sv32' : 'sv39',
  )

const arm = (granule: 4 | 16 | 64, bits: readonly number[], blocks: readonly boolean[]): PagingScheme =>
  scheme(
    `armv8-${granule}k`,
    `ARMv8 with a granule of ${granule} KiB`,
    { virtualBits: 48, upperBits: 'zero', pageBits: 10 + Math.log2(granule), physicalBits: 48 },
    numbered(bits, (depth) => `L${4 - bits.length + depth}`, blocks),
    `arm-${granule}k`,
  )

/** Programs' half of the addresses: of ARM that of TTBR0, whose upper bits are zero. */
export const ARCHITECTURES: Readonly<Record<ArchitectureName, PagingScheme>> = {
  'x86-32': scheme(
    'x86-32',
    'two levels of tables, 32-bit x86',
    { virtualBits: 32, upperBits: 'zero', pageBits: 12, physicalBits: 40 },
    [
      { name: 'PD', bits: 10, largePage: true },
      { name: 'PT', bits: 10 },
    ],
    'x86-32',
  ),
  'x86-pae': scheme(
    'x86-pae',
    'three levels of tables, 32-bit x86 with physical address extension',
    { virtualBits: 32, upperBits: 'zero', pageBits: 12, physicalBits: 40 },
    [
      { name: 'PDPT', bits: 2 },
      { name: 'PD', bits: 9, largePage: true },
      { name: 'PT', bits: 9 },
    ],
    'x86-pae',
  ),
  sv32: riscv('sv32', 2, 10, 34),
  sv39: riscv('sv39', 3, 9, 56),
  sv48: riscv('sv48', 4, 9, 56),
  'armv8-4k': arm(4, [9, 9, 9, 9], [false, true, true]),
  'armv8-16k': arm(16, [1, 11, 11, 11], [false, false, true]),
  'armv8-64k': arm(64, [6, 13, 13], [false, true]),
}
