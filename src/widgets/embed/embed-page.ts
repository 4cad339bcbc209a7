/** Shows what the address names, and tells the framing page how high it is. */
import { readEmbedded } from '#notebook/page/embed-link.ts'
import { SIZE_MESSAGE } from './size-message.ts'

const embedded = readEmbedded(location.hash)
const part = embedded === undefined ? 'nothing' : embedded.kind === 'exercise' ? 'exercise' : 'cell'
// What becomes visible comes to life, and nothing else is fetched.
for (const place of document.querySelectorAll<HTMLElement>('[data-embed]'))
  place.hidden = place.dataset['embed'] !== part
addEventListener('hashchange', () => location.reload())

if (parent !== window)
  new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height)
    parent.postMessage({ type: SIZE_MESSAGE, height }, '*')
  }).observe(document.body)
