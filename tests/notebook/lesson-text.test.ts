import { describe, expect, it } from 'vitest'
import { checkProse } from '#notebook/build/check-prose.ts'
import { proseOf, tagsNamed } from '#notebook/build/mdx-tags.ts'
import { readCells } from '#notebook/build/read-cells.ts'
import { readFacts } from '#notebook/build/read-facts.ts'

const FRONTMATTER = '---\ntitle: A lesson\n---\n'
const SNIPPETS: Record<string, string> = { 'example.rs': 'fn example() {}\n', 'page.pages': '' }

function cellsOf(body: string) {
  return readCells('lesson.mdx', proseOf(FRONTMATTER + body), (file) => SNIPPETS[file])
}

describe('the cells of a lesson', () => {
  it('are read in order, with their attributes and snippets', () => {
    const cells = cellsOf(
      '<Cell file="page.pages" scheme="four-level" show="table split" of="x, y" />\n\n' +
        `<Cell file="example.rs" id='moved' after="page" title="let value = x;" stop="end" />`,
    )
    expect(cells).toEqual([
      expect.objectContaining({
        id: 'page',
        language: 'pages',
        scheme: 'four-level',
        show: ['table', 'split'],
        of: ['x', 'y'],
      }),
      expect.objectContaining({
        id: 'moved',
        after: 'page',
        title: 'let value = x;',
        stop: 'end',
        source: 'fn example() {}',
      }),
    ])
  })

  it('are not looked for in fenced samples, comments and inline code', () => {
    expect(
      cellsOf(
        '```mdx\n<Cell file="none.rs" />\n```\n{/* <Cell file="none.rs" /> */} `<Cell file="none.rs" />`',
      ),
    ).toEqual([])
  })

  it.each([
    ['<Cell />', 'needs the attribute file'],
    ['<Cell file="none.rs" />', 'there is no file none.rs beside the lesson'],
    ['<Cell file="example.rs" show="stakc" />', 'there is no view “stakc”'],
    ['<Cell file="example.rs" after="later" />', 'names no cell above this one'],
    ['<Cell file="example.rs" shwo="stack" />', 'has no attribute “shwo”'],
    ['<Cell file="example.rs" layout="loose" />', 'layout="loose" is none of packed, debug'],
    ['<Cell file={name} />', 'takes a text in quotes'],
    ['<Cell file="example.rs" at="the end" />', 'at="the end" is no moment'],
    ['<Cell file="lesson.txt" />', 'in no language of the cells'],
    ['<Cell file="example.rs" of="x." />', 'of="x." is nothing that can be asked about'],
  ])('stop the build with file and line: %s', (tag, message) => {
    expect(() => cellsOf(`Prose.\n\n${tag}`)).toThrow(new RegExp(`^lesson\\.mdx:6: .*${message}`))
  })

  it('have names of their own', () => {
    expect(() => cellsOf('<Cell file="example.rs" />\n<Cell file="example.rs" />')).toThrow('lesson.mdx:5:')
  })
})

describe('the facts of a lesson', () => {
  const factsOf = (body: string) => readFacts('lesson.mdx', proseOf(FRONTMATTER + body), cellsOf(body))
  const CELL = '<Cell file="example.rs" />'

  it('are read with the cell they ask', () => {
    expect(factsOf(`${CELL}\n\nAt <Fact of="x.offset" />.`)).toMatchObject([
      { of: 'x.offset', fact: { property: 'offset' }, cell: 'example', line: 6, column: 14 },
    ])
  })

  it.each([
    ['<Fact of="x.colour" />', '6:16: .*no “colour” of x'],
    ['<Fact cell="example" of="flags.offset" />', '6:35: .*variable\\(flags\\)'],
    ["<Fact\n of='after(x).root' />", '7:12: .*number'],
    ['<Fact />', '6: .*needs the attribute of'],
    ['<Fact of="x.offset" cell="none" />', '6: .*“none”, which the lesson does not have'],
  ])('stop the build where they are wrong: %s', (tag, message) => {
    expect(() => factsOf(`${CELL}\n\nx: ${tag}`)).toThrow(new RegExp(`^lesson\\.mdx:${message}`))
  })
})

describe('an address typed by hand', () => {
  const check = (body: string) => () => checkProse('lesson.mdx', proseOf(FRONTMATTER + body))

  it.each([
    'x lies at 0x7FFF007FEFFF.',
    'x lies at 0x7FFF_007F_EFFF.',
    'x lies at `0x5FFF`.',
    'x lies at 0x7FFF...EFFF.',
    '| `0x5FFF` | 42 |',
  ])('stops the build: %s', (prose) => {
    expect(check(`One line.\n${prose}`)).toThrow('lesson.mdx:5: the address 0x')
  })

  it.each([
    '<Fact of="byte(0x5FFF)" />',
    '<Cell file="page.pages" of="address(0x7FFF007FEFFF)" />',
    '`read u8 0x7FFF007FEFFF`, `mov al, [0x5FFF]` and `0x7FFF007FE → 0x5000 RW`',
    '```text\n0x5FFF  42\n```',
    'Flags 0x7 and 0x2A are no addresses.',
  ])('is no such thing here: %s', (prose) => {
    expect(check(prose)).not.toThrow()
  })
})

it('a tag ends where it ends, whatever its attributes hold', () => {
  const prose = '<Fact of=\'after("sub rsp, 8").registers.rsp\' short /> and `code`'
  const [tag] = tagsNamed(prose, 'Fact')
  expect(tag?.attributes.get('of')).toBe('after("sub rsp, 8").registers.rsp')
  expect(tag?.attributes.get('short')).toBe(true)
  expect(prose.slice(tag?.to)).toBe(' and `code`')
})
