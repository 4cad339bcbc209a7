/** What differs, as a line to read; undefined where nothing does. Compares by content, hexadecimal digits without regard to case. */
export function difference(what: string, expected: unknown, found: unknown): string | undefined {
  const [expectedText, foundText] = [text(expected), text(found)]
  return expectedText.toLowerCase() === foundText.toLowerCase()
    ? undefined
    : `${what}: expected ${expectedText}, found ${foundText}`
}

function text(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === 'bigint' ? `0x${inner.toString(16)}` : inner,
    ) ?? 'nothing'
  )
}
