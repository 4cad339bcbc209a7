/**
 * Styles of what is fetched when it is asked for. A component's own would come with every page from which it can be
 * reached, since Astro collects them so; these come with what they are for.
 * @param href of a style sheet, as `import href from './it.css?url'` gives it
 * @returns fetches the styles, once; it fails where they cannot be fetched, and then tries again when it is next called
 */
export function lateStyles(href: string): () => Promise<void> {
  let fetched: Promise<void> | undefined
  return () =>
    (fetched ??= fetchStyles(href).catch((error: unknown) => {
      fetched = undefined
      throw error
    }))
}

function fetchStyles(href: string): Promise<void> {
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = href
  return new Promise((resolve, reject) => {
    link.addEventListener('load', () => resolve())
    link.addEventListener('error', () => {
      link.remove()
      reject(new Error(`${href} could not be fetched`))
    })
    document.head.append(link)
  })
}
