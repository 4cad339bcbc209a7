/** What the buttons of every cell do, by the names of keys' commands. */
export type CellPress = 'run' | 'edit' | 'machine'

/**
 * Runs before the page's scripts: what a reader presses in a cell that waits for them is noted there and acknowledged;
 * the cell does it when it comes alive. The last press counts.
 */
export const earlyPress = `addEventListener('click', ({ target }) => {
  const does = target.closest?.('button')?.dataset.does
  const early = does && target.closest('.cell')?.querySelector('.early')
  if (!early) return
  early.closest('.cell').dataset.early = does
  early.hidden = false
})`
