const UNITS = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB']

/** The size in the largest unit of which there is a whole one. */
export function sizeText(byteCount: bigint): string {
  let [size, unit] = [byteCount, 0]
  while (size >= 1024n && unit < UNITS.length - 1) {
    size /= 1024n
    unit += 1
  }
  return `${size} ${UNITS[unit]}`
}
