import { readValue, valueBytes } from '#engine/machine/value.ts'
import { difference } from '../difference.ts'

/** A value of a Rust type and its bytes, the least significant first. */
interface BytesRecord {
  readonly input: { readonly type: string; readonly value: string }
  readonly expect: { readonly size: number; readonly bytes: string }
}

export function check({ input, expect }: BytesRecord): string | undefined {
  const bytes = valueBytes(input.type, String(input.value))
  if (bytes === undefined) return `${input.value} is taken for no ${input.type}`
  return (
    difference('size', expect.size, bytes.length) ??
    difference('bytes', expect.bytes, hexBytes(bytes)) ??
    difference(
      'bytes of the value read back',
      expect.bytes,
      hexBytes(valueBytes(input.type, readValue(input.type, bytes)!)!),
    )
  )
}

/** Bytes as the records write them. */
export function hexBytes(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
