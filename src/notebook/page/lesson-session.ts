import type { AssistAnswer, AssistQuestion } from '#notebook/shared/assist.ts'
import type { CellDefinition, CellResult } from '#notebook/shared/cell.ts'
import { keepViews } from './structural-sharing.ts'
import type { KeptChange, Keeping } from './keeping.ts'
import { NOT_KEPT, type CellChange, type LessonPage, type LiveCell } from './lesson-page.ts'
import { LessonRuns, type RunCells } from './lesson-runs.ts'
import type { SharedSources } from './share-link.ts'
import { changedFacts, shownFacts } from './shown-facts.ts'
import type { Version } from './stored-edits.ts'
import type { Look, Moment } from '#notebook/shared/moment.ts'
import type { ViewData } from '#notebook/shared/view.ts'

/** A pause in typing after which the reader may be about to run the cell; hands take longer from a letter to a command. Milliseconds. */
const PAUSE = 25
/** Characters of the longest source that is compiled before the reader asks for it. */
const LONGEST_FORESEEN = 5000

/** The lesson while it is being read: what each cell is, and what happens when the reader does something. */
export class LessonSession implements RunCells {
  page: LessonPage
  readonly #runs: LessonRuns
  #cells = new Map<string, LiveCell>()
  #pause: ReturnType<typeof setTimeout> | undefined
  #count = 0
  #keeping: Keeping | undefined
  /** Cells that were written in before what keeps them had come. */
  #unkept = new Set<string>()
  #fetching: Promise<Keeping | undefined> | undefined
  #listeners = new Map<string, Set<() => void>>()
  readonly #onCells: (() => void)[] = []

  constructor(page: LessonPage) {
    this.page = page
    this.#runs = new LessonRuns(this)
    if (typeof page.keeping === 'object') this.#keeping = page.keeping
    for (const definition of page.cells) this.#addCell(definition)
  }

