import { THEME_KEY } from './theme.ts'

/**
 * Runs in the page's head, before anything is painted: a reader who chose a theme never sees the other one. It
 * also says that scripts run, for the few controls that are no use without.
 */
export const themeStart = `{
  const root = document.documentElement
  root.dataset.scripts = ''
  try {
    const theme = localStorage.getItem('${THEME_KEY}')
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
  } catch {}
}`
