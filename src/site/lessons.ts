import { type CollectionEntry, getCollection } from 'astro:content'

/** A lesson as the course's contents list it. */
export interface ListedLesson {
  readonly entry: CollectionEntry<'lessons'>
  /** Counts from 1, in the order of the folders' numbers. */
  readonly number: number
  /** Path under the site's base. */
  readonly path: string
}

const folder = (entry: CollectionEntry<'lessons'>) => entry.filePath ?? entry.id

/** The whole course, in reading order. */
export async function listLessons(): Promise<ListedLesson[]> {
  const entries = await getCollection('lessons')
  return entries
    .sort((a, b) => folder(a).localeCompare(folder(b), 'en'))
    .map((entry, index) => ({ entry, number: index + 1, path: `lessons/${entry.id}/` }))
}
