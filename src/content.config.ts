import { existsSync } from 'node:fs'
import { file, glob } from 'astro/loaders'
import { z } from 'astro/zod'
import { defineCollection } from 'astro:content'
import { lessonFolders } from '#notebook/build/lesson-folders.ts'
import { PAGE_LANGUAGES } from '#site/words.ts'
import { PARTIES, type Party } from '#widgets/view/parties.ts'

/** `03-rsp-and-the-stack` is lesson 3, and its page is `/lessons/rsp-and-the-stack/`. */
const FOLDER = /(?:^|\/)(?<order>\d\d)-(?<slug>[a-z0-9-]+)\/lesson(?:\.(?<language>[a-z]+))?\.mdx$/

function lessonSlug(entry: string): string {
  const { slug } = partsOf(entry)
  const other = lessonsBySlug.get(slug)
  if (other !== undefined && other !== entry && existsSync(other))
    throw new Error(
      `${entry}: there is a lesson of that name in ${other} already. Give its folder another one.`,
    )
  lessonsBySlug.set(slug, entry)
  return slug
}

const lessonsBySlug = new Map<string, string>()

/** `lesson.de.mdx` beside a lesson is its translation into German. */
function translationId(entry: string): string {
  const { slug, language } = partsOf(entry)
  if (!PAGE_LANGUAGES.some((known) => known === language))
    throw new Error(`${entry}: there are no words in “${language}” in src/site/words.ts yet.`)
  return `${language}/${slug}`
}

function partsOf(entry: string): { slug: string; language: string } {
  const { slug, language = '' } = FOLDER.exec(entry)?.groups ?? {}
  if (!slug) throw new Error(`${entry}: name a lesson's folder like 03-rsp-and-the-stack.`)
  return { slug, language }
}

const oneOrMore = <Item extends z.ZodType>(item: Item) =>
  z.union([item.transform((single) => [single]), z.array(item).min(1)])

/** What is said of a lesson, and in other words in each language. */
const told = {
  title: z.string(),
  /** The title as it stands in the course's contents. */
  short: z.string(),
  description: z.string().max(160),
  /** What a reader must know before, as a sentence. */
  needs: z.string(),
  /** What a reader can do afterwards, each as it goes on after “you can”. */
  goals: z.array(z.string()).min(1),
  /** What a reader knows at its end, each as a sentence; code between backticks. */
  known: z.array(z.string()).min(1),
}

const lessons = defineCollection({
  loader: glob({
    base: '.',
    pattern: lessonFolders().map((folder) => `${folder}/*/lesson.mdx`),
    generateId: ({ entry }) => lessonSlug(entry),
  }),
  schema: z.strictObject({
    ...told,
    /** Which part of the course it belongs to, counted from 1; the third are a teacher's own. */
    part: z.union([z.literal(1), z.literal(2), z.literal(3)]).default(1),
    /** In lessons of the first part: headings of the source document whose recorded values this lesson must show. */
    section: oneOrMore(z.string()).optional(),
    /** How long it takes a reader who does its exercises. */
    minutes: z.int().positive(),
    /** Whose part of the answer the lesson tells. */
    who: z.array(z.enum(Object.keys(PARTIES) as [Party, ...Party[]])).optional(),
  }),
})

/** What lessons are in other languages. Everything else of them is the lesson's own. */
const translations = defineCollection({
  loader: glob({
    base: '.',
    pattern: lessonFolders().map((folder) => `${folder}/*/lesson.*.mdx`),
    generateId: ({ entry }) => translationId(entry),
  }),
  schema: z.strictObject(told),
})

/** The words of the course, each explained where it stands and on a page of their own. */
const glossary = defineCollection({
  loader: file('./content/glossary.yaml'),
  schema: z.strictObject({
    id: z.string(),
    term: z.string(),
    /** Other ways to write it. */
    also: z.array(z.string()).default([]),
    /** What is written the same and means something else: a form by itself, or a phrase that it stands in. */
    except: z.array(z.string()).default([]),
    says: z.string(),
    /** The lesson that explains it. */
    lesson: z.string().optional(),
  }),
})

/** What the compiler objects to: each code with the smallest program that brings it about, by what they are about. */
const errors = defineCollection({
  loader: file('./content/errors.yaml'),
  schema: z.strictObject({
    id: z.string(),
    theme: z.string(),
    errors: z.array(
      z.strictObject({
        code: z.string().regex(/^E\d{4}$/),
        title: z.string(),
        /** Why it is one, and what to write; code between backticks. */
        says: z.string(),
        example: z.string(),
      }),
    ),
  }),
})

/** What the scratchpad offers to begin with. */
const examples = defineCollection({
  loader: file('./content/examples.yaml'),
  schema: z.strictObject({
    id: z.string(),
    theme: z.string(),
    examples: z.array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9-]+$/),
        title: z.string(),
        /** How its last cell ends, which a test holds it to. */
        ends: z.record(z.string(), z.string()),
        /** Cells of a pad, without their names. */
        cells: z.array(z.record(z.string(), z.union([z.string(), z.boolean()]))).min(1),
      }),
    ),
  }),
})

export const collections = { lessons, translations, glossary, errors, examples }
