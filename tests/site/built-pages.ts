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

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  lt: '<',
  gt: '>',
  '#39': "'",
  '#34': '"',
}

const decoded = (text: string): string =>
  text.replace(/&(#?\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity)

/** What attributes of these names say in a page as the build has written it: quoted, as Astro writes them. */
export function attributesIn(html: string, ...names: readonly string[]): string[] {
  const pattern = new RegExp(`\\s(?:${names.join('|')})="([^"]*)"`, 'g')
  return [...html.matchAll(pattern)].map(([, value]) => decoded(value ?? ''))
}
