/** What a page does about something alive before anybody has touched it: it waits. */

/** What a reader’s first touch of a control is. */
const TOUCHES = ['focusin', 'pointerdown', 'input'] as const

const UNREACHABLE = 'What moves this could not be loaded. Check your connection and try again.'

/** Lets a control be used, and fetches what it moves at the first touch. */
export function awaken(place: HTMLElement): void {
  const input = place.querySelector('input')
  if (!input) return
  // What a browser has brought back from an earlier visit would stand beside a picture of something else.
  input.value = input.defaultValue
  input.readOnly = false
  const touched = () => void open()
  for (const touch of TOUCHES) input.addEventListener(touch, touched)

  async function open(): Promise<void> {
    for (const touch of TOUCHES) input?.removeEventListener(touch, touched)
    const module = await import('./bring-to-life.ts').catch(() => undefined)
    if (module && input) return module.bringToLife(place, input)
    for (const touch of TOUCHES) input?.addEventListener(touch, touched)
    say(UNREACHABLE)
  }

  function say(text: string): void {
    const said = place.querySelector('.said')
    if (said) said.textContent = text
  }
}
