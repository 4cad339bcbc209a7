/** Whatever readers, tabs, links and storages do in whatever order: what was once kept is found again. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Keeping } from '#notebook/page/keeping.ts'
import { LessonSession } from '#notebook/page/lesson-session.ts'
import { StoredEdits } from '#notebook/page/stored-edits.ts'
import { SharedStorage, type Fault, type TabStorage } from './faulty-storage.ts'
import { CELLS, SpokenWorker } from './spoken-worker.ts'

const IDS = ['program', 'other']

interface Tab {
  readonly storage: TabStorage
  readonly session: LessonSession
  /** What stands in the storage of what this tab shows, by cell. */
  readonly base: Map<string, string>
}

class Readers {
  readonly storage = new SharedStorage()
  /** Sources that were kept, and that nobody has typed over: `cell:source`. */
  readonly alive = new Set<string>()
  readonly tabs: Tab[] = [this.visit(), this.visit()]
  #count = 0

  visit(shared?: ReadonlyMap<string, string>): Tab {
    const storage = this.storage.open()
    const keeping = new Keeping(new StoredEdits('lesson', 'table', () => storage))
    const session = new LessonSession({
      cells: CELLS,
      keeping,
      createWorker: () => new SpokenWorker(),
      factsAskedOf: () => [],
      showFacts: () => {},
      factsShownBy: () => new Map(),
    })
    const isKept = session.restore(keeping, shared)
    const tab = { storage, session, base: new Map<string, string>() }
    if (isKept) for (const id of IDS) this.take(tab, id)
    return tab
  }

  /** What a tab shows is what is kept. */
  take(tab: Tab, id: string): void {
    const { source, definition } = tab.session.cell(id)
    if (source === definition.source) return void tab.base.delete(id)
    tab.base.set(id, `${id}:${source}`)
  }

  type(tab: Tab, id: string): void {
    const source = `typed ${(this.#count += 1)}`
    tab.session.edit(id, source)
    if (this.storage.fault !== 'none') return
    this.alive.delete(tab.base.get(id) ?? '')
    this.alive.add(`${id}:${source}`)
    this.take(tab, id)
  }

  open(at: number, id: string): void {
    this.tabs[at]!.session.awaken(id)
    const source = `sent ${(this.#count += 1)}`
    this.close(at)
    this.tabs[at] = this.visit(new Map([[id, source]]))
    if (this.storage.fault === 'none') this.alive.add(`${id}:${source}`)
  }

  /** News take milliseconds; nobody closes a tab in that time. */
  close(at: number): void {
    const { storage } = this.tabs[at]!
    this.hear(this.tabs[at]!)
    this.storage.tabs.splice(this.storage.tabs.indexOf(storage), 1)
  }

  /** Nor does a storage fill up while news of what was written into it are on their way. */
  happen(fault: Fault): void {
    for (const tab of this.tabs) this.hear(tab)
    for (const tab of this.tabs) this.hear(tab)
    this.storage.fault = fault
  }

  hear(tab: Tab): void {
    tab.storage.hear((key, text) => void tab.session.attend(key, text))
    if (this.storage.fault === 'none') for (const id of IDS) this.take(tab, id)
  }

  choose(tab: Tab, id: string, act: () => void): void {
    act()
    if (this.storage.fault === 'none') this.take(tab, id)
    else tab.base.delete(id)
  }

  found(): Set<string> {
    const { session } = this.visit()
    const all = IDS.flatMap((id) =>
      [session.cell(id).source, ...session.versions(id).map(({ source }) => source)].map(
        (source) => `${id}:${source}`,
      ),
    )
    return new Set(all)
  }
}

type Step = (readers: Readers) => Promise<void> | void

const at = fc.nat(1)
const id = fc.constantFrom(...IDS)
const steps: fc.Arbitrary<readonly [string, Step]> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(at, id)
      .map(
        ([tab, cell]) => [`type ${tab} ${cell}`, (all: Readers) => all.type(all.tabs[tab]!, cell)] as const,
      ),
  },
  {
    weight: 3,
    arbitrary: at.map((tab) => [`hear ${tab}`, (all: Readers) => all.hear(all.tabs[tab]!)] as const),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(at, id)
      .map(([tab, cell]) => [`link ${tab} ${cell}`, (all: Readers) => all.open(tab, cell)] as const),
  },
  {
    weight: 1,
    arbitrary: at.map(
      (tab) =>
        [
          `reload ${tab}`,
          (all: Readers) => {
            all.close(tab)
            all.tabs[tab] = all.visit()
          },
        ] as const,
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(at, id, fc.constantFrom('reader', 'author')).map(
      ([tab, cell, whose]) =>
        [
          `decide ${tab} ${cell} ${whose}`,
          (all: Readers) => {
            const one = all.tabs[tab]!
            all.choose(one, cell, () => one.session.decide(cell, whose as 'reader'))
          },
        ] as const,
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(at, id).map(
      ([tab, cell]) =>
        [
          `reset ${tab} ${cell}`,
          (all: Readers) => {
            const one = all.tabs[tab]!
            all.choose(one, cell, () => one.session.reset(cell))
          },
        ] as const,
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom<Fault>('none', 'none', 'full', 'forbidden')
      .map((fault) => [`storage ${fault}`, (all: Readers) => all.happen(fault)] as const),
  },
  {
    weight: 1,
    arbitrary: fc.constant([
      'sweep',
      (all: Readers) => {
        if (all.storage.fault !== 'none') return
        all.tabs.forEach((tab) => all.hear(tab))
        all.storage.sweep()
        all.tabs.forEach((tab) => all.hear(tab))
      },
    ] as const),
  },
)

test('what was kept is found again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { maxLength: 25 }), async (all) => {
      const readers = new Readers()
      for (const [, step] of all) {
        await step(readers)
        await Promise.resolve()
      }
      readers.storage.fault = 'none'
      for (let round = 0; round < 4; round++) {
        for (const tab of readers.tabs) readers.hear(tab)
        await Promise.resolve()
      }
      const found = readers.found()
      expect([...readers.alive].filter((source) => !found.has(source))).toEqual([])
    }),
    { numRuns: 600 },
  )
})
