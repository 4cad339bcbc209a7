/** What the keyboard does while a lesson is presented: the bar obeys this table, and the list of keys shows it. */
export type PresentCommand = 'next' | 'further' | 'back' | 'answers' | 'end'

export const PRESENT_KEYS: readonly {
  readonly keys: readonly string[]
  readonly command: PresentCommand
  readonly does: string
}[] = [
  { keys: ['ArrowRight'], command: 'next', does: 'Go to the next screen' },
  {
    keys: ['Space', 'PageDown'],
    command: 'further',
    does: 'Go further down, and at the end to the next screen',
  },
  { keys: ['ArrowLeft', 'PageUp'], command: 'back', does: 'Go to the screen before' },
  { keys: ['a'], command: 'answers', does: 'Show or hide the answers on this screen' },
  { keys: ['Escape'], command: 'end', does: 'End the presentation' },
]

/** @param key as a browser names it */
export function presentCommand(key: string): PresentCommand | undefined {
  const name = key === ' ' ? 'Space' : key
  return PRESENT_KEYS.find(({ keys }) => keys.includes(name))?.command
}
