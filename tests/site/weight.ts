import { gzipSync } from 'node:zlib'

/** The most that a lesson weighs before it is alive, packed and without the pictures drawn into it, in bytes. */
export const LESSON_BAR = 110 * 1024

/** Bytes of each kind, packed as a host packs them. `drawn` is what pictures add to the HTML as SVG. */
export type Weight = Record<Kind | 'drawn', number>
type Kind = 'html' | 'css' | 'fonts' | 'javascript' | 'pictures'

const KINDS: Readonly<Record<string, Kind>> = { html: 'html', css: 'css', woff2: 'fonts', js: 'javascript' }
const DRAWN = /<svg class="picture[^]*?<\/svg>/g

export const noWeight = (): Weight => ({ html: 0, css: 0, fonts: 0, javascript: 0, pictures: 0, drawn: 0 })

/** Adds one file that a page asks for. `pathname` is its address, with a slash at its end if it is a page. */
export function addFile(weight: Weight, pathname: string, bytes: Buffer): void {
  const kind = pathname.endsWith('/') ? 'html' : (KINDS[pathname.split('.').at(-1) ?? ''] ?? 'pictures')
  const whole = kind === 'fonts' ? bytes.length : packed(bytes)
  const rest = kind === 'html' ? packed(bytes.toString().replace(DRAWN, '')) : whole
  weight[kind] += rest
  weight.drawn += whole - rest
}

export const withoutPictures = ({ html, css, fonts, javascript }: Weight): number =>
  html + css + fonts + javascript

const packed = (content: string | Buffer) => gzipSync(content, { level: 9 }).length
