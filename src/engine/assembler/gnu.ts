import { registerNamed } from '../isa/registers.ts'
import { messages, type Message, type Span } from './messages.ts'

/** Directives of the GNU assembler, and what to write instead. */
const GNU_DIRECTIVES: Record<string, string | undefined> = {
  '.text': 'section .text',
  '.data': 'section .data',
  '.bss': 'section .bss',
  '.section': 'section .rodata',
  '.globl': 'global',
  '.global': 'global',
  '.byte': 'db',
  '.word': 'dw',
  '.short': 'dw',
  '.value': 'dw',
  '.long': 'dd',
  '.int': 'dd',
  '.quad': 'dq',
  '.ascii': 'db "text"',
  '.asciz': 'db "text", 0',
  '.string': 'db "text", 0',
  '.zero': 'times 8 db 0',
  '.skip': 'resb 8',
  '.space': 'resb 8',
  '.equ': 'name equ 8',
  '.set': 'name equ 8',
  '.align': 'align 8',
  '.balign': 'align 8',
  '.p2align': 'align 8',
  '.intel_syntax': undefined,
  '.att_syntax': undefined,
  '.file': undefined,
  '.type': undefined,
  '.size': undefined,
  '.ident': undefined,
  '.loc': undefined,
}

/** A mistake in a line that is written for the GNU assembler is explained as that. */
export function refuseGnu(
  source: string,
  mistake: { span: Span; said: Message },
): { span: Span; said: Message } {
  const from = source.lastIndexOf('\n', mistake.span.from - 1) + 1
  const end = source.indexOf('\n', from)
  const line = source.slice(from, end < 0 ? source.length : end)
  const at = (match: RegExpExecArray, group = 1): Span => {
    const start = from + match.index + match[0].indexOf(match[group]!)
    return { from: start, to: start + match[group]!.length }
  }
  const directive = /^\s*(?:\w+:\s*)?(\.[a-z_0-9]+)(?![\w.]*:)/.exec(line)
  if (directive !== null && (directive[1]! in GNU_DIRECTIVES || directive[1]!.startsWith('.cfi_'))) {
    return { span: at(directive), said: messages.gnuDirective(directive[1]!, GNU_DIRECTIVES[directive[1]!]) }
  }
  const register = /(%[a-z][a-z0-9]*)/.exec(line)
  if (register !== null && registerNamed(register[1]!.slice(1)) !== undefined)
    return { span: at(register), said: messages.gnuRegister(register[1]!.slice(1)) }
  const comment = /(#|\/\*|\/\/)/.exec(line.replace(/;.*/, ''))
  if (comment !== null) return { span: at(comment), said: messages.gnuComment(comment[1]!) }
  const immediate = /(\$-?\d+)\b/.exec(line)
  if (immediate !== null) return { span: at(immediate), said: messages.gnuImmediate(immediate[1]!.slice(1)) }
  return mistake
}
