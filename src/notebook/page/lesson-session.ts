import type { AssistAnswer, AssistQuestion } from '#notebook/shared/assist.ts'
import type { CellDefinition, CellResult, CellState } from '#notebook/shared/cell.ts'
import { cellsAfter, cellsBefore } from '#notebook/shared/dependencies.ts'
import { keepViews } from './structural-sharing.ts'
import type { CellJob } from '#notebook/shared/kernel-messages.ts'
import { Kernel, type KernelEvents } from './kernel.ts'
import type { KeptChange, Keeping } from './keeping.ts'
import { LOST, NOT_KEPT, type LessonPage, type LiveCell } from './lesson-page.ts'
import type { SharedSources } from './share-link.ts'
import { changedFacts, shownFacts } from './shown-facts.ts'
import type { Version } from './stored-edits.ts'
import type { Look, Moment } from '#notebook/shared/moment.ts'
import type { ViewData } from '#notebook/shared/view.ts'

/** A run that is over sooner is not announced: it would only flicker. Milliseconds. */
const UNNOTICED = 150
/** One that takes longer says how far it is. Milliseconds. */
const LONG = 1000
/** A pause in typing after which the reader may be about to run the cell; hands take longer from a letter to a command. Milliseconds. */
const PAUSE = 25
/** Characters of the longest source that is compiled before anybody asks for it. */
const LONGEST_FORESEEN = 5000

/** The lesson while it is being read: what each cell is, and what happens when the reader does something. */
export class LessonSession {
  #page: LessonPage
  #kernel: Kernel
  #cells = new Map<string, LiveCell>()
  /** The source that the last attempt to run a cell was made with, and so what the page shows of it. */
  #tried = new Map<string, string>()
  /** How that attempt ended. */
  #outcomes = new Map<string, CellState>()
  /** The source from which the kernel holds a machine. */
  #held = new Map<string, string>()
  /** Cells whose run only brings the kernel to where the page is already. */
  #silent = new Set<string>()
  /** Nobody has asked for the run: nothing of it is shown, whatever comes of it. */
  #isQuiet = false
  /** Cells of which the kernel has a run to look at, and who waits for one. */
  #seen = new Set<string>()
  #lookers = new Map<string, (() => void)[]>()
  /** Cells that the kernel still has to run, with the source they were sent with. */
  #waiting = new Map<string, string>()
  #running: string | undefined
  #runningSince = 0
  /** Cells that are to go on from where they were broken off, with how many instructions they had executed. */
  #goingOn = new Map<string, number>()
  /** The run has taken so long that the reader is told of it. */
  #announced = false
  #announcement: ReturnType<typeof setTimeout> | undefined
  /** The cell whose result is on the page already, though the kernel still has to run it. */
  #ahead: string | undefined
  #pause: ReturnType<typeof setTimeout> | undefined
  #count = 0
  #keeping: Keeping | undefined
  /** Cells that were written in before what keeps them had come. */
  #unkept = new Set<string>()
  #fetching: Promise<Keeping | undefined> | undefined
  #listeners = new Map<string, Set<() => void>>()
  readonly #onCells: (() => void)[] = []

  constructor(page: LessonPage) {
    this.#page = page
    this.#kernel = new Kernel(() => page.createWorker(), this.#events())
    if (typeof page.keeping === 'object') this.#keeping = page.keeping
    for (const definition of page.cells) this.#addCell(definition)
  }

