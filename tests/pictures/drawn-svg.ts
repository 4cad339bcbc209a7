/** A picture as a file to keep: both formats beside each other, a mark a line, so that a changed one is a changed line. */
import { escapeHtml } from '#notebook/shared/escape-html.ts'
import { NARROW, WIDE, type Drawing, type Label, type Mark, type Picture } from '#pictures/marks.ts'

const GAP = 40
/** The site’s own looks, where the file is opened beside them; anything else shows outlines. */
const LOOKS = ['styles/tokens.css', 'widgets/picture/picture.css', 'widgets/picture/runs.css'].map(
  (sheet) => `<?xml-stylesheet href="../../../src/${sheet}"?>\n`,
)
const OUTLINES = 'rect,path{fill:none;stroke:#777}.head{fill:#777}text{font:13px serif}'

/** @param kind the view that it is a picture of */
export function drawnSvg(kind: string, { wide, narrow, caption }: Picture): string {
  const [width, height] = [WIDE + GAP + NARROW, Math.max(wide.height, narrow.height)]
  return `${LOOKS.join('')}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}">
<title>${escapeHtml(caption)}</title>
<style>${OUTLINES}</style>
${group(kind, 0, wide)}
${group(kind, WIDE + GAP, narrow)}
</svg>
`
}

function group(kind: string, x: number, { width, height, marks }: Drawing): string {
  const drawn = marks.map((mark) => `${markSvg(mark)}\n`).join('')
  return `<!-- ${width} × ${height} -->\n<g class="picture ${kind}" transform="translate(${x} 0)">\n${drawn}</g>`
}

function markSvg(mark: Mark): string {
  switch (mark.kind) {
    case 'label':
      return labelSvg(mark)
    case 'box':
      return `<g class="${mark.look}" transform="translate(${mark.x} ${mark.y})"><rect width="${mark.width}" height="${mark.height}"/>${mark.labels.map(labelSvg).join('')}</g>`
    case 'line':
      return `<g class="line ${mark.look}"><path d="${mark.path}"/>${mark.head === undefined ? '' : `<path class="head" d="${mark.head}"/>`}</g>`
  }
}

function labelSvg({ x, y, look, text, anchor, isCompilers }: Label): string {
  const looks = isCompilers ? `${look} compilers` : look
  const end = anchor === undefined ? '' : ` text-anchor="${anchor}"`
  return `<text x="${x}" y="${y}" class="${looks}"${end}>${escapeHtml(text)}</text>`
}
