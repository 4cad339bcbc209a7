import { expect, it } from 'vitest'
import { highlightSource } from '#notebook/shared/highlight-source.ts'

it('colours every language by classes, and keeps the text', () => {
  const sources = {
    rust: 'fn example() {\n    let x: u8 = 42; // <1 byte>\n}',
    asm: 'example:\n    mov byte [rbp - 1], 42 ; store',
    pages: '0x7FFF007FE → 0x5000 RW',
    access: 'read u8 [rbp - 1]',
  } as const
  for (const [language, source] of Object.entries(sources)) {
    const html = highlightSource(source, language as keyof typeof sources)
    expect(html).toMatch(/<span class="tok-/)
    expect(
      html
        .replace(/<[^>]*>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>'),
    ).toBe(source)
  }
})

it('gives the words of assembly classes of their own', () => {
  const html = highlightSource('main:\n    mov rax, 42', 'asm')
  for (const token of ['tok-label', 'tok-mnemonic', 'tok-register', 'tok-number'])
    expect(html).toContain(token)
})

it('marks a mistake under its characters and says it below its line', () => {
  const diagnostics = [{ message: '300 is too large.', from: 8, to: 11, severity: 'error' as const }]
  const html = highlightSource('let x = 300;\n}', 'rust', diagnostics)
  expect(html).toContain('<span class="tok-number mistake error">300</span>')
  expect(html.split('\n')[1]).toBe('<span class="sentence error">300 is too large.</span>}')
})

it('marks what has to do with a mistake, and says what, each below its own line', () => {
  const labels = [{ from: 0, to: 3, text: 'it is lent here' }]
  const diagnostics = [{ message: 'It moves.', from: 9, to: 10, severity: 'error' as const, labels }]
  const html = highlightSource('let x;\n  y', 'rust', diagnostics)
  expect(html).toMatch(/<span class="tok-\w+ mistake label">let<\/span>/)
  expect(html).toContain('\n<span class="sentence label">it is lent here</span>')
  expect(html).toMatch(/\n<span class="sentence error">It moves\.<\/span>$/)
})
