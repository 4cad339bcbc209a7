import { sitePath } from '#site/site-path.ts'
import { TAKE_OVER } from './take-over.ts'

/**
 * Has the course kept for reading without a network, and calls back when a newer one lies ready. Where a browser
 * refuses (a private window, a page that is no secure context) the course is simply not kept.
 *
 * @param offer is given what brings the newer course in: this page is loaded anew with it
 */
export async function keepCourse(offer: (takeOver: () => void) => void): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const { serviceWorker } = navigator
  const registration = await serviceWorker
    .register(sitePath('service-worker.js'), { scope: sitePath('') })
    .catch(() => undefined)
  if (!registration) return
  const offerIfReady = () => {
    // Without a controller it is the first course that is kept here, and newer than nothing.
    if (registration.waiting && serviceWorker.controller) offer(() => takeOver(registration))
  }
  offerIfReady()
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offerIfReady)
  })
  // A browser looks for itself, but when it likes. Without a network there is nothing newer to be had.
  await registration.update().catch(() => undefined)
}

/** A browser lets the older course first finish what it answers. A page that goes away waits for none of it. Milliseconds. */
const PATIENCE = 4000

/** The one that waits by now: one that is newer still may have taken the place of what was offered. */
function takeOver({ waiting }: ServiceWorkerRegistration): void {
  const anew = () => {
    location.reload()
  }
  // Another tab of the course has been asked the same, and has answered.
  if (!waiting) return anew()
  navigator.serviceWorker.addEventListener('controllerchange', anew)
  waiting.postMessage(TAKE_OVER)
  setTimeout(anew, PATIENCE)
}
