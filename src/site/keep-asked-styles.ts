import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin, Rolldown } from 'vite'

/**
 * Astro takes styles out of the page’s scripts that its pages have already; what is fetched later asks for them all the
 * same, and what it asks for is put back.
 */
export function keepAskedStyles(): Plugin {
  let styles: readonly Rolldown.OutputAsset[] = []
  return {
    name: 'keep-asked-styles',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle: { order: 'pre', handler: (_, bundle) => void (styles = stylesIn(bundle)) },
    writeBundle({ dir = '' }, bundle) {
      const scripts = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [file.code] : []))
      for (const { fileName, source } of styles) {
        const isAskedFor = scripts.some((code) => code.includes(fileName))
        if (isAskedFor && !existsSync(join(dir, fileName))) writeFileSync(join(dir, fileName), source)
      }
    },
  }
}

function stylesIn(bundle: Rolldown.OutputBundle): Rolldown.OutputAsset[] {
  return Object.values(bundle).flatMap((file) =>
    file.type === 'asset' && file.fileName.endsWith('.css') ? [file] : [],
  )
}
