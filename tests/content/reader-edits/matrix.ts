import { apply } from './edit.ts'
import { cellsOfCourse, type EditedCell } from './course.ts'
import { lineEdits } from './line-edits.ts'
import { RUST_EDITS } from './rust-edits.ts'
import { textEdits } from './text-edits.ts'

/** Every cell of the course with all that readers do to it. */
export function matrix(): { readonly cell: EditedCell; readonly edits: ReturnType<typeof apply> }[] {
  return cellsOfCourse().map((edited) => {
    const { language, source } = edited.cell
    const own = language === 'rust' ? RUST_EDITS : lineEdits(language)
    return { cell: edited, edits: apply([...own, ...textEdits(language)], source) }
  })
}
