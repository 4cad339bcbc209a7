import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

/** A file that is kept for reading without a network. */
interface CourseFile {
  /** Relative to the site's base. */
  readonly url: string
  /** Changes with the content; null where the name does. */
  readonly revision: string | null
}

/** What no page shows: downloads, and what only hosts, search engines and previews of links ask for. */
const NOT_KEPT = /\.(ipynb|xml|txt)$|^cards\/|^_headers$/

/** Every file of a built site that its pages need, in the order of their names. @param folder where it was built */
export async function courseFiles(folder: string): Promise<CourseFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((name) => !NOT_KEPT.test(name))
    .sort()
  return Promise.all(
    names.map(async (name) => ({ url: urlOf(name), revision: await revisionOf(folder, name) })),
  )
}

/** A page is asked for by its folder. */
function urlOf(name: string): string {
  return name.replace(/(^|\/)index\.html$/, '$1')
}

async function revisionOf(folder: string, name: string): Promise<string | null> {
  if (name.startsWith('_astro/')) return null
  return createHash('sha256')
    .update(await readFile(join(folder, name)))
    .digest('hex')
    .slice(0, 16)
}
