/** What a reader does on the site, and how often. */
import type { Locator, Page } from '@playwright/test'
import type { Language } from '#notebook/shared/language.ts'
import { apply } from '../../content/reader-edits/edit.ts'
import { lineEdits } from '../../content/reader-edits/line-edits.ts'
import { RUST_EDITS } from '../../content/reader-edits/rust-edits.ts'
import { textEdits } from '../../content/reader-edits/text-edits.ts'
import { openTools } from '../lesson-page.ts'
import { LESSONS, wrongResults } from './results.ts'
import { settled, sourcesOn } from './sources.ts'
import { Finding, type Action, type World } from './world.ts'

const cells = (page: Page) => page.locator('section.cell')
const machine = (page: Page) => page.getByRole('complementary', { name: /The machine/ })
const always = () => Promise.resolve({})

/** Presses one of the places that a selector finds. */
function press(name: string, weight: number, places: (page: Page) => Locator): Action {
  return {
    name,
    weight,
    choose: async (world) => {
      const at = await world.some(places(world.page))
      return at === undefined ? undefined : { at }
    },
    act: ({ page }, { at }) => places(page).nth(Number(at)).click(),
  }
}

const inCells = (name: string) => (page: Page) => cells(page).getByRole('button', { name, exact: true })
const inMachine = (name: string | RegExp) => (page: Page) => machine(page).getByRole('button', { name })

function keys(name: string, weight: number, combinations: readonly string[]): Action {
  return {
    name,
    weight,
    choose: (world) => Promise.resolve({ key: world.random.pick(combinations) }),
    act: ({ page }, { key }) => page.keyboard.press(String(key)),
  }
}

/** A source that a reader could make of this one. */
function someEdit(world: World, language: Language, source: string): string | undefined {
  const own = language === 'rust' ? RUST_EDITS : lineEdits(language)
  const edit = world.random.pick([...own, ...textEdits(language)])
  return apply([edit], source)[0]?.edited
}

/** Writes a source into a cell, and runs it or leaves it. */
const edit: Action = {
  name: 'edit a cell',
  weight: 12,
  choose: async (world) => {
    const at = await world.some(cells(world.page))
    if (at === undefined) return undefined
    const cell = cells(world.page).nth(at)
    const language = (await cell.getAttribute('data-language')) as Language
    const id = (await cell.getAttribute('id'))?.replace('cell-', '') ?? ''
    const source = (await sourcesOn(world.page)).get(id)
    const written = source === undefined ? undefined : someEdit(world, language, source)
    const key = world.random.pick(['ControlOrMeta+Enter', 'Shift+Enter', 'Escape', 'ControlOrMeta+z', ''])
    return written === undefined ? undefined : { at, written, key }
  },
  act: async ({ page }, { at, written, key }) => {
    await cells(page).nth(Number(at)).getByRole('button', { name: 'Edit' }).click()
    await cells(page).nth(Number(at)).getByRole('textbox').first().focus()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.insertText(String(written))
    if (key !== '') await page.keyboard.press(String(key))
  },
}

const TYPED = [
  'let z = 1;',
  'println!("{}", x);',
  'mov eax, 1',
  '// ',
  '}',
  '{',
  '"',
  '\n',
  '0',
  ' u8',
  'x',
  '\t',
  'if x > 1 {\n',
  'read u8 ',
]

const type: Action = {
  name: 'type into a cell',
  weight: 8,
  choose: async (world) => {
    const at = await world.some(cells(world.page))
    const text = world.random.pick(TYPED)
    const where = world.random.pick(['ControlOrMeta+Home', 'ControlOrMeta+End', 'ArrowDown', 'End'])
    return at === undefined ? undefined : { at, text, where }
  },
  act: async ({ page }, { at, text, where }) => {
    await cells(page).nth(Number(at)).getByRole('button', { name: 'Edit' }).click()
    await cells(page).nth(Number(at)).getByRole('textbox').first().focus()
    await page.keyboard.press(String(where))
    await page.keyboard.type(String(text), { delay: 15 })
  },
}

const openLesson: Action = {
  name: 'open a lesson',
  weight: 3,
  choose: (world) => Promise.resolve({ lesson: world.random.pick([...LESSONS.keys()]) }),
  act: async ({ page }, { lesson }) => {
    await page.goto(`lessons/${lesson}/`, { timeout: 30_000 })
    await settled(page)
  },
}

const openPad: Action = {
  name: 'open the scratchpad',
  weight: 2,
  choose: always,
  act: async ({ page }) => {
    await page.goto('scratchpad/', { timeout: 30_000 })
    await settled(page)
  },
}

