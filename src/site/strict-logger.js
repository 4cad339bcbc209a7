import nodeLogger from 'astro/logger/node'

/**
 * Astro's own log, with one difference: a build that warned has failed. A warning that stops nothing is
 * soon a warning that goes unread.
 *
 * @param {import('astro/logger/node').NodeHandlerConfig} [config]
 * @returns {import('astro').AstroLoggerDestination}
 */
export default function strictLogger(config) {
  const { write } = nodeLogger(config)
  return {
    write(message) {
      write(message)
      if (message.level === 'warn' || message.level === 'error') process.exitCode = 1
    },
  }
}
