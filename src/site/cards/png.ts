import { Resvg } from '@resvg/resvg-js'
import { faces } from '../fonts/faces.ts'

/** An SVG as a PNG, set in the site's own faces, which the build has cut before. @param width in pixels */
export function pngOf(svg: string, width: number): Uint8Array<ArrayBuffer> {
  const image = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: { loadSystemFonts: false, fontFiles: faces.map(({ name }) => `.cache/fonts/${name}.ttf`) },
  })
  return new Uint8Array(image.render().asPng())
}

/** An icon file with one image, which Windows and every browser since 2010 take as a PNG (ICO, [MS-ICO]). */
export function icoOf(png: Uint8Array, width: number): Uint8Array<ArrayBuffer> {
  const HEADER = 6
  const ENTRY = 16
  const file = new Uint8Array(HEADER + ENTRY + png.length)
  const view = new DataView(file.buffer)
  view.setUint16(2, 1, true) // an icon
  view.setUint16(4, 1, true) // one image
  view.setUint8(HEADER, width)
  view.setUint8(HEADER + 1, width)
  view.setUint16(HEADER + 4, 1, true) // planes
  view.setUint16(HEADER + 6, 32, true) // bits a pixel
  view.setUint32(HEADER + 8, png.length, true)
  view.setUint32(HEADER + 12, HEADER + ENTRY, true)
  file.set(png, HEADER + ENTRY)
  return file
}
