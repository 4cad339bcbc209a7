import { editsFrom, type Edit } from './edit.ts'

const NO_BREAK_SPACE = '\u00a0'
const BYTE_ORDER_MARK = '\ufeff'
const ZERO_WIDTH_SPACE = '\u200b'

const eachLine = (source: string, change: (line: string) => string) =>
  source.split('\n').map(change).join('\n')
const mark = (language: string) => (language === 'rust' ? '//' : language === 'asm' ? ';' : '#')

/** What happens to any text, whatever its language: pasted, emptied, commented out, cut off. */
export function textEdits(language: string): Edit[] {
  const comment = mark(language)
  return editsFrom({
    'empty it': () => '',
    'leave a space': () => ' ',
    'leave empty lines': () => '\n\n\n',
    'leave a comment': () => `${comment} nothing`,
    'comment it out': (source) => eachLine(source, (line) => `${comment} ${line}`),
    'comment the first line out': (source) => `${comment} ${source}`,
    'paste it twice': (source) => `${source}\n${source}`,
    'paste it twice with an empty line': (source) => `${source}\n\n${source}\n`,
    'end with a newline': (source) => `${source}\n`,
    'begin with empty lines': (source) => `\n\n${source}`,
    'paste it from Windows': (source) => source.replaceAll('\n', '\r\n'),
    'paste it with the newlines of old': (source) => source.replaceAll('\n', '\r'),
    'indent it by tabs': (source) => `\t${source.replaceAll('\n', '\n\t')}`,
    'indent it by no-break spaces': (source) => eachLine(source, (line) => NO_BREAK_SPACE.repeat(4) + line),
    'paste no-break spaces': (source) => source.replaceAll(' ', NO_BREAK_SPACE),
    'paste a byte order mark': (source) => BYTE_ORDER_MARK + source,
    'paste a zero-width space': (source) => source.replace(' ', ` ${ZERO_WIDTH_SPACE}`),
    'put spaces at line ends': (source) => eachLine(source, (line) => `${line}   `),
    'paste smart quotes': (source) => `${source}\n“text” ‘c’`,
    'paste a long dash': (source) => source.replace(/-|=/, '–'),
    'paste a Markdown fence': (source) => `\`\`\`\n${source}\n\`\`\``,
    'write prose': () => 'hello, how does this work?',
    'write an emoji': (source) => `${source} 🙂`,
    'lose the last character': (source) => source.slice(0, -1),
    'lose the first character': (source) => source.slice(1),
    'lose the second half': (source) => source.slice(0, source.length / 2),
    'lose the last line': (source) => source.split('\n').slice(0, -1).join('\n'),
    'lose the first line': (source) => source.split('\n').slice(1).join('\n'),
    'turn the lines over': (source) => source.split('\n').reverse().join('\n'),
    'put it on one line': (source) => source.replaceAll('\n', ' '),
    'write it in capitals': (source) => source.toUpperCase(),
    'write the first word twice': (source) => source.replace(/^\S+/, '$& $&'),
    'put a semicolon behind it': (source) => `${source};`,
    'a number larger': (source) => source.replace(/\b\d+\b(?!\])/, (digits) => String(Number(digits) + 1)),
    'a number far too large': (source) => source.replace(/\b\d+\b/, '99999999999999999999999'),
    'a number without digits': (source) => source.replace(/\b\d+\b/, '0x'),
    'a number below zero': (source) => source.replace(/\b\d+\b/, '-1'),
  })
}
