/**
 * What a word of the glossary means is told beside it while a reader points at it or has come to it by the keyboard; on a
 * touch screen, when it is first tapped. Escape takes it away. Without this script the word is a link to its entry.
 */

/** A pointer on its way across a text is not pointing. */
const RESTS_MS = 120
/** So long it stays when the pointer has left, so that the pointer can go to it. */
const STAYS_MS = 250
const GAP_PX = 4
const MARGIN_PX = 8

let told: HTMLElement | undefined
let timer = 0
let wasTouched = false

const termAt = (target: EventTarget | null) =>
  target instanceof Element ? (target.closest<HTMLElement>('a.term') ?? undefined) : undefined

function later(wait: number, act: () => void): void {
  clearTimeout(timer)
  timer = window.setTimeout(act, wait)
}

function tell(term: HTMLElement): void {
  clearTimeout(timer)
  const says = document.getElementById(term.getAttribute('aria-describedby') ?? '')
  if (!says || says === told) return
  hide()
  told = says
  says.showPopover()
  const word = term.getClientRects()[0] ?? term.getBoundingClientRect()
  const most = document.documentElement.clientWidth - says.offsetWidth - MARGIN_PX
  says.style.left = `${scrollX + Math.max(MARGIN_PX, Math.min(word.left, most))}px`
  says.style.top = `${scrollY + word.bottom + GAP_PX}px`
}

function hide(): void {
  clearTimeout(timer)
  if (told?.isConnected) told.hidePopover()
  told = undefined
}

document.addEventListener('pointerover', ({ target, pointerType }) => {
  const term = termAt(target)
  if (pointerType === 'touch') return
  if (term) later(RESTS_MS, () => tell(term))
  else if (told?.contains(target as Node)) clearTimeout(timer)
  else if (told && termAt(document.activeElement)?.nextElementSibling !== told) {
    later(STAYS_MS, hide)
  } else clearTimeout(timer)
})
document.addEventListener('pointerdown', ({ pointerType, target }) => {
  wasTouched = pointerType === 'touch' && termAt(target)?.nextElementSibling !== told
  if (!termAt(target) && !told?.contains(target as Node)) hide()
})
document.addEventListener('click', (event) => {
  const term = termAt(event.target)
  if (term && wasTouched) {
    event.preventDefault()
    tell(term)
  }
  wasTouched = false
})
document.addEventListener('focusin', ({ target }) => {
  const term = termAt(target)
  if (term && !wasTouched) tell(term)
  else if (!term) hide()
})
document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') hide()
})
