/** The parts of a fact's name: `after("sub rsp, 8").registers.rsp` is a moment, a subject and a property. */
export interface FactPath {
  readonly name: string
  /** What stands between the parentheses of `after(…)`. */
  readonly moment?: string
  /** `x`, `registers`, `address(rbp - 1)`; empty for a fact that is one word or one call, such as `root`. */
  readonly subject: string
  /** The last part: `physicalAddress`, `rsp`, `root`, `memory(rbp - 1)`. */
  readonly property: string
}

/** Takes a fact's name apart at the dots that stand outside parentheses and quotes. */
export function factPath(name: string): FactPath {
  const parts = splitAtDots(name.trim())
  const moment = /^after\(([\s\S]*)\)$/.exec(parts[0] ?? '')?.[1]
  const rest = moment === undefined ? parts : parts.slice(1)
  return {
    name: name.trim(),
    ...(moment === undefined ? {} : { moment: moment.trim() }),
    subject: rest.slice(0, -1).join('.'),
    property: rest.at(-1) ?? '',
  }
}

/** The name of another property of the same subject at the same moment. */
export function sibling(path: FactPath, property: string): string {
  return withMoment(path, path.subject === '' ? property : `${path.subject}.${property}`)
}

/** The name of another fact at the same moment. */
export function withMoment(path: FactPath, name: string): string {
  return path.moment === undefined ? name : `after(${path.moment}).${name}`
}

/** What stands between the parentheses of a call such as `address(rbp - 1)`; undefined for anything else. */
export function argumentOf(part: string, call: string): string | undefined {
  return part.startsWith(call + '(') && part.endsWith(')')
    ? part.slice(call.length + 1, -1).trim()
    : undefined
}

function splitAtDots(name: string): string[] {
  const parts = ['']
  let depth = 0
  let quoted = false
  for (const character of name) {
    if (character === '"') quoted = !quoted
    if (!quoted && character === '(') depth += 1
    if (!quoted && character === ')') depth -= 1
    if (character === '.' && depth === 0 && !quoted) parts.push('')
    else parts[parts.length - 1] += character
  }
  return parts
}
