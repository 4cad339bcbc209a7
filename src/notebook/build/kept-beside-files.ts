import { readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * A function of a lesson's file, whose answer is kept until one of the files in its folder has changed: a build asks
 * several times, and an author who is writing is to see what stands there now.
 */
export function keptBesideFiles<T>(make: (id: string, file: string) => T): (id: string, file: string) => T {
  const kept = new Map<string, { readonly state: string; readonly made: T }>()
  return (id, file) => {
    const state = stateOf(dirname(file))
    const known = kept.get(`${id} ${file}`)
    if (known?.state === state) return known.made
    const made = make(id, file)
    kept.set(`${id} ${file}`, { state, made })
    return made
  }
}

/** Tells one state of a folder's files from another. */
function stateOf(folder: string): string {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => {
      const path = join(parentPath, name)
      const { size, mtimeMs } = statSync(path)
      return `${path} ${size} ${mtimeMs}`
    })
    .sort()
    .join('\n')
}
