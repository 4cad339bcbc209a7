import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { SEARCH_FILE } from '#widgets/search/found-section.ts'
import { sectionsOf } from './sections.ts'

/** Writes what can be searched beside the built pages, from the pages as they are. */
export function searchSite(): AstroIntegration {
  return {
    name: 'search-site',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir)
        const pages = globSync('**/index.html', { cwd: folder }).map((file) => file.replaceAll('\\', '/'))
        const sections = pages
          .sort()
          .flatMap((file) =>
            sectionsOf(file.replace(/index\.html$/, ''), readFileSync(join(folder, file), 'utf8')),
          )
        writeFileSync(join(folder, SEARCH_FILE), JSON.stringify(sections))
      },
    },
  }
}
