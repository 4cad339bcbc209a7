/** What a sentence speaks of lights up in the picture of its cell, where a reader points at the words or comes to them. */

/** What is pointed at now, or has the keyboard: loading may take longer than that. */
let spoken: HTMLElement | undefined

document.addEventListener('pointerover', ({ target }) => void speak(wordsAt(target) ?? focused()))
for (const event of ['focusin', 'focusout'] as const)
  document.addEventListener(event, () => void speak(focused()))

/** While the keyboard moves on, nothing has it. */
const focused = () => wordsAt(document.activeElement)

function wordsAt(target: EventTarget | null): HTMLElement | undefined {
  return target instanceof Element
    ? (target.closest<HTMLElement>('article :is(a.part, data.fact)') ?? undefined)
    : undefined
}

async function speak(words: HTMLElement | undefined): Promise<void> {
  if (words === spoken) return
  const before = spoken
  spoken = words
  const module = await import('#widgets/machine/light-thing.ts').catch(() => undefined)
  if (before) module?.lightThing(before, false)
  if (spoken) module?.lightThing(spoken, true)
}
