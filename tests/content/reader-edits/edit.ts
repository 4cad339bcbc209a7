/** One thing that readers do to a cell: what they would call it, and what it makes of the source. */
export interface Edit {
  readonly name: string
  /** @returns undefined where a source has nothing of the kind, or where nothing would change */
  readonly change: (source: string) => string | undefined
  /** What was there before keeps its type and its place. */
  readonly keepsLayout?: true
}

/** Edits that need nothing but a name and a function each. */
export function editsFrom(changes: Readonly<Record<string, Edit['change']>>): Edit[] {
  return Object.entries(changes).map(([name, change]) => ({ name, change }))
}

/** What comes out of each edit that says something about a source, once for each new source. */
export function apply(edits: readonly Edit[], source: string): { edit: Edit; edited: string }[] {
  const seen = new Set([source])
  return edits.flatMap((edit) => {
    const edited = edit.change(source)
    if (edited === undefined || seen.has(edited)) return []
    seen.add(edited)
    return [{ edit, edited }]
  })
}
