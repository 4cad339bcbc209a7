import { describe, expect, test } from 'vitest'
import { sectionsOf } from '#site/search/sections.ts'
import { Finder } from '#widgets/search/find.ts'

const PAGE = `<html><head><title>x</title></head><body><nav>Contents</nav><main><h1 id="top">Pages &amp; frames</h1>
<p>First <code>mov</code>ing.<br>Then</p><script>let no = 1</script><div class="wide cell-place"><p>cell</p></div>
<h2 id="walk">The <em>walk</em></h2><p>A table</p><p>of tables</p><section class="exercise"><h3 id="e">Ask</h3>42</section>
<dl><div id="tlb" data-section="TLB"><dt>TLB</dt><dd>A memory</dd></div></dl><h2>Unnamed</h2><img src="x">last</main><footer>no</footer></body></html>`

describe('the sections of a page', () => {
  test('begin at headings with names and at what names itself, and leave cells and exercises out', () => {
    expect(sectionsOf('lessons/x/', PAGE)).toEqual([
      {
        path: 'lessons/x/#top',
        page: 'Pages & frames',
        heading: 'Pages & frames',
        text: 'First moving. Then',
      },
      { path: 'lessons/x/#walk', page: 'Pages & frames', heading: 'The walk', text: 'A table of tables' },
      { path: 'lessons/x/#tlb', page: 'Pages & frames', heading: 'TLB', text: 'TLB A memory Unnamed last' },
    ])
  })

  test('of what is no page are none', () => {
    expect(sectionsOf('', '<p>nothing')).toEqual([])
    expect(sectionsOf('', '<main><p>unended')).toEqual([{ path: '', page: '', heading: '', text: 'unended' }])
  })
})

describe('the search', () => {
  const finder = new Finder(sectionsOf('', PAGE))
  const found = (wanted: string) => finder.find(wanted).map(({ heading }) => heading)

  test('finds words with accents by whoever types none, and shows them as they are written', () => {
    const [hit] = new Finder(sectionsOf('', '<main><p>What László Bélády found</p></main>')).find('belady')
    expect(hit?.excerpt).toEqual([
      { text: 'What László ', isHit: false },
      { text: 'Bélády', isHit: true },
      { text: ' found', isHit: false },
    ])
  })

  test('finds beginnings of the last word, mistyped words, and any word where none has all', () => {
    expect(found('tab')).toEqual(['The walk'])
    expect(found('taples')).toEqual(['The walk'])
    expect(found('memory table')).toEqual(expect.arrayContaining(['TLB', 'The walk']))
    expect(found('')).toEqual([])
    expect(found('(((')).toEqual([])
  })

  test('shows where, with what was looked for marked', () => {
    const [hit] = finder.find('tables')
    expect(hit?.excerpt.filter(({ isHit }) => isHit).map(({ text }) => text)).toContain('tables')
    expect(hit?.excerpt.map(({ text }) => text).join('')).toBe('A table of tables')
  })
})
