import { fact } from '#engine/facts.ts'
import { subject, variable, type Fact } from '#engine/facts/fact.ts'
import { factText } from '#engine/facts/fact-value.ts'
import { FLAGS } from '#engine/isa/flags.ts'
import { registerNamed, registerOf, type Register } from '#engine/isa/registers.ts'
import { formsOf, instructionNamed } from '#engine/isa/table.ts'
import { PRESETS } from '#engine/machine/design/presets.ts'
import { SETTING_LINES } from '#engine/machine/design/settings.ts'
import type { Machine } from '#engine/machine/machine.ts'
import { compile } from '#engine/rust/compile.ts'
import { showValue } from '#notebook/shared/show-value.ts'
import { wordAt, type AssistQuestion, type Explanation } from '#notebook/shared/assist.ts'

type Card = Pick<Explanation, 'title' | 'lines'>

/** How many forms of an instruction a card names. */
const MOST_FORMS = 6

/** What the word at a place means. @param machine as the cell has left it, where it has run */
export function explain(question: AssistQuestion, machine?: Machine): Explanation | undefined {
  if (question.language === 'machine') return explainMachine(question)
  const { from, to, text } = wordAt(question.source, question.at)
  if (text === '') return undefined
  const card =
    question.language === 'rust'
      ? variableCard(question, from, text, machine)
      : (registerCard(text, machine) ??
        flagCard(text) ??
        (question.language === 'asm' ? instructionCard(text) : undefined))
  return card && { from, to, ...card }
}

/** Names of machines have hyphens. */
function explainMachine({ source, at }: AssistQuestion): Explanation | undefined {
  const before = /[\w-]*$/.exec(source.slice(0, at))![0]
  const text = before + /^[\w-]*/.exec(source.slice(at))![0]
  const from = at - before.length
  const card = machineCard(text)
  return card && { from, to: from + text.length, ...card }
}

/** What a line of a machine says, or where a preset is described. */
function machineCard(word: string): Card | undefined {
  const line = SETTING_LINES.find(({ key }) => key === word.toLowerCase())
  if (line !== undefined) return { title: line.key, lines: [line.about, `For example: ${line.example}`] }
  const preset = Object.hasOwn(PRESETS, word) ? PRESETS[word] : undefined
  return preset && { title: word, lines: [capital(preset.title) + '.', `Source: ${preset.source}.`] }
}

/** What an instruction does, how it can be written, and which flags it changes. */
function instructionCard(word: string): Card | undefined {
  const row = instructionNamed(word.toLowerCase())
  if (row === undefined) return undefined
  const forms = formsOf(row).map(
    ({ notation: [encoding, operands] }) => `${row.mnemonic} ${operands}`.trim() + `   ${encoding}`,
  )
  const more = forms.length > MOST_FORMS ? [`and ${forms.length - MOST_FORMS} more forms`] : []
  const { written, undefined: left } = row.flags
  const flags = [
    ...(written.length > 0 ? [`It sets ${names(written)}.`] : ['It changes no flags.']),
    ...(left.length > 0 ? [`It leaves ${names(left)} undefined.`] : []),
  ]
  return {
    title: row.mnemonic,
    lines: [row.summary, ...flags, `For example: ${row.example}`, ...forms.slice(0, MOST_FORMS), ...more],
  }
}

const names = (flags: readonly string[]) => flags.map((flag) => flag.toUpperCase()).join(', ')

/** Which bits of which register a name is for, and what it held at the end of the run. */
function registerCard(word: string, machine: Machine | undefined): Card | undefined {
  const name = word.toLowerCase()
  const register = registerNamed(name)
  if (register === undefined) return undefined
  const about = aboutRegister(register)
  return {
    title: name.toUpperCase(),
    lines: [capital(about), ...heldLine(machine, { subject: subject('registers'), property: name })],
  }
}

function aboutRegister({ number, size, high }: Register): string {
  if (size === 128) return 'A register of 128 bits: floats, doubles or whole numbers, one beside the other.'
  if (size === 64) return 'A register of 64 bits.'
  const bits = high ? 'bits 15 to 8' : `the low ${size} bits`
  return `${bits} of ${registerOf(number, 64).name.toUpperCase()}.`
}

function flagCard(word: string): Card | undefined {
  const flag = FLAGS.find(({ name }) => name === word.toLowerCase())
  if (flag === undefined) return undefined
  const [clear, set] = flag.meanings
  return { title: `${flag.name.toUpperCase()}, ${flag.title}`, lines: [`0: ${clear}.`, `1: ${set}.`] }
}

/** A variable's type and slot; what the compiler says now, and what the last run left there. */
function variableCard(
  { source }: AssistQuestion,
  from: number,
  word: string,
  machine: Machine | undefined,
): Card | undefined {
  const compiled = compile(source, { layout: 'debug' })
  if (!compiled.ok) return undefined
  const found = compiled.functions
    .flatMap((inFunction) => inFunction.symbols.map((symbol) => ({ symbol, inFunction })))
    .find(
      ({ symbol: { name, scope, from: at } }) =>
        name === word && (at === from || (scope.from <= from && from <= scope.to)),
    )
  if (found === undefined) return undefined
  const { symbol, inFunction } = found
  // The name of a variable that is shadowed means another one to whoever asks for facts.
  const isNamed = inFunction.symbols.findLast(({ name }) => name === word) === symbol
  const asked = isNamed ? machine : undefined
  const ofVariable = (property: string): Fact => ({ subject: variable(word, inFunction.name), property })
  const offset = asked && fact(asked, ofVariable('offset'))
  const slot = offset === undefined ? [] : [`Its slot begins at RBP ${showValue(factText(offset))}.`]
  return {
    title: `${word}: ${symbol.type}`,
    lines: [
      `${symbol.size} bytes, aligned to ${symbol.alignment}.`,
      ...slot,
      ...heldLine(asked, ofVariable('value')),
    ],
  }
}

function heldLine(machine: Machine | undefined, asked: Fact): string[] {
  const held = machine && fact(machine, asked)
  return held === undefined
    ? []
    : [`At the end of the last run it held ${showValue(factText(held), 'full')}.`]
}

const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1)
