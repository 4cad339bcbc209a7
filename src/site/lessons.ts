import { type CollectionEntry, getCollection } from 'astro:content'
import { lessonFiles } from '#notebook/build/lesson-folders.ts'
import { languagePath, ORIGINAL, PAGE_LANGUAGES, wordsIn, type PageLanguage } from '#site/words.ts'

/** A lesson as the course's contents list it. */
export interface ListedLesson {
  /** The lesson, with what its translation calls things where there is one. */
  readonly entry: CollectionEntry<'lessons'>
  /** Counts from 1, in the order of the folders' numbers. */
  readonly number: number
  /** Path under the site's base. */
  readonly path: string
  /** What it is read in: the language asked for, or the course's own where it is not translated. */
  readonly language: PageLanguage
  /** Its prose in that language. */
  readonly prose: CollectionEntry<'lessons'> | CollectionEntry<'translations'>
  /** Every language it can be read in, with the path there. */
  readonly languages: readonly { readonly language: PageLanguage; readonly path: string }[]
}

/** In reading order. */
const FILES = lessonFiles()
const placeOf = ({ filePath = '' }: CollectionEntry<'lessons'>) => FILES.indexOf(filePath)

/** A part of the course, with its lessons in reading order. */
export interface Part {
  readonly title: string
  readonly lessons: readonly ListedLesson[]
}

/** The parts that have lessons. */
export function partsOf(lessons: readonly ListedLesson[], language?: PageLanguage): readonly Part[] {
  return wordsIn(language)
    .parts.map((title, index) => ({
      title,
      lessons: lessons.filter(({ entry }) => entry.data.part === index + 1),
    }))
    .filter((part) => part.lessons.length > 0)
}

/** The whole course, in reading order. */
export async function listLessons(language: PageLanguage = ORIGINAL): Promise<ListedLesson[]> {
  const entries = await getCollection('lessons')
  const translations = new Map((await getCollection('translations')).map((each) => [each.id, each]))
  return entries
    .sort((a, b) => placeOf(a) - placeOf(b))
    .map((entry, index) => {
      const read = PAGE_LANGUAGES.filter(
        (each) => each === ORIGINAL || translations.has(`${each}/${entry.id}`),
      )
      const languages = read.map((each) => ({
        language: each,
        path: `${languagePath(each)}lessons/${entry.id}/`,
      }))
      const here = languages.find((each) => each.language === language) ?? languages[0]!
      const translation = translations.get(`${here.language}/${entry.id}`)
      return {
        entry: translation ? { ...entry, data: { ...entry.data, ...translation.data } } : entry,
        number: index + 1,
        prose: translation ?? entry,
        languages,
        ...here,
      }
    })
}
