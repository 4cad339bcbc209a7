/** Where a pad is kept. @param base where the untitled one is */
export function padKey(base: string, title: string): string {
  return title === '' ? base : `${base}@${encodeURIComponent(title)}`
}

/** The title that the address of the scratchpad carries; empty for the pad without one. */
export function titleInAddress(search: string): string {
  return new URLSearchParams(search).get('pad')?.trim() ?? ''
}

/** What leads from the scratchpad's page to a pad. */
export function padAddress(title: string): string {
  return title === '' ? '?' : `?pad=${encodeURIComponent(title)}`
}
