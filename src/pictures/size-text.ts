const UNITS = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB']

/** The size in the largest unit of which there is a whole one, to a tenth of it: `2.9 MiB`. */
export function sizeText(byteCount: bigint): string {
  if (byteCount === 1n) return '1 byte'
  const power = Math.min(UNITS.length - 1, Math.floor((byteCount.toString(2).length - 1) / 10))
  const unit = 1n << BigInt(10 * power)
  const tenths = (byteCount * 10n + unit / 2n) / unit
  return `${tenths / 10n}${tenths % 10n === 0n ? '' : `.${tenths % 10n}`} ${UNITS[power]}`
}