  #addCell(definition: CellDefinition): void {
    const { id, source } = definition
    this.#cells.set(id, { definition, source, state: 'fresh', changed: new Set(), diagnostics: [] })
    this.#tried.set(id, source)
    this.#outcomes.set(id, 'fresh')
  }

  /** Other cells, or the same in another order. Of those that stay, what was written and shown stays with them. */
  setCells(cells: readonly CellDefinition[]): void {
    const before = new Map(this.#page.cells.map((cell) => [cell.id, cell]))
    this.#page = { ...this.#page, cells }
    for (const definition of cells) {
      const known = before.get(definition.id)
      before.delete(definition.id)
      if (known === undefined) this.#addCell(definition)
      else this.#redefine(known, definition)
    }
    for (const id of before.keys()) this.#forget(id)
    for (const { id } of cells) this.#settle(id)
    // What was running is gone: only what is left is waited for.
    if (this.#running !== undefined && before.has(this.#running)) this.#runAll([])
    for (const listener of this.#onCells) listener()
  }

  #forget(id: string): void {
    for (const known of [this.#cells, this.#tried, this.#outcomes, this.#held, this.#waiting, this.#goingOn])
      known.delete(id)
    for (const known of [this.#silent, this.#seen]) known.delete(id)
    this.#answerLookers(id)
  }

  /** Calls back when there are other cells than before. */
  watchCells(listener: () => void): void {
    this.#onCells.push(listener)
  }

  /** A cell that starts from something else now is out of date, whatever its source. */
  #redefine(known: CellDefinition, definition: CellDefinition): void {
    const { id } = definition
    this.#change(id, { definition: { ...definition, source: known.source } })
    const startsAlike = (['after', 'image', 'scheme', 'layout', 'language', 'hardware'] as const).every(
      (option) => known[option] === definition[option],
    )
    if (startsAlike || this.#outcomes.get(id) === 'fresh') return
    this.#held.delete(id)
    this.#outcomes.set(id, 'stale')
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
    const untouched = this.#page.cells.filter(({ id }) => !this.#unkept.has(id))
    const taken = untouched.map((cell) => ({ id: cell.id, ...keeping.takeUp(cell, shared.get(cell.id)) }))
    const changed = taken.filter(({ id, source }) => this.cell(id).source !== source)
    for (const { id, source, offered } of taken) this.#change(id, { source, offered })
    this.#keepUnkept()
    if (changed.length > 0) this.#runAll(changed.map(({ id }) => id))
    return taken.every(({ isKept }) => isKept)
  }

  /** What keeps the sources of this lesson, fetched at the first need. */
  #fetchKeeping(): Promise<Keeping | undefined> {
    const { keeping } = this.#page
    if (typeof keeping !== 'function') return Promise.resolve(keeping)
    this.#fetching ??= keeping().catch(() => (this.#fetching = undefined))
    return this.#fetching
  }

  async #keepSoon(id: string): Promise<void> {
    if (this.#page.keeping === undefined) return
    this.#unkept.add(id)
    this.#keeping ??= await this.#fetchKeeping()
    if (this.#keeping) this.#keepUnkept()
    else this.#change(id, { notice: NOT_KEPT })
  }

  #keepUnkept(): void {
    const ids = [...this.#unkept]
    this.#unkept.clear()
    for (const id of ids.filter((each) => this.has(each))) {
      this.#change(id, { notice: undefined })
      this.#keep(id)
    }
  }

  edit(id: string, source: string): void {
    if (source === this.cell(id).source) return
    this.#goingOn.delete(id)
    this.#change(id, { source })
    this.#keep(id)
    this.#settle(id)
    clearTimeout(this.#pause)
    this.#pause = setTimeout(() => this.#foresee(id), PAUSE)
  }

  /** Has a cell run ahead of time, where it is all that would have to be run. */
  #foresee(id: string): void {
    const cell = this.#page.cells.find((each) => each.id === id)
    if (cell === undefined || this.#waiting.size > 0 || this.cell(id).source.length > LONGEST_FORESEEN) return
    if (cellsBefore(this.#page.cells, id).every((before) => this.#isHeld(before.id)))
      this.#kernel.foresee(this.#job(cell))
  }

  #job(cell: CellDefinition): CellJob {
    const goOnFrom = this.#goingOn.get(cell.id)
    const { input = cell.input } = this.cell(cell.id)
    return {
      cell: { ...cell, source: this.cell(cell.id).source, ...(input === undefined ? {} : { input }) },
      facts: this.#page.factsAskedOf(cell.id),
      ...(goOnFrom === undefined ? {} : { goOnFrom }),
    }
  }

  /** The storage has changed, by another tab or because somebody has emptied it: what that means for the cells. */
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
    this.#change(id, change)
    if (change.source !== undefined) this.#settle(id)
  }

  /** Runs a cell, before it what it needs and is not up to date, and after it what depends on it. */
  run(id: string): void {
    this.#goingOn.delete(id)
    this.#runAll([id])
  }

  /** Lets a cell that was broken off go on from there, if it is still the same. */
  goOn(id: string): void {
    const { goesOnFrom, state } = this.cell(id)
    if (goesOnFrom === undefined || state !== 'interrupted') return
    this.#goingOn.set(id, goesOnFrom)
    this.#runAll([id])
  }

  /** What a cell's program reads from now on: a program that waits for it goes on, another one begins anew. */
  type(id: string, input: string): void {
    const { waitsForInput, input: known = '' } = this.cell(id)
    this.#change(id, { input })
    if (waitsForInput && input.startsWith(known)) this.goOn(id)
    else this.run(id)
  }

  /** Runs every cell of the lesson, in order. */
  runEverything(): void {
    this.#runAll(this.#page.cells.map(({ id }) => id))
  }

  interrupt(): void {
    this.#kernel.interrupt()
  }

  /** Ends the simulator, whatever it is at; the next run begins with a new one. No cell keeps anything hidden. */
  restart(): void {
    this.#kernel.restart()
  }

  /** Brings all of the author's snippets back and runs those that had been changed. */
  resetEverything(): void {
    const edited = this.editedCells
    for (const id of edited) this.#bringBack(id)
    if (edited.length > 0) this.#runAll(edited)
  }

  /** Cells whose source is not the author's. */
  get editedCells(): readonly string[] {
    return this.#page.cells
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
    return this.#page.cells[this.#page.cells.findIndex((cell) => cell.id === id) + distance]?.id
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
    if (!this.#seen.has(id)) await this.#bring(id)
    return this.#kernel.look(id, look)
  }

  /** The reader is about to run a cell: what the kernel needs for it is run first, unseen, so that theirs is not the first. */
  awaken(id: string): void {
    void this.#fetchKeeping()
    if (!this.#seen.has(id)) void this.#bring(id, true)
  }

  /** Asks for help with a cell's source as it stands in the editor. */
  assist(
    id: string,
    ask: AssistQuestion['ask'],
    source: string,
    at: number,
  ): Promise<AssistAnswer | undefined> {
    const { language } = this.cell(id).definition
    return this.#kernel.assist({ ask, cell: id, language, source, at })
  }

  #bring(id: string, isQuiet = false): Promise<void> {
    return new Promise((resolve) => {
      this.#lookers.set(id, [...(this.#lookers.get(id) ?? []), resolve])
      if (!isQuiet) this.#isQuiet = false
      if (!this.#waiting.has(id)) this.#runAll([], id, isQuiet)
    })
  }

  #answerLookers(id: string): void {
    for (const resolve of this.#lookers.get(id) ?? []) resolve()
    this.#lookers.delete(id)
  }

  /**
   * @param unseen a cell that is to be run without a change on the page
   * @param isQuiet and without its mistakes either
   */
  #runAll(ids: readonly string[], unseen?: string, isQuiet = false): void {
    // The kernel gives up what it is at: what the reader asked for before and still waits for is asked for again.
    const unanswered = [...this.#waiting.keys()].filter((id) => !this.#silent.has(id))
    const wanted = this.#withDependents([...ids, ...unanswered])
    this.#isQuiet = isQuiet && wanted.size === 0
    const targets = unseen === undefined ? [...wanted] : [...wanted, unseen]
    const needed = new Set(targets.flatMap((id) => cellsBefore(this.#page.cells, id).map((cell) => cell.id)))
    if (unseen !== undefined) needed.add(unseen)
    this.#silent = new Set([...needed].filter((id) => !wanted.has(id)))
    const jobs = this.#page.cells.filter(
      ({ id }) => wanted.has(id) || (needed.has(id) && (id === unseen || !this.#isHeld(id))),
    )
    this.#waiting = new Map(jobs.map(({ id }) => [id, this.cell(id).source]))
    for (const { id } of jobs) this.#held.delete(id)
    this.#expect(wanted)
    clearTimeout(this.#pause)
    const all = jobs.map((cell) => this.#job(cell))
    const [first] = all
    const foreseen = first && wanted.has(first.cell.id) ? this.#kernel.foreseen(first) : undefined
    this.#ahead = foreseen && first?.cell.id
    this.#kernel.run(all)
    // Shown within the reader's own key press: whatever comes later, a browser lets wait for the frame after it.
    if (first && foreseen) this.#show(first.cell.id, first.cell.source, foreseen)
  }

  #expect(wanted: ReadonlySet<string>): void {
    this.#rest()
    this.#announcement = setTimeout(() => {
      this.#announced = true
      for (const id of wanted) this.#settle(id)
      this.#announce()
    }, UNNOTICED)
  }

  #announce(): void {
    const id = this.#running
    if (this.#announced && id !== undefined && !this.#silent.has(id)) this.#change(id, { state: 'running' })
  }

  #rest(): void {
    clearTimeout(this.#announcement)
    this.#announced = false
    if (this.#running !== undefined && this.has(this.#running))
      this.#change(this.#running, { progress: undefined })
    this.#running = undefined
  }

  /** The cells themselves, those before them that are out of date, and everything after any of these. */
  #withDependents(ids: readonly string[]): Set<string> {
    const before = ids.flatMap((id) => cellsBefore(this.#page.cells, id).map((cell) => cell.id))
    const roots = [...ids, ...before.filter((id) => this.#isOutOfDate(id))]
    return new Set(roots.flatMap((id) => [id, ...cellsAfter(this.#page.cells, id).map((cell) => cell.id)]))
  }

  #isHeld(id: string): boolean {
    return this.#kernel.alive && this.#held.get(id) === this.cell(id).source
  }

  #isOutOfDate(id: string): boolean {
    const outcome = this.#outcomes.get(id)
    return this.#isEdited(id) || (outcome !== 'fresh' && outcome !== 'done')
  }

  #isEdited(id: string): boolean {
    return this.#tried.get(id) !== this.cell(id).source
  }

  #events(): KernelEvents {
    return {
      started: (id) => {
        this.#running = id
        this.#runningSince = performance.now()
        this.#announce()
      },
      progress: (id, steps) => {
        const isTold = this.#announced && id === this.#running && !this.#silent.has(id)
        if (isTold && performance.now() - this.#runningSince > LONG) this.#change(id, { progress: steps })
      },
      // A cell that is gone has nothing to show any more.
      result: (id, result) => this.has(id) && this.#take(id, result),
      mistaken: (id, mistakes) => this.has(id) && this.#change(id, { mistakes }),
      finished: () => {
        this.#waiting.clear()
        this.#rest()
      },
      lost: (reason, id) => this.#lose(reason, id),
    }
  }

  #take(id: string, result: CellResult): void {
    const source = this.#waiting.get(id) ?? this.cell(id).source
    this.#waiting.delete(id)
    this.#goingOn.delete(id)
    // Between the last result and the end of the run nothing is to be announced any more.
    this.#running = undefined
    if (result.state === 'done') this.#held.set(id, source)
    if (result.state === 'done' || result.state === 'interrupted') this.#seen.add(id)
    this.#answerLookers(id)
    if (this.#ahead === id) return void (this.#ahead = undefined)
    if (this.#silent.has(id) && (this.#isQuiet || result.state === 'done')) return
    this.#show(id, source, result)
  }

  #show(id: string, source: string, result: CellResult): void {
    this.#tried.set(id, source)
    this.#outcomes.set(id, result.state)
    this.#count += 1
    this.#change(id, {
      count: this.#count,
      diagnostics: result.diagnostics,
      message: result.message,
      progress: undefined,
      goesOnFrom: result.goesOnFrom,
      waitsForInput: result.waitsForInput,
      mistakes: result.mistakes,
      ...(result.views.length > 0 ? this.#shown(id, result.views) : {}),
    })
    this.#settle(id)
    if (result.state === 'done') this.#page.showFacts(id, result.facts)
  }

  #shown(id: string, views: readonly ViewData[]): Partial<LiveCell> {
    const { views: last } = this.cell(id)
    const before = last ? shownFacts(last) : this.#page.factsShownBy(id)
    return { views: keepViews(last, views), changed: changedFacts(before, shownFacts(views)) }
  }

  #lose(reason: keyof typeof LOST, running: string | undefined): void {
    this.#held.clear()
    this.#seen.clear()
    this.#ahead = undefined
    for (const id of [...this.#lookers.keys()]) this.#answerLookers(id)
    this.#rest()
    const waiting = [...this.#waiting.keys()]
    const lost = running ?? waiting.find((id) => !this.#silent.has(id))
    this.#waiting.clear()
    for (const id of waiting) this.#settle(id)
    if (lost === undefined) return
    this.#outcomes.set(lost, 'interrupted')
    this.#change(lost, { state: 'interrupted', message: LOST[reason], progress: undefined })
  }

  /** Works out what a cell and those after it are to be called now. */
  #settle(id: string): void {
    for (const cell of [id, ...cellsAfter(this.#page.cells, id).map((after) => after.id)]) {
      const chain = [...cellsBefore(this.#page.cells, cell).map((before) => before.id), cell]
      const stale = (this.#announced && this.#waiting.has(cell)) || chain.some((link) => this.#isEdited(link))
      this.#change(cell, { state: stale ? 'stale' : (this.#outcomes.get(cell) ?? 'fresh') })
    }
  }

  #keep(id: string): void {
    const { source, definition } = this.cell(id)
    if (this.#keeping) this.#takeKept(id, this.#keeping.keep(definition, source))
    else void this.#keepSoon(id)
  }

  #change(id: string, change: { [Key in keyof LiveCell]?: LiveCell[Key] | undefined }): void {
    const cell = { ...this.cell(id), ...change } as LiveCell
    this.#cells.set(id, cell)
    for (const listener of this.#listeners.get(id) ?? []) listener()
  }
}
