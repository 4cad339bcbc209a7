/** Menus of the page close when the reader goes elsewhere, and with Escape, which gives the keyboard back to their button. */
const OPEN = 'details[data-menu][open]'

document.addEventListener('pointerdown', ({ target }) => {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>(OPEN))
    if (!(target instanceof Node && menu.contains(target))) menu.open = false
})

document.addEventListener('keydown', ({ key, target }) => {
  const menu = key === 'Escape' && target instanceof Element ? target.closest(OPEN) : null
  if (!(menu instanceof HTMLDetailsElement)) return
  menu.open = false
  menu.querySelector('summary')?.focus()
})
