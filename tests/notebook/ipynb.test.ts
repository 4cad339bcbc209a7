import { describe, expect, test } from 'vitest'
import { notebookOf, type NotebookLesson } from '#notebook/build/ipynb.ts'
import { cell } from './cells.ts'

const MDX = `---
title: T
---

Before, <Fact of="x.value" /> and \`<Cell>\`.

<Cell file="a.rs" />

{/* not for readers */}

<Reality claims="C1">
It is
simpler.
</Reality>

\`\`\`asm
<Fact of="kept" />
\`\`\`

<Cell file="b.asm" id="b" after="a" />

<Exercise id="e" />
`

const LESSON: NotebookLesson = {
  title: 'The lesson',
  description: 'What it is about',
  mdx: MDX,
  cells: [cell('a', 'fn a() {}'), cell('b', '?', { language: 'asm' })],
  result: (id) => ({
    state: 'done',
    diagnostics: id === 'b' ? [{ severity: 'error', message: 'No such instruction.', from: 0, to: 1 }] : [],
    views: id === 'a' ? [{ kind: 'console', output: { fact: 'console.text', value: 'hi' } }] : [],
    facts: {},
  }),
  fact: (of, of2) => (of === 'x.value' && of2 === 'a' ? '42' : '?'),
  html: () => '<table><tr><th>A</th><td>1 &lt; 2</td></tr><tr><td>B</td></tr></table>',
}

describe('a lesson as a notebook', () => {
  const notebook = notebookOf(LESSON)

  test('is of the format, with an id for each cell', () => {
    expect([notebook.nbformat, notebook.nbformat_minor]).toEqual([4, 5])
    const ids = notebook.cells.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^[a-zA-Z0-9-_]{1,64}$/)
  })

  test('has prose and cells in their order', () => {
    expect(notebook.cells.map(({ cell_type, source }) => [cell_type, source])).toEqual([
      ['markdown', '# The lesson\n\n*What it is about*'],
      ['markdown', 'Before, 42 and `<Cell>`.'],
      ['code', 'fn a() {}'],
      ['markdown', '> **Model and reality**\n>\n> It is\n> simpler.\n\n```asm\n<Fact of="kept" />\n```'],
      ['code', '?'],
      ['markdown', '*Here the page has an exercise.*'],
    ])
  })

  test('has what the cells have produced, as HTML and as text, and what was wrong', () => {
    const outputs = notebook.cells.flatMap((one) => ('outputs' in one ? [one.outputs] : []))
    expect(outputs[0]).toEqual([
      {
        output_type: 'execute_result',
        execution_count: 1,
        metadata: {},
        data: { 'text/plain': 'A  1 < 2\nB', 'text/html': LESSON.html('a') },
      },
    ])
    expect(outputs[1]).toEqual([{ output_type: 'stream', name: 'stderr', text: 'No such instruction.\n' }])
  })
})
