export type Theme = 'auto' | 'light' | 'dark'

/** Where the choice is kept; the page's first script reads it. */
export const THEME_KEY = 'pagewalk:theme'

export function isTheme(text: string | undefined): text is Theme {
  return text === 'auto' || text === 'light' || text === 'dark'
}

/** What the reader chose, as the page's first script applied it. */
export function chosenTheme(): Theme {
  const theme = document.documentElement.dataset['theme']
  return isTheme(theme) ? theme : 'auto'
}

/** Applies a theme and remembers it; where storage is refused it lasts as long as the page. */
export function chooseTheme(theme: Theme): void {
  const root = document.documentElement
  if (theme === 'auto') delete root.dataset['theme']
  else root.dataset['theme'] = theme
  try {
    if (theme === 'auto') localStorage.removeItem(THEME_KEY)
    else localStorage.setItem(THEME_KEY, theme)
  } catch {
    // Private windows may refuse storage.
  }
}
