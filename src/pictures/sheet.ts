import { baseline, round, type LabelLook } from './lettering.ts'
import { arrow, line, strokes, type Point } from './lines.ts'
import type { Box, Drawing, Label, Mark } from './marks.ts'

/** Text in a box, from the box’s upper left corner; `middle` is the height of its middle. */
interface Written {
  readonly key: string
  readonly text: string
  readonly look: LabelLook
  readonly x: number
  readonly middle: number
  readonly anchor?: 'middle' | 'end'
  readonly facts?: readonly string[]
}

type Said = Pick<Label, 'anchor' | 'things' | 'facts' | 'isCompilers'>

/** What marks are put on, one over the other. */
export class Sheet {
  readonly width: number
  /** Which station of a way is being drawn, if it is one. */
  station: number | undefined
  readonly #marks: Mark[] = []

  constructor(width: number) {
    this.width = width
  }

  drawing(height: number): Drawing {
    return { width: this.width, height: round(height), marks: this.#marks }
  }

  box(
    key: string,
    {
      labels = [],
      x,
      y,
      width,
      height,
      ...rest
    }: Omit<Box, 'kind' | 'key' | 'labels'> & { labels?: readonly Written[] },
  ): void {
    this.add({
      kind: 'box',
      key,
      x: round(x),
      y: round(y),
      width: round(width),
      height: round(height),
      ...rest,
      labels: labels.map(({ middle, x: from, ...label }): Label => ({
        kind: 'label',
        ...label,
        x: round(from),
        y: baseline(middle, label.look),
      })),
    })
  }

  text(key: string, text: string, look: LabelLook, x: number, middle: number, said: Said = {}): void {
    if (text === '') return
    this.add({ kind: 'label', key, text, look, x: round(x), y: baseline(middle, look), ...said })
  }

  arrow(key: string, look: string, points: readonly Point[], things?: string): void {
    this.add(arrow(key, look, points, things))
  }

  line(key: string, look: string, points: readonly Point[]): void {
    this.add(line(key, look, points))
  }

  strokes(key: string, look: string, all: Parameters<typeof strokes>[2]): void {
    this.add(strokes(key, look, all))
  }

  add(mark: Mark): void {
    this.#marks.push(this.station === undefined ? mark : { ...mark, station: this.station })
  }
}
