/** Whatever readers, tabs, links and storages do to a pad in whatever order: what was once kept is found again. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Language } from '#notebook/shared/language.ts'
import { movedCell, withCell, withoutCell, type PadCell } from '#notebook/page/pad.ts'
import { padFragment } from '#notebook/page/pad-links.ts'
import { Scratchpad } from '#notebook/page/scratchpad.ts'
import { StoredPad } from '#notebook/page/stored-pad.ts'
import { SharedStorage, type Fault, type TabStorage } from './faulty-storage.ts'
import { SpokenWorker } from './spoken-worker.ts'

interface Tab {
  readonly storage: TabStorage
  readonly pad: Scratchpad
  /** What stands in the storage of what this tab shows, by cell. */
  readonly base: Map<string, string>
}

const written = ({ language, source }: Pick<PadCell, 'language' | 'source'>) => `${language}: ${source}`

class Readers {
  readonly storage = new SharedStorage()
  /** What was kept, and nobody has typed over. */
  readonly alive = new Set<string>()
  readonly tabs: Tab[] = [this.visit(), this.visit()]
  #count = 0

  visit(): Tab {
    const storage = this.storage.open()
    const stored = new StoredPad('pad', () => storage)
    const pad = new Scratchpad(
      stored,
      () => new SpokenWorker(),
      () => {},
    )
    const tab = { storage, pad, base: new Map<string, string>() }
    if (this.storage.fault === 'none') this.take(tab)
    return tab
  }

  take({ pad, base }: Tab): void {
    for (const cell of pad.cells) base.set(cell.id, written(cell))
  }

  type(tab: Tab, place: number): void {
    const { pad } = tab.pad.now
    const cell = pad[place % Math.max(1, pad.length)]
    if (cell === undefined) return
    const source = `typed ${(this.#count += 1)}`
    tab.pad.session.edit(cell.id, source)
    if (this.storage.fault !== 'none') return
    this.alive.delete(tab.base.get(cell.id) ?? '')
    this.alive.add(written({ language: cell.language, source }))
    this.take(tab)
  }

  change({ pad }: Tab, change: (pad: Scratchpad['now']['pad']) => Scratchpad['now']['pad']): void {
    pad.change(change(pad.now.pad))
  }

  async link(tab: Tab): Promise<void> {
    const source = `sent ${(this.#count += 1)}`
    const [blank] = withCell([], 0, 'asm')
    await tab.pad.takeLink((await padFragment([{ ...blank!, source }])) ?? '')
    if (this.storage.fault !== 'none') return
    this.alive.add(written({ language: 'asm', source }))
    this.take(tab)
  }

  hear(tab: Tab): void {
    tab.storage.hear((key, text) => tab.pad.attend(key, text))
    if (this.storage.fault === 'none') this.take(tab)
  }

  /** News take milliseconds: nobody closes a tab in that time, and no storage fills up. */
  hearAll(): void {
    for (let round = 0; round < 4; round++) for (const tab of this.tabs) this.hear(tab)
  }

  reload(at: number): void {
    this.hearAll()
    this.storage.tabs.splice(this.storage.tabs.indexOf(this.tabs[at]!.storage), 1)
    this.tabs[at] = this.visit()
  }

  found(): Set<string> {
    const { pad } = this.visit()
    return new Set([...pad.cells, ...pad.now.removed].map(written))
  }
}

type Step = readonly [name: string, act: (readers: Readers) => Promise<void> | void]

const at = fc.nat(1)
const place = fc.nat(3)
const idAt = (pad: readonly PadCell[], where: number) => pad[where % Math.max(1, pad.length)]?.id ?? ''

function onTab(name: string, weight: number, act: (readers: Readers, tab: Tab, where: number) => unknown) {
  const arbitrary = fc.tuple(at, place).map(([tab, where]): Step => [
    `${name} ${tab} ${where}`,
    async (readers) => {
      await act(readers, readers.tabs[tab]!, where)
    },
  ])
  return { weight, arbitrary }
}

const added = (language: Language) => (readers: Readers, tab: Tab, where: number) =>
  readers.change(tab, (pad) => withCell(pad, Math.min(where, pad.length), language))

const steps = fc.oneof(
  onTab('type', 6, (readers, tab, where) => readers.type(tab, where)),
  onTab('add Rust', 1, added('rust')),
  onTab('add assembly', 1, added('asm')),
  // Who deletes in another tab has come over to it, and it has heard.
  onTab('delete', 2, (readers, tab, where) => {
    readers.hear(tab)
    readers.change(tab, (pad) => withoutCell(pad, idAt(pad, where)))
  }),
  onTab('move', 1, (readers, tab, where) =>
    readers.change(tab, (pad) => movedCell(pad, idAt(pad, where), 1)),
  ),
  onTab('undo', 2, (_readers, { pad }) => pad.undo()),
  onTab('bring back', 1, (readers, tab, where) => {
    tab.pad.bringBack(idAt(tab.pad.now.removed, where))
    if (readers.storage.fault === 'none') readers.take(tab)
  }),
  onTab('link', 1, (readers, tab) => readers.link(tab)),
  onTab('hear', 3, (readers, tab) => readers.hear(tab)),
  {
    weight: 1,
    arbitrary: at.map((tab): Step => [`reload ${tab}`, (readers) => readers.reload(tab)]),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Fault>('none', 'none', 'full', 'forbidden').map((fault): Step => [
      `storage ${fault}`,
      (readers) => {
        readers.hearAll()
        readers.storage.fault = fault
      },
    ]),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Step>([
      'sweep',
      (readers) => {
        if (readers.storage.fault !== 'none') return
        readers.hearAll()
        readers.storage.sweep()
        readers.hearAll()
      },
    ]),
  },
)

test('what was kept of a pad is found again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { maxLength: 25 }), async (all) => {
      const readers = new Readers()
      for (const [, act] of all) await act(readers)
      readers.hearAll()
      readers.storage.fault = 'none'
      readers.hearAll()
      const found = readers.found()
      const lost = [...readers.alive].filter((source) => !found.has(source))
      expect(lost, all.map(([name]) => name).join(', ')).toEqual([])
    }),
    { numRuns: 300 },
  )
})
