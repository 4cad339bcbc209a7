import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

/** A page of the built site. */
export interface BuiltPage {
  /** Its address under the site's base: empty for the front page, `lessons/your-question/`. */
  readonly path: string
  readonly html: string
}

/** Every page found in a build, so that a lesson added later is tested without touching a test. */
export function builtPages(outDir = 'dist'): BuiltPage[] {
  const folder = join(ROOT, outDir)
  const files = globSync('**/*.html', { cwd: folder }).sort()
  if (files.length === 0) throw new Error(`${outDir} has no pages. Build the site first: npm run build`)
  return files.map((file) => ({
    path: file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1'),
    html: readFileSync(join(folder, file), 'utf8'),
  }))
}

/** The lessons among them. */
export function builtLessons(outDir = 'dist'): BuiltPage[] {
  return builtPages(outDir).filter(({ path }) => path.startsWith('lessons/'))
}