  #addCell(definition: CellDefinition): void {
    const { id, source } = definition
    this.#cells.set(id, { definition, source, state: 'fresh', changed: new Set(), diagnostics: [] })
    this.#runs.add(id, source)
  }

  /** Other cells, or the same in another order. Of those that stay, what was written and shown stays with them. */
  setCells(cells: readonly CellDefinition[]): void {
    const before = new Map(this.page.cells.map((cell) => [cell.id, cell]))
    this.page = { ...this.page, cells }
    for (const definition of cells) {
      const known = before.get(definition.id)
      before.delete(definition.id)
      if (known === undefined) this.#addCell(definition)
      else this.#redefine(known, definition)
    }
    for (const id of before.keys()) this.#cells.delete(id)
    const isCut = [...before.keys()].map((id) => this.#runs.remove(id)).includes(true)
    for (const { id } of cells) this.#runs.settle(id)
    // What was running is gone: only what is left is waited for.
    if (isCut) this.#runs.run([])
    for (const listener of this.#onCells) listener()
  }

  /** Calls back when there are other cells than before. */
  watchCells(listener: () => void): void {
    this.#onCells.push(listener)
  }

  /** A cell that starts from something else now is out of date, whatever its source. */
  #redefine(known: CellDefinition, definition: CellDefinition): void {
    const { id } = definition
    this.change(id, { definition: { ...definition, source: known.source } })
    const startsAlike = (['after', 'image', 'scheme', 'layout', 'language', 'hardware'] as const).every(
      (option) => known[option] === definition[option],
    )
    if (!startsAlike) this.#runs.outdate(id)
  }

  has(id: string): boolean {
    return this.#cells.has(id)
  }

  /** @throws Error for a cell that the lesson does not have */
  cell(id: string): LiveCell {
    const cell = this.#cells.get(id)
    if (!cell) throw new Error(`the lesson has no cell ${id}`)
    return cell
  }

  /** @returns a function that ends the subscription */
  subscribe(id: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(id) ?? new Set()
    this.#listeners.set(id, listeners.add(listener))
    return () => void listeners.delete(listener)
  }

  /**
   * Takes up what a link carries, and else what the reader left on an earlier visit, and runs it.
   * @returns whether all of it is kept from now on
   */
  restore(keeping: Keeping, shared: SharedSources = new Map()): boolean {
    this.#keeping = keeping
    const untouched = this.page.cells.filter(({ id }) => !this.#unkept.has(id))
    const taken = untouched.map((cell) => ({ id: cell.id, ...keeping.takeUp(cell, shared.get(cell.id)) }))
    const changed = taken.filter(({ id, source }) => this.cell(id).source !== source)
    for (const { id, source, offered } of taken) this.change(id, { source, offered })
    this.#keepUnkept()
    if (changed.length > 0) this.#runAll(changed.map(({ id }) => id))
    return taken.every(({ isKept }) => isKept)
  }

  /** What keeps the sources of this lesson, fetched at the first need. */
  #fetchKeeping(): Promise<Keeping | undefined> {
    const { keeping } = this.page
    if (typeof keeping !== 'function') return Promise.resolve(keeping)
    this.#fetching ??= keeping().catch(() => (this.#fetching = undefined))
    return this.#fetching
  }

  async #keepSoon(id: string): Promise<void> {
    if (this.page.keeping === undefined) return
    this.#unkept.add(id)
    this.#keeping ??= await this.#fetchKeeping()
    if (this.#keeping) this.#keepUnkept()
    else this.change(id, { notice: NOT_KEPT })
  }

  /** Cells that were written in, and are not kept yet, because what keeps them has not come. */
  get unkept(): readonly LiveCell[] {
    return [...this.#unkept].filter((id) => this.has(id)).map((id) => this.cell(id))
  }

  #keepUnkept(): void {
    const ids = [...this.#unkept]
    this.#unkept.clear()
    for (const id of ids.filter((each) => this.has(each))) {
      this.change(id, { notice: undefined })
      this.#keep(id)
    }
  }

  edit(id: string, source: string): void {
    if (source === this.cell(id).source) return
    this.#runs.goOnFrom(id, undefined)
    this.change(id, { source })
    this.#keep(id)
    this.#runs.settle(id)
    clearTimeout(this.#pause)
    this.#pause = setTimeout(() => {
      if (this.has(id) && source.length <= LONGEST_FORESEEN) this.#runs.foresee(id)
    }, PAUSE)
  }

  /** The storage has changed, by another tab or because the reader has emptied it: what that means for the cells. */
  async attend(key: string | null, text: string | null): Promise<void> {
    const keeping = (this.#keeping ??= await this.#fetchKeeping())
    const news = keeping?.attend(key, text)
    const cell = news && this.#cells.get(news.cell)
    if (!keeping || !news || !cell) return
    const change = news.isVersion
      ? keeping.reconsider(news.cell, cell.offered)
      : keeping.reread(cell.definition, cell.source, news.over)
    this.#takeKept(news.cell, change)
  }

  #takeKept(id: string, change: KeptChange): void {
    if (Object.keys(change).length === 0) return
    this.change(id, change)
    if (change.source !== undefined) this.#runs.settle(id)
  }

  /** Runs a cell, before it what it needs and is not up to date, and after it what depends on it. */
  run(id: string): void {
    this.#runs.goOnFrom(id, undefined)
    this.#runAll([id])
  }

  /** Lets a cell that was broken off go on from there, if it is still the same. */
  goOn(id: string): void {
    const { goesOnFrom, state } = this.cell(id)
    if (goesOnFrom === undefined || state !== 'interrupted') return
    this.#runs.goOnFrom(id, goesOnFrom)
    this.#runAll([id])
  }

  /** What a cell's program reads from now on: a program that waits for it goes on, another one begins anew. */
  type(id: string, input: string): void {
    const { waitsForInput, input: known = '' } = this.cell(id)
    this.change(id, { input })
    if (waitsForInput && input.startsWith(known)) this.goOn(id)
    else this.run(id)
  }

  /** Runs every cell of the lesson, in order. */
  runEverything(): void {
    this.#runAll(this.page.cells.map(({ id }) => id))
  }

  interrupt(): void {
    this.#runs.interrupt()
  }

  /** Ends the simulator, whatever it is at; the next run begins with a new one. No cell keeps anything hidden. */
  restart(): void {
    this.#runs.restart()
  }

  /** Brings all of the author's snippets back and runs those that had been changed. */
  resetEverything(): void {
    const edited = this.editedCells
    for (const id of edited) this.#bringBack(id)
    if (edited.length > 0) this.#runAll(edited)
  }

  /** Cells whose source is not the author's. */
  get editedCells(): readonly string[] {
    return this.page.cells
      .map(({ id }) => id)
      .filter((id) => this.cell(id).source !== this.cell(id).definition.source)
  }

  /** What a link to the lesson as it is now has to carry; of one cell, if one is named. */
  sourcesToShare(id?: string): SharedSources {
    const shared = id === undefined ? this.editedCells : [id]
    return new Map(shared.map((cell) => [cell, this.cell(cell).source]))
  }

  /** The cell that comes so many places after another; undefined beyond the ends. */
  neighbour(id: string, distance: number): string | undefined {
    return this.page.cells[this.page.cells.findIndex((cell) => cell.id === id) + distance]?.id
  }

  /** Brings the author's snippet back and runs it. */
  reset(id: string): void {
    this.#bringBack(id)
    this.run(id)
  }

  #bringBack(id: string): void {
    const { source, definition } = this.cell(id)
    const change = this.#keeping?.exchange(definition, source, definition.source)
    this.#unkept.delete(id)
    this.#takeKept(id, { ...change, source: definition.source })
  }

  /** Decides between what is offered and what stands in the cell. */
  decide(id: string, whose: 'reader' | 'author'): void {
    const { offered } = this.cell(id)
    if (offered === undefined) return
    if (whose === 'reader') this.exchange(id, offered.source)
    else this.#takeKept(id, { offered: undefined, ...this.#keeping?.decline(id, offered.source) })
  }

  /** Other sources that the reader has for a cell, the latest first. */
  versions(id: string): readonly Version[] {
    return this.#keeping?.versions(id) ?? []
  }

  /** Puts another version into the cell, and the one that stands there aside; and runs it. */
  exchange(id: string, source: string): void {
    const { source: now, definition } = this.cell(id)
    this.#takeKept(id, { ...this.#keeping?.exchange(definition, now, source), source })
    this.run(id)
  }

  forget(id: string, source: string): void {
    this.#takeKept(id, this.#keeping?.forget(id, source) ?? {})
  }

  /**
   * Looks at the machine of a cell's last run that came to an end; what the kernel needs for it is run first, unseen.
   * Undefined where there is none: the cell has a mistake, or the kernel is lost.
   */
  async look(id: string, look: Look): Promise<Moment | undefined> {
    if (!this.has(id)) return undefined
    return this.#runs.look(id, look)
  }

  /** The reader is about to run a cell: what the kernel needs for it is run first, unseen, so that theirs is not the first. */
  awaken(id: string): void {
    void this.#fetchKeeping()
    void this.#runs.bring(id, true)
  }

  /** Asks for help with a cell's source as it stands in the editor. */
  assist(
    id: string,
    ask: AssistQuestion['ask'],
    source: string,
    at: number,
  ): Promise<AssistAnswer | undefined> {
    const { language } = this.cell(id).definition
    return this.#runs.assist({ ask, cell: id, language, source, at })
  }

  #runAll(ids: readonly string[]): void {
    clearTimeout(this.#pause)
    this.#runs.run(ids)
  }

  /** Puts a result onto the page. */
  show(id: string, result: CellResult): void {
    this.#count += 1
    this.change(id, {
      count: this.#count,
      diagnostics: result.diagnostics,
      message: result.message,
      progress: undefined,
      coming: undefined,
      goesOnFrom: result.goesOnFrom,
      waitsForInput: result.waitsForInput,
      mistakes: result.mistakes,
      ...(this.#replacesViews(id, result) ? this.#shown(id, result.views) : {}),
    })
    this.#runs.settle(id)
    if (result.state === 'done') this.page.showFacts(id, result.facts)
  }

  /** What has run to its end and has nothing to show any more leaves nothing standing; a mistake leaves the last good result. */
  #replacesViews(id: string, { state, views }: CellResult): boolean {
    return views.length > 0 || (state === 'done' && this.cell(id).definition.show.length > 0)
  }

  #shown(id: string, views: readonly ViewData[]): Partial<LiveCell> {
    const { views: last } = this.cell(id)
    const before = last ? shownFacts(last) : this.page.factsShownBy(id)
    return { views: keepViews(last, views), changed: changedFacts(before, shownFacts(views)) }
  }

  #keep(id: string): void {
    const { source, definition } = this.cell(id)
    if (this.#keeping) this.#takeKept(id, this.#keeping.keep(definition, source))
    else void this.#keepSoon(id)
  }

  change(id: string, change: CellChange): void {
    const cell = { ...this.cell(id), ...change } as LiveCell
    this.#cells.set(id, cell)
    for (const listener of this.#listeners.get(id) ?? []) listener()
  }
}
