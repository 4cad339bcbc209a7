import type { Journal } from '../../journal.ts'

/** An entry as it lies in RAM, little-endian. */
export function readEntry({ bytes, view }: Journal, at: number, byteCount: number): bigint {
  if (byteCount === 8) return view.getBigUint64(at, true)
  if (byteCount === 4) return BigInt(view.getUint32(at, true))
  return BigInt(byteCount === 2 ? view.getUint16(at, true) : bytes[at]!)
}

/** Puts an entry into RAM, through the journal. */
export function writeEntry(journal: Journal, at: number, byteCount: number, entry: bigint): void {
  if (byteCount === 8) journal.write64(at, entry)
  else if (byteCount === 4) journal.write32(at, Number(entry))
  else
    for (let byte = 0; byte < byteCount; byte++)
      journal.write8(at + byte, Number(entry >> BigInt(8 * byte)) & 0xff)
}
