import type { ViewData } from '#notebook/shared/view.ts'

/** The views of now, with what is as it was in the view of the same kind before. */
export function keepViews(before: readonly ViewData[] | undefined, views: readonly ViewData[]): ViewData[] {
  return views.map((view) =>
    shareUnchanged(
      before?.find(({ kind }) => kind === view.kind),
      view,
    ),
  )
}

/**
 * What is now, of the very same objects as before wherever nothing has changed: who watches a part is then left alone.
 * For plain data as it comes from the worker.
 */
export function shareUnchanged<Data>(before: unknown, now: Data): Data {
  if (before === now || !isPlain(before) || !isPlain(now) || Array.isArray(before) !== Array.isArray(now))
    return now
  const parts: Record<string, unknown> = now
  const keys = Object.keys(parts)
  let same = keys.length === Object.keys(before).length
  for (const key of keys) {
    parts[key] = shareUnchanged(before[key], parts[key])
    if (parts[key] !== before[key]) same = false
  }
  return same ? (before as Data) : now
}

function isPlain(data: unknown): data is Record<string, unknown> {
  if (typeof data !== 'object' || data === null) return false
  const prototype: unknown = Object.getPrototypeOf(data)
  return prototype === Object.prototype || prototype === Array.prototype
}
