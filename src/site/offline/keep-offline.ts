import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { build } from 'vite'
import { courseFiles } from './course-files.ts'

/**
 * Writes `service-worker.js` beside the built pages, with the list of every file it is to keep. It comes last, since it
 * has to know what all others have written.
 */
export function keepOffline(): AstroIntegration {
  let base = '/'
  return {
    name: 'keep-offline',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/')
      },
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir)
        const files = (await courseFiles(folder)).map((file) => ({ ...file, url: base + file.url }))
        await build({
          configFile: false,
          logLevel: 'warn',
          publicDir: false,
          define: { COURSE_FILES: JSON.stringify(files), 'process.env.NODE_ENV': '"production"' },
          build: {
            outDir: folder,
            emptyOutDir: false,
            copyPublicDir: false,
            rolldownOptions: {
              input: fileURLToPath(new URL('./service-worker.ts', import.meta.url)),
              output: { format: 'iife', entryFileNames: 'service-worker.js' },
            },
          },
        })
      },
    },
  }
}
