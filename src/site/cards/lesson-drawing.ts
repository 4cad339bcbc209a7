import { openLesson, type LessonEntry } from '#notebook/build/lesson.ts'
import type { ViewData } from '#notebook/shared/view.ts'
import { bytesPicture } from '#pictures/bytes-picture.ts'
import { framePicture } from '#pictures/frame-picture.ts'
import { journeyPicture } from '#pictures/journey-picture.ts'
import type { Drawing } from '#pictures/marks.ts'
import { spacesPicture } from '#pictures/spaces-picture.ts'
import { walkPicture } from '#pictures/walk-picture.ts'

/** The first picture that a lesson shows, if it has one; as a phone sees it where that fills the card better. */
export function lessonDrawing(entry: LessonEntry): Drawing | undefined {
  const lesson = openLesson(entry)
  for (const { id } of lesson.cells)
    for (const view of lesson.result(id).views) {
      const drawing = drawingOf(view)
      if (drawing) return drawing
    }
  return undefined
}

function drawingOf(view: ViewData): Drawing | undefined {
  switch (view.kind) {
    case 'frame':
      return framePicture(view).wide
    case 'walk':
      return walkPicture(view).wide
    case 'bytes':
      return bytesPicture(view).wide
    case 'spaces':
      return spacesPicture(view).wide
    case 'journey':
      return journeyPicture(view).wide
    default:
      return undefined
  }
}
