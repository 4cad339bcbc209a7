import { escapeHtml } from '#notebook/shared/escape-html.ts'
import { hash } from '#notebook/shared/hash.ts'

/** One thing that has changed. */
interface Change {
  /** `Unreleased` until there is one. */
  readonly version: string
  /** `Added`, `Fixed` and the like. */
  readonly category: string
  readonly text: string
}

/** The bullets of a changelog in the manner of keepachangelog.com, in its order. */
function changesIn(changelog: string): readonly Change[] {
  let [version, category] = ['', '']
  const changes: Change[] = []
  for (const line of changelog.split('\n')) {
    const text = line.trim()
    if (line.startsWith('## ')) version = line.slice(3).replace(/[[\]]/g, '').trim()
    else if (line.startsWith('### ')) category = line.slice(4).trim()
    else if (line.startsWith('- ')) changes.push({ version, category, text: text.slice(2) })
    else if (/^\s+\S/.test(line)) {
      const last = changes.pop()
      if (last) changes.push({ ...last, text: `${last.text} ${text}` })
    }
  }
  return changes
}

/**
 * What has changed, as a feed (RSS 2.0); a change is known by its text.
 * @param address of the site's first page, absolute where it is known
 */
export function changesFeed(changelog: string, address: string): string {
  const items = changesIn(changelog).map(({ version, category, text }) =>
    [
      '<item>',
      `<title>${escapeHtml(text.split(/[.:;](?=\s|$)/)[0]!)}</title>`,
      `<description>${escapeHtml(text)}</description>`,
      `<category>${escapeHtml(`${category}, ${version}`)}</category>`,
      `<guid isPermaLink="false">pagewalk-${hash(text)}</guid>`,
      '</item>',
    ].join(''),
  )
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0"><channel>',
    `<title>Pagewalk: changes</title><link>${escapeHtml(address)}</link>`,
    '<description>What is new in the course.</description>',
    ...items,
    '</channel></rss>\n',
  ].join('\n')
}
