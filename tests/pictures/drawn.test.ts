/**
 * Every picture of Part I, as it was when somebody last looked at it. A drawing is a pure function’s value, so it is kept
 * as the marks that it is made of and compared byte for byte: a screenshot would differ between two versions of a
 * browser where nothing has changed, or pass where a tenth of a pixel hides what has.
 *
 * When a picture is meant to change: `npx vitest run tests/pictures/drawn -u`, then open the files in a browser, from
 * here, where they have the site’s looks, and look at each of them.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openLesson } from '#notebook/build/lesson.ts'
import type { ViewData } from '#notebook/shared/view.ts'
import { accessesOverTimePicture } from '#pictures/accesses-over-time-picture.ts'
import { bytesPicture } from '#pictures/bytes-picture.ts'
import { cachesPicture } from '#pictures/caches-picture.ts'
import { curvePicture } from '#pictures/curve-picture.ts'
import { framePicture } from '#pictures/frame-picture.ts'
import { journeyPicture } from '#pictures/journey-picture.ts'
import { mapPicture } from '#pictures/map-picture.ts'
import type { Picture } from '#pictures/marks.ts'
import { sideBySidePicture } from '#pictures/side-by-side-picture.ts'
import { spacesPicture } from '#pictures/spaces-picture.ts'
import { walkPicture } from '#pictures/walk-picture.ts'
import { drawnSvg } from './drawn-svg.ts'

const LESSONS = join(import.meta.dirname, '../../content/lessons')
const KEPT = join(import.meta.dirname, 'drawn')
const folders = readdirSync(LESSONS).filter((folder) => /^(0\d|10)-/.test(folder))

function pictureOf(view: ViewData): Picture | undefined {
  switch (view.kind) {
    case 'accesses-over-time':
      return accessesOverTimePicture(view)
    case 'bytes':
      return bytesPicture(view)
    case 'caches':
      return cachesPicture(view)
    case 'curve':
      return curvePicture(view)
    case 'frame':
      return framePicture(view)
    case 'journey':
      return journeyPicture(view)
    case 'map':
      return mapPicture(view)
    case 'side-by-side':
      return sideBySidePicture(view)
    case 'spaces':
      return spacesPicture(view)
    case 'walk':
      return walkPicture(view)
    default:
      return undefined
  }
}

/** The pictures of a lesson’s cells, by the names of their files. */
function picturesOf(folder: string): [file: string, svg: string][] {
  const lesson = openLesson({ id: folder, filePath: join(LESSONS, folder, 'lesson.mdx') })
  return lesson.cells.flatMap(({ id }) =>
    lesson.result(id).views.flatMap((view): [string, string][] => {
      const picture = pictureOf(view)
      const file = `${folder.slice(0, 2)}.${id}.${view.kind}.svg`
      return picture === undefined ? [] : [[file, drawnSvg(view.kind, picture)]]
    }),
  )
}

const lessons = folders.map((folder) => [folder, picturesOf(folder)] as const)

describe.each(lessons)('%s', (_, pictures) => {
  it.each(pictures)('%s', async (file, svg) => {
    await expect(svg).toMatchFileSnapshot(join(KEPT, file))
  })
})

it('keeps no picture that no lesson shows', () => {
  const shown = lessons.flatMap(([, pictures]) => pictures.map(([file]) => file))
  expect(readdirSync(KEPT).sort()).toEqual(shown.sort())
})
