import type { Page } from '@playwright/test'

/**
 * Texts that stand out too little from what is behind them, in one theme and the other: what WCAG asks for (1.4.3), by
 * the colours that the browser has computed. Axe leaves out what lies on a gradient or in a drawing.
 * @returns each such text with its contrast
 */
export async function weakTexts(page: Page): Promise<string[]> {
  const weak: string[] = []
  const before = await page.evaluate(() => document.documentElement.dataset['theme'])
  for (const theme of ['light', 'dark', before]) {
    await page.evaluate((name) => {
      if (name === undefined) delete document.documentElement.dataset['theme']
      else document.documentElement.dataset['theme'] = name
      // Colours that are on their way are there.
      for (const animation of document.getAnimations()) animation.finish()
    }, theme)
    if (theme !== undefined)
      weak.push(...(await page.evaluate(weakTextsNow)).map((text) => `${theme}: ${text}`))
  }
  return weak
}

/** Runs in the page. */
function weakTextsNow(): string[] {
  type Colour = readonly [red: number, green: number, blue: number, alpha: number]
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!
  const known = new Map<string, Colour>()

  /** Whatever notation it has been computed in. */
  function parse(css: string): Colour {
    const found = known.get(css)
    if (found) return found
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = css
    canvas.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data
    const colour = [red, green, blue, alpha / 255] as const
    known.set(css, colour)
    return colour
  }

  const over = (front: Colour, back: Colour): Colour => {
    const mix = (at: 0 | 1 | 2) => front[at] * front[3] + back[at] * (1 - front[3])
    return [mix(0), mix(1), mix(2), 1]
  }

  function luminance([red, green, blue]: Colour): number {
    const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
      const share = value / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }

  function contrast(one: Colour, other: Colour): number {
    const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
    return (light + 0.05) / (dark + 0.05)
  }

  const backs = new Map<Element | null, Colour>()
  function behind(element: Element | null): Colour {
    const found = backs.get(element)
    if (found) return found
    const below: Colour = element === null ? parse('white') : behind(element.parentElement)
    const back =
      element === null || element instanceof SVGElement
        ? below
        : over(parse(getComputedStyle(element).backgroundColor), below)
    backs.set(element, back)
    return back
  }

  /** In a drawing: the last box drawn before it around its middle. */
  function behindLabel(label: Element): Colour {
    const { left, right, top, bottom } = label.getBoundingClientRect()
    const [x, y] = [(left + right) / 2, (top + bottom) / 2]
    const boxes = [...(label.closest('svg')?.querySelectorAll('rect') ?? [])].filter((box) => {
      const place = box.getBoundingClientRect()
      const isBefore = box.compareDocumentPosition(label) & Node.DOCUMENT_POSITION_FOLLOWING
      return isBefore && place.left <= x && x <= place.right && place.top <= y && y <= place.bottom
    })
    return boxes.reduce((back, box) => {
      const { fill, fillOpacity } = getComputedStyle(box)
      if (fill === 'none') return back
      const [red, green, blue, alpha] = parse(fill)
      return over([red, green, blue, alpha * Number(fillOpacity)], back)
    }, behind(label))
  }

  const weak: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    const text = node.textContent?.trim() ?? ''
    if (
      !element ||
      text === '' ||
      !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    )
      continue
    // What cannot be used, and what is for ears only, need not stand out.
    if (element.closest(':disabled, [aria-disabled="true"], script, style, noscript, .visually-hidden'))
      continue
    const style = getComputedStyle(element)
    const isDrawn = element instanceof SVGElement
    const back = isDrawn ? behindLabel(element) : behind(element)
    const front = over(parse(isDrawn ? style.fill : style.color), back)
    const size = Number.parseFloat(style.fontSize)
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700)
    const reached = contrast(front, back)
    if (reached < (isLarge ? 3 : 4.5))
      weak.push(`${reached.toFixed(2)} “${text.slice(0, 40)}” in ${element.outerHTML.slice(0, 80)}`)
  }
  return [...new Set(weak)]
}
