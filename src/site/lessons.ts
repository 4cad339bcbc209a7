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

/** A part of the course, with its lessons in reading order. */
export interface Part {
  readonly title: string
  readonly lessons: readonly ListedLesson[]
}

const PART_TITLES = ['One value, all the way', 'The real machine']

/** The parts that have lessons. */
export function partsOf(lessons: readonly ListedLesson[]): readonly Part[] {
  return PART_TITLES.map((title, index) => ({
    title,
    lessons: lessons.filter(({ entry }) => entry.data.part === index + 1),
  })).filter((part) => part.lessons.length > 0)
}

/** The whole course, in reading order. */
export async function listLessons(): Promise<ListedLesson[]> {
  const entries = await getCollection('lessons')
  return entries
    .sort((a, b) => folder(a).localeCompare(folder(b), 'en'))
    .map((entry, index) => ({ entry, number: index + 1, path: `lessons/${entry.id}/` }))
}