const goBack: Action = {
  name: 'go back',
  weight: 1,
  choose: ({ page }) => Promise.resolve(page.url().startsWith('http') ? {} : undefined),
  act: async ({ page }) => {
    if ((await page.goBack({ timeout: 30_000 })) === null) await page.goto('', { timeout: 30_000 })
  },
}

/** What was written is there when the reader comes back. @throws Finding */
const reload: Action = {
  name: 'reload',
  weight: 4,
  choose: ({ page }) => Promise.resolve(page.url().startsWith('http') ? {} : undefined),
  act: async ({ page }) => {
    await settled(page)
    const notKept = await page.getByText(/does not keep what you write/).count()
    const offers = await page.locator('.offer').count()
    const before = await sourcesOn(page)
    await page.reload({ timeout: 30_000 })
    await settled(page)
    // An editor is fetched when it is needed, and needs a moment.
    for (let attempt = 0; notKept + offers === 0; attempt++) {
      const after = await sourcesOn(page)
      const lost = [...before].filter(([id, source]) => after.has(id) && after.get(id) !== source)
      const gone = [...before.keys()].filter((id) => !after.has(id) && before.get(id)!.length < 300)
      if (lost.length + gone.length === 0) return
      if (attempt < 20) await page.waitForTimeout(250)
      else
        throw new Finding(
          `after a reload ${lost.map(([id, source]) => `${id} holds ${JSON.stringify(after.get(id))} for ${JSON.stringify(source)}`).join(', ')} ${gone.length > 0 ? `cells ${gone.join(', ')} are gone` : ''}`,
        )
    }
  },
}

/** What a lesson shows is what its sources come to. @throws Finding */
const compare: Action = {
  name: 'compare results with sources',
  weight: 3,
  choose: always,
  act: async ({ page }) => {
    await settled(page)
    const wrong = await wrongResults(page)
    if (wrong.length > 0) throw new Finding(wrong.slice(0, 3).join('; '))
  },
}

/** What a press has put into the clipboard, which takes a moment. @throws Finding */
async function copied(page: Page): Promise<string> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const text = await page.evaluate(() => navigator.clipboard.readText())
    if (text !== '') return text
    await page.waitForTimeout(100)
  }
  throw new Finding('nothing was copied')
}

/** A friend gets the link, and sees what was sent. @throws Finding */
const share: Action = {
  name: 'share all cells',
  weight: 2,
  choose: async ({ page }) =>
    (await page.locator('.lesson-tools > summary').isVisible()) ||
    (await page.getByRole('button', { name: 'Copy a link' }).first().isVisible())
      ? {}
      : undefined,
  act: async (world) => {
    const { page, context } = world
    await settled(page)
    if (await page.locator('.lesson-tools > summary').isVisible()) await openTools(page)
    const sent = await sourcesOn(page)
    // What is said of the link may still be there from another time.
    await page.evaluate(() => navigator.clipboard.writeText(''))
    await page.getByRole('button', { name: 'Copy a link' }).first().click()
    const link = await copied(page)
    const friend = await context.browser()!.newContext({ viewport: { width: 1000, height: 700 } })
    try {
      const other = await friend.newPage()
      await other.goto(link, { timeout: 30_000 })
      await settled(other)
      for (let attempt = 0; ; attempt++) {
        const got = [...(await sourcesOn(other)).values()]
        const missing = [...sent.values()].filter((source) => !got.includes(source))
        if (missing.length === 0) return
        if (attempt < 20) await other.waitForTimeout(250)
        else throw new Finding(`a link does not bring ${JSON.stringify(missing)}: ${link.slice(0, 2000)}`)
      }
    } finally {
      await friend.close()
    }
  },
}

