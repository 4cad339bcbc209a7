import type { CellDefinition } from '#notebook/shared/cell.ts'
import { isError } from '#notebook/worker/languages/language.ts'
import { compile } from '#engine/rust/compile.ts'
import type { Answer } from './answers.ts'
import type { Edit } from './edit.ts'
import type { EditedCell } from './course.ts'
import type { Played } from './play.ts'
import { rustShape } from './rust-shape.ts'

/** What real tools refuse, and the course takes on purpose: it is harmless, and comes with text that was pasted. */
const TAKEN_ON_PURPOSE = /no-break spaces|byte order mark|newlines of old|zero-width|\bptr\b/i

/** What uses an address that somebody typed: without page tables there is a byte at every one, on Linux at none of these. */
const AT_TYPED_ADDRESS = /\d as \*(const|mut)/

/** How a refusal says that something is right, and only not here. */
const BY_NAME = /real Rust, but|not here|goes without|does without|room for|course|instruction of x86|kernel/
/** How an assembler's refusal calls something wrong that nasm takes. */
const CALLED_WRONG_OF_ASSEMBLY = /There is no (instruction|label) called `(?!example|label|re`)/

/** In what way the course's answer to an edited cell contradicts a real tool's; undefined where it does not. */
export function contradiction(
  { cell: { language, scheme }, before }: EditedCell,
  edit: Edit,
  { result, stdout, exit }: Played,
  answer: Answer,
): string | undefined {
  if (result === undefined || ((before[0]?.scheme ?? scheme) === 'none' && AT_TYPED_ADDRESS.test(edit.name)))
    return undefined
  const error = result.diagnostics.find(isError)
  const said = error ? `“${error.message}”` : `“${result.message ?? ''}”`
  if (!answer.accepts)
    return error || TAKEN_ON_PURPOSE.test(edit.name)
      ? undefined
      : `is accepted, and refused by its tool: ${said}`
  if (error) {
    const isWrong =
      language === 'rust' ? !BY_NAME.test(error.message) : CALLED_WRONG_OF_ASSEMBLY.test(error.message)
    return isWrong ? `is called wrong, and is right: ${said}` : undefined
  }
  if (answer.exit === undefined || (exit === undefined && result.state === 'done')) return undefined
  // A lesson's machine may be smaller than what the program needs, and says so.
  if (/ran out|no frame was free/.test(result.message ?? '')) return undefined
  const printed = comparable(stdout.split("\nthread 'main'")[0]!)
  if (answer.output !== undefined && comparable(answer.output) !== printed)
    return `prints ${JSON.stringify(printed.slice(0, 200))} for ${JSON.stringify(answer.output.slice(0, 200))}: ${said}`
  if (answer.exit !== (exit ?? null)) return `ends with ${exit ?? 'nothing'} for ${answer.exit}: ${said}`
  return undefined
}

/** An address is another one each time. */
function comparable(text: string): string {
  return text.replaceAll(/0x[0-9a-f]{4,}/g, '0x…')
}

/** Variables that the edit has moved, or given another type. */
export function moved({ layout, source }: CellDefinition, edited: string): string[] {
  const name = rustShape(source)?.name
  const symbolsOf = (text: string) => {
    const compiled = compile(text, { layout })
    return (compiled.ok && compiled.functions.find((each) => each.name === name)?.symbols) || []
  }
  const after = symbolsOf(edited)
  return symbolsOf(source).flatMap(({ name: variable, type, offset }) => {
    const now = after.find((symbol) => symbol.name === variable)
    if (now === undefined || (now.type === type && now.offset === offset)) return []
    return [`${variable}: ${type} at ${offset} is ${now.type} at ${now.offset}`]
  })
}
