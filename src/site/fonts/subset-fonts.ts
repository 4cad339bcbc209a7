import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AstroIntegration } from 'astro'
import subsetFont from 'subset-font'
import { type Face, faces } from './faces.ts'

const require = createRequire(import.meta.url)

/**
 * The same face twice: packed for pages, and plain for the pictures that the build draws (src/site/cards).
 */
const FORMATS = { woff2: 'woff2', ttf: 'sfnt' } as const
type Ending = keyof typeof FORMATS

/** Cuts one face down to its characters and features. Hinting goes: it is a third of the file. */
async function cut(face: Face, ending: Ending): Promise<Buffer> {
  const original = await readFile(require.resolve(face.source))
  return subsetFont(original, face.characters, {
    targetFormat: FORMATS[ending],
    keepFeatures: [...face.features],
    noHinting: true,
  })
}

/**
 * Writes the site's subset fonts before anything is built or served. `src/styles/fonts.css` and the page's
 * preloads name these files, so that they get hashed names like every other asset.
 */
export function subsetFonts(): AstroIntegration {
  return {
    name: 'subset-fonts',
    hooks: {
      'astro:config:setup': async ({ config }) => {
        const folder = new URL('./.cache/fonts/', config.root)
        await mkdir(folder, { recursive: true })
        const write = async (face: Face, ending: Ending) =>
          writeFile(new URL(`${face.name}.${ending}`, folder), await cut(face, ending))
        await Promise.all(faces.flatMap((face) => [write(face, 'woff2'), write(face, 'ttf')]))
      },
    },
  }
}
