/** An answer as it stands, whether or not it is complete. */
import type { Answer } from '#exercises/shared/exercise.ts'
import { parseJson } from '#exercises/shared/parse-json.ts'
import type { PresentedTask } from '#exercises/shared/presented.ts'
import { pageKind } from './kinds/kinds.ts'

/** What stands there before the reader has done anything. */
export function emptyDraft({ task, listings }: PresentedTask): Answer {
  return pageKind(task.kind).empty(task, listings)
}

/**
 * What a reader has put into an exercise before its scripts came; undefined where that is nothing.
 * @param page where its fields are, as they were built
 */
export function earlyDraft(page: ParentNode, { task }: PresentedTask): Answer | undefined {
  return pageKind(task.kind).early?.(task, [...page.querySelectorAll('input')])
}

/** What was put in early, over what was kept of an earlier visit. */
export function withEarly(kept: Answer, early: Answer): Answer {
  return (kept.kind === early.kind && pageKind(kept.kind).over?.(early, kept)) || early
}

/** The draft in a text that was stored; the empty one where that does not fit the variant. */
export function readDraft(presented: PresentedTask, text: string): Answer {
  const empty = emptyDraft(presented)
  const stored = parseJson(text)
  if (typeof stored !== 'object' || stored === null) return empty
  const fields = stored as Record<string, unknown>
  if (fields['kind'] === empty.kind) return pageKind(empty.kind).read(fields, empty)
  const { kind, source } = fields
  const wasEdit = kind === 'edit' && typeof source === 'string'
  return (wasEdit && pageKind(presented.task.kind).fromEdit?.(source, presented.task)) || empty
}
