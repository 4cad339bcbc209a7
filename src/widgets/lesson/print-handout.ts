/** Prints what a lesson asks on sheets of their own. Fetched when a reader first wants them. */

/** With room for answers, or with the answers and why. */
export type Handout = 'blank' | 'filled'

/**
 * Of the page as it was built, and not as it stands: what a reader has typed and looked at is on no sheet, and printing
 * answers is no look at them.
 * @returns a sentence where there is nothing to print
 */
export async function printHandout(kind: Handout): Promise<string> {
  document.querySelector('.handout')?.remove()
  const response = await fetch(location.pathname)
  if (!response.ok) throw new Error(`${response.status}`)
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const exercises = page.querySelectorAll('.exercise')
  if (exercises.length === 0) return 'This lesson has no exercises to print.'
  const sheet = document.createElement('div')
  sheet.className = `handout ${kind}`
  const name = document.createElement('p')
  name.className = 'name'
  name.textContent = 'Name:'
  sheet.append(...page.querySelectorAll('h1, .aims'), name, ...exercises)
  for (const element of sheet.querySelectorAll('[id]')) element.removeAttribute('id')
  for (const details of sheet.querySelectorAll('details')) details.open = true
  document.body.append(sheet)
  addEventListener('afterprint', () => sheet.remove(), { once: true })
  print()
  return ''
}
