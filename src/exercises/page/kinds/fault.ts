import { isString, type PageKind } from './page-kind.ts'

export const fault: PageKind<'fault'> = {
  empty: () => ({ kind: 'fault', line: -1, text: '' }),
  read: ({ line, text }, empty) => ({
    kind: 'fault',
    line: typeof line === 'number' ? line : empty.line,
    text: isString(text) ? text : empty.text,
  }),
  fromEdit(source, { lines }) {
    const changed = source.split('\n')
    const [line, ...others] = lines.flatMap((text, at) => (text === changed[at] ? [] : [at]))
    const isOneLine = line !== undefined && others.length === 0 && changed.length === lines.length
    return isOneLine ? { kind: 'fault', line, text: changed[line]! } : undefined
  },
  early({ lines }, fields) {
    const line = lines.findIndex((_, index) => fields[index]?.checked)
    return line < 0 ? undefined : { kind: 'fault', line, text: fields[lines.length]?.value || lines[line]! }
  },
  about: (_task, part) => (part === 0 ? '' : 'What should stand there'),
  solved: ({ line, text }, { lines }) => ({
    kind: 'pairs',
    pairs: [
      {
        of: [
          [
            { kind: 'text', text: `Line ${line + 1}, instead of ` },
            { kind: 'code', text: lines[line]!.trim() },
          ],
        ],
        is: [[{ kind: 'code', text: text.trim() }]],
      },
    ],
  }),
}