const tabs: Action = {
  name: 'tabs',
  weight: 2,
  choose: ({ random, tabCount }) => {
    const what = random.pick(tabCount === 1 ? ['open the same'] : ['switch', 'switch', 'close'])
    return Promise.resolve({ what })
  },
  act: async (world, { what }) => {
    const url = world.page.url()
    if (what === 'close') return world.closeTab()
    if (what === 'switch') return world.nextTab()
    await world.newTab()
    if (url.startsWith('http')) await world.page.goto(url.replace(/#.*/, ''), { timeout: 30_000 })
  },
}

const VIEWPORTS = [
  [360, 740],
  [768, 1024],
  [1280, 800],
  [1440, 900],
] as const

const viewport: Action = {
  name: 'change the window',
  weight: 1,
  choose: ({ random }) => {
    const [width, height] = random.pick(VIEWPORTS)
    return Promise.resolve({ width, height })
  },
  act: ({ page }, { width, height }) =>
    page.setViewportSize({ width: Number(width), height: Number(height) }),
}

/** Chooses one of the options of a list. */
function select(name: string, weight: number, lists: (page: Page) => Locator): Action {
  return {
    name,
    weight,
    choose: async (world) => {
      const at = await world.some(lists(world.page))
      if (at === undefined) return undefined
      const values = await lists(world.page)
        .nth(at)
        .locator('option')
        .evaluateAll((options) => (options as HTMLOptionElement[]).map(({ value }) => value))
      return values.length === 0 ? undefined : { at, value: world.random.pick(values) }
    },
    act: async ({ page }, { at, value }) => {
      await lists(page).nth(Number(at)).selectOption(String(value))
    },
  }
}

const scrub: Action = {
  name: 'scrub',
  weight: 4,
  choose: async (world) => {
    const slider = machine(world.page).getByRole('slider')
    if ((await slider.count()) === 0) return undefined
    const most = Number(await slider.getAttribute('max'))
    return { step: world.random.below(most + 1) }
  },
  act: ({ page }, { step }) => machine(page).getByRole('slider').fill(String(step)),
}

const ANSWERS = ['0', '42', '0x5FFF', '1000', '-5', 'x', '', '24575 B', '0x', '١', '99999999999999999999']

const answer: Action = {
  name: 'answer an exercise',
  weight: 3,
  choose: async (world) => {
    const at = await world.some(world.page.locator('[id^="exercise-"] input[type="text"]'))
    return at === undefined ? undefined : { at, text: world.random.pick(ANSWERS) }
  },
  act: async ({ page }, { at, text }) => {
    await page.locator('[id^="exercise-"] input[type="text"]').nth(Number(at)).fill(String(text))
    await page.keyboard.press('Enter')
  },
}

const scroll: Action = {
  name: 'scroll',
  weight: 2,
  choose: ({ random }) => Promise.resolve({ by: random.pick([-3000, -600, 600, 1500, 6000]) }),
  act: ({ page }, { by }) => page.mouse.wheel(0, Number(by)),
}

export const ACTIONS: readonly Action[] = [
  edit,
  type,
  openLesson,
  openPad,
  goBack,
  reload,
  compare,
  share,
  tabs,
  viewport,
  scrub,
  answer,
  scroll,
  press('run a cell', 10, inCells('Run')),
  press('interrupt', 2, inCells('Interrupt')),
  press('reset a cell', 2, inCells('Reset')),
  press('discard', 2, inCells('Discard')),
  press('keep it', 1, inCells('Keep it')),
  press('bring mine back', 2, inCells('Bring mine back')),
  press('keep the new one', 2, inCells('Keep the new one')),
  press('open the machine', 5, inCells('Machine')),
  press('open a menu', 1, (page) => cells(page).getByLabel('More for this cell')),
  press('press in a menu', 1, (page) =>
    page.locator('section.cell header details button, section.cell header [popover] button'),
  ),
  press('all cells', 2, (page) => page.getByRole('group', { name: /^All cells/ }).getByRole('button')),
  press('step', 8, inMachine(/One instruction|line|To the|Play|Pause|beginning|end/)),
  press('machine, whatever', 8, inMachine(/./)),
  press('a value', 5, (page) => machine(page).locator('data[data-fact]')),
  press('views', 1, (page) => machine(page).locator('summary')),
  press('a view', 3, (page) => machine(page).getByRole('checkbox')),
  press('add a cell', 2, (page) => page.getByRole('group', { name: 'Add a cell here' }).getByRole('button')),
  press('move or delete a cell', 2, (page) => page.locator('.options').getByRole('button')),
  press('undo on the pad', 2, (page) => page.getByRole('button', { name: 'Undo', exact: true })),
  press('exercise, whatever', 4, (page) => page.locator('[id^="exercise-"]').getByRole('button')),
  press('exercise, a choice', 2, (page) =>
    page.locator('[id^="exercise-"] :is(input[type="radio"], input[type="checkbox"])'),
  ),
  press('fold', 1, (page) => page.getByRole('button', { name: /folded: show it/ })),
  select('lens and speed', 2, (page) => machine(page).getByRole('combobox')),
  select('options of the pad', 3, (page) => page.locator('.options').getByRole('combobox')),
  select('colours', 1, (page) => page.getByLabel('Colours')),
  keys('a key', 5, [
    'Escape',
    'Enter',
    'j',
    'k',
    'o',
    'm',
    '?',
    'Tab',
    'Shift+Tab',
    'Shift+Enter',
    'ArrowDown',
    'ArrowUp',
    'Alt+Enter',
    'b',
    'a',
    'z',
    'Shift+J',
    'i',
    'Space',
  ]),
  keys('undo and redo', 4, [
    'ControlOrMeta+z',
    'ControlOrMeta+z',
    'ControlOrMeta+Shift+z',
    'ControlOrMeta+/',
    'ControlOrMeta+x',
    'ControlOrMeta+v',
  ]),
]
