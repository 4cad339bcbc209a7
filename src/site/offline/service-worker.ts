/**
 * What answers for the network once a reader has been here: every file of the course is kept when the site is first
 * visited, so that it works without a connection from then on. A newer course is fetched beside it and waits until the
 * reader asks for it, or has no page of it open.
 */
import { cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching'
import { TAKE_OVER } from './take-over.ts'

/** Every file with its revision; written in when the site is built. */
declare const COURSE_FILES: { url: string; revision: string | null }[]

/** The worker's global scope, as far as it is used here; the DOM's types know only a page's. */
declare const self: {
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void
  skipWaiting(): Promise<void>
}

cleanupOutdatedCaches()
// What stands behind a question mark is for the page: its file is the same.
precacheAndRoute(COURSE_FILES, { ignoreURLParametersMatching: [/./] })
self.addEventListener('message', ({ data }) => {
  if (data === TAKE_OVER) void self.skipWaiting()
})
