/** Pictures of a way as far as somebody has gone it: their marks say at which station each is reached. */
import { lateStyles } from '../late-styles.ts'
import styles from './show-way.css?url'

const fetchStyles = lateStyles(styles)
const MARKS = 'svg [data-station]'

/** The stations of a way, in order. */
export function stationsIn(place: ParentNode): number[] {
  const all = [...place.querySelectorAll<SVGElement>(MARKS)].map(stationOf)
  return [...new Set(all)].sort((one, other) => one - other)
}

/** Shows a way up to a station, which is lit; without one, all of it as it is drawn. */
export function showWay(place: ParentNode, station: number | undefined): void {
  // Without them the station is told in words all the same.
  if (station !== undefined) void fetchStyles().catch(() => undefined)
  for (const mark of place.querySelectorAll<SVGElement>(MARKS)) {
    const own = stationOf(mark)
    mark.classList.toggle('coming', station !== undefined && own > station)
    const isHere = own === station
    mark.classList.toggle('here', isHere)
    // A line draws itself: of whatever length it is, its dash is as long.
    for (const path of mark.querySelectorAll('path:not(.head)'))
      if (isHere) path.setAttribute('pathLength', '1')
      else path.removeAttribute('pathLength')
  }
}

const stationOf = ({ dataset }: SVGElement): number => Number(dataset['station'])
