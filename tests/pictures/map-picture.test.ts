import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hex } from '#engine/units.ts'
import type { MapView } from '#notebook/shared/picture-view.ts'
import { mapPicture } from '#pictures/map-picture.ts'
import type { Box } from '#pictures/marks.ts'
import { labelsOf } from './measure.ts'
import { DOCUMENT, expectWellSet, viewOf } from './ran.ts'

const LINUX = { image: 'linux', scheme: 'four-level', stop: 'end' } as const
const view = viewOf('map', DOCUMENT, LINUX)
const boxes = ({ wide }: ReturnType<typeof mapPicture>, look: string) =>
  wide.marks.filter((mark): mark is Box => mark.kind === 'box' && mark.look === look)

it('shows 128 TiB and, bar by bar, the byte at every place', () => {
  view.places.forEach(({ address }, place) => {
    const picture = mapPicture(view, place)
    expectWellSet(picture)
    const texts = labelsOf(picture.wide).map(({ what }) => what)
    expect(texts).toContain('128 TiB: all of it')
    for (const size of ['128 GiB', '128 MiB', '128 KiB', '128 bytes']) expect(texts).toContain(size)
    expect(texts.map((text) => text.replaceAll('_', ''))).toContain(address)
  })
})

it('draws what is mapped where it is, no narrower than a hair, and says how much that is', () => {
  const picture = mapPicture(view)
  const regions = boxes(picture, 'region').filter(({ key }) => key.startsWith('region 0 '))
  expect(regions).toHaveLength(view.regions.length)
  for (const [index, { x, width }] of regions.entries()) {
    const share = Number(view.regions[index]!.start) / 2 ** 47
    expect(Math.abs(x - 4 - share * 672)).toBeLessThan(3)
    expect(width).toBeGreaterThanOrEqual(1.5)
  }
  expect(boxes(picture, 'resident').length).toBeGreaterThan(0)
  expect(picture.caption).toMatch(/^Of 128 TiB the process has \d+ [KM]iB: one byte in [\d\u202F]+\./)
})

it('is set well for any regions', () => {
  const bits = fc.constantFrom(47, 48, 32, 15)
  const region = fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.integer({ min: 1, max: 5 }))
  fc.assert(
    fc.property(bits, fc.array(region, { minLength: 1, maxLength: 6 }), (width, wanted) => {
      // One after the other, as regions lie: none over another.
      let end = 0n
      const regions = wanted.map(([share, pages], index) => {
        const start = end + (BigInt(Math.floor((share * (2 ** width - 8192)) / 6)) & ~0xffn)
        end = start + BigInt(pages) * 256n
        return { name: `region ${index}`, start: hex(start), end: hex(end) }
      })
      const places = regions.map(({ name, start }) => ({ name, address: start }))
      const made: MapView = { ...view, bits: width, regions, places, resident: regions.slice(0, 1) }
      expectWellSet(mapPicture(made, places.length - 1))
    }),
    { numRuns: Number(process.env['PAGEWALK_PICTURES'] ?? 25) },
  )
})
