import { globSync } from 'node:fs'
import { isAbsolute, relative, resolve } from 'node:path'

/** Names the folder of lessons that whoever builds the site puts beside the course's own. */
const OWN = 'PAGEWALK_LESSONS'

/**
 * Where lessons lie, in reading order, from the project's folder: the course's own, and behind them those of a teacher.
 * @throws Error where it holds no lesson, or lies outside of the project, where nothing of it could be resolved
 */
export function lessonFolders(own = process.env[OWN], root = process.cwd()): readonly string[] {
  const course = 'content/lessons'
  if (own === undefined || own === '') return [course]
  const folder = relative(root, resolve(root, own)).replaceAll('\\', '/')
  const isInside = folder !== '' && !/^\.\.(?:\/|$)/.test(folder) && !isAbsolute(folder)
  if (!isInside || globSync(`${folder}/*/lesson.mdx`, { cwd: root }).length === 0)
    throw new Error(
      `${OWN} names ${own}: there is no such folder of lessons inside ${root}. Copy your lessons into the project, beside content/.`,
    )
  return folder === course ? [course] : [course, folder]
}

/** The prose of every lesson, in reading order. */
export function lessonFiles(): readonly string[] {
  return lessonFolders().flatMap((folder) => globSync(`${folder}/*/lesson.mdx`).sort())
}
