import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { SEARCH_FILE } from '#widgets/search/found-section.ts'
import { languagePath, ORIGINAL, PAGE_LANGUAGES } from '#site/words.ts'
import { sectionsOf } from './sections.ts'

const isTranslation = (file: string) =>
  PAGE_LANGUAGES.some((language) => language !== ORIGINAL && file.startsWith(languagePath(language)))

/** Writes what can be searched beside the built pages, from the pages as they are. */
export function searchSite(): AstroIntegration {
  return {
    name: 'search-site',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir)
        const pages = globSync('**/index.html', { cwd: folder }).map((file) => file.replaceAll('\\', '/'))
        const sections = pages
          // Of a page in several languages, one is found.
          .filter((file) => !isTranslation(file))
          .sort()
          .flatMap((file) =>
            sectionsOf(file.replace(/index\.html$/, ''), readFileSync(join(folder, file), 'utf8')),
          )
        writeFileSync(join(folder, SEARCH_FILE), JSON.stringify(sections))
      },
    },
  }
}
