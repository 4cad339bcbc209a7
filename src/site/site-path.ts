/**
 * A page's or file's address under whatever path the site is hosted at.
 *
 * @param path without a leading slash; empty for the front page
 */
export function sitePath(path: string): string {
  return `${import.meta.env.BASE_URL.replace(/\/$/, '')}/${path}`
}
