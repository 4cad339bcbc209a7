import { createHash } from 'node:crypto'
import { satteri } from '@astrojs/markdown-satteri'
import mdx from '@astrojs/mdx'
import svelte from '@astrojs/svelte'
import { defineConfig } from 'astro/config'
import { kernelParts } from './src/site/kernel-parts.ts'
import { subsetFonts } from './src/site/fonts/subset-fonts.ts'
import { keepAskedStyles } from './src/site/keep-asked-styles.ts'
import { markTerms } from './src/site/glossary/mark-terms.ts'
import { keepOffline } from './src/site/offline/keep-offline.ts'
import { searchSite } from './src/site/search/search-site.ts'
import { themeStart } from './src/site/theme-start.ts'
import { earlyPress } from './src/widgets/cell/early-press.ts'

const building = process.argv.includes('build')

/** @param {string} text @returns {`sha256-${string}`} */
const sha256 = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`

/**
 * What a part that is fetched later needs is on the page already, all but its styles: no list of it is sent along. Astro
 * lets only a plugin say so.
 *
 * @type {import('vite').Plugin}
 */
const onlyStylesAhead = {
  name: 'only-styles-ahead',
  configEnvironment: () => ({
    build: {
      modulePreload: {
        resolveDependencies: (_file, dependencies) => dependencies.filter((name) => name.endsWith('.css')),
      },
    },
  }),
}

/** How long plugins take says something of the machine, and nothing of what is built. */
const checks = { bundlerTimings: false }

export default defineConfig({
  // Pages are folders, so that a plain file server needs no rules of its own.
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  integrations: [subsetFonts(), mdx(), svelte(), searchSite(), keepOffline()],
  // Code in prose is coloured by src/site/Code.astro, as classes: inline styles would not pass the policy below.
  markdown: { syntaxHighlight: false, processor: satteri({ hastPlugins: [markTerms] }) },
  ...(building && { logger: { entrypoint: './src/site/strict-logger.js' } }),
  // The built site keeps itself for reading offline: under the preview's address it would answer for this one too.
  server: { port: 4322 },
  devToolbar: { enabled: false },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
      ],
      // Astro adds the hashes of what it writes itself; what runs before the page's scripts is written by us.
      scriptDirective: { resources: ["'self'"], hashes: [themeStart, earlyPress].map(sha256) },
      styleDirective: { resources: ["'self'"] },
    },
  },
  vite: {
    worker: { format: 'es', plugins: () => (building ? [kernelParts()] : []), rolldownOptions: { checks } },
    plugins: [onlyStylesAhead, keepAskedStyles()],
    build: {
      // A typeface that is fetched by few pages is no part of the stylesheet of all.
      assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined),
      rolldownOptions: {
        checks,
        // Astro's MDX collections mark modules with this directive and strip it later. Every other warning stands.
        onLog(level, log, report) {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE' || !log.message.includes('use astro:head-inject'))
            report(level, log)
        },
      },
    },
  },
})
