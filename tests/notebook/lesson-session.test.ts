import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CellDefinition, CellResult } from '#notebook/shared/cell.ts'
import { hash } from '#notebook/shared/hash.ts'
import type { LessonPage } from '#notebook/page/lesson-page.ts'
import { LONGEST_SILENCE } from '#notebook/page/worker-life.ts'
import { LessonSession } from '#notebook/page/lesson-session.ts'
import { Keeping } from '#notebook/page/keeping.ts'
import { StoredEdits } from '#notebook/page/stored-edits.ts'
import { SharedStorage, type TabStorage } from './faulty-storage.ts'
import { CELLS, SpokenWorker } from './spoken-worker.ts'

const MISTAKE = { severity: 'error', message: 'wrong', from: 0, to: 1 } as const

let workers: SpokenWorker[]
const worker = () => workers.at(-1)!

function open(cells: readonly CellDefinition[] = CELLS, page: Partial<LessonPage> = {}): LessonSession {
  return new LessonSession({
    cells,
    keeping: keepingOn(undefined),
    createWorker: () => workers[workers.push(new SpokenWorker()) - 1]!,
    factsAskedOf: () => [],
    showFacts: () => {},
    factsShownBy: () => new Map(),
    ...page,
  })
}

const editsOn = (tab: TabStorage | undefined) => new StoredEdits('lesson', 'table', () => tab)
const keepingOn = (tab: TabStorage | undefined) => new Keeping(editsOn(tab))

beforeEach(() => {
  workers = []
})

describe('running a cell', () => {
  it('takes a worker only when there is something to run', () => {
    const session = open()
    expect(workers).toHaveLength(0)
    session.run('other')
    session.run('other')
    expect(workers).toHaveLength(1)
  })

  it('runs what it needs before it, quietly, and what comes after it', () => {
    const session = open()
    session.run('program')
    expect(worker().asked).toEqual(['table', 'program', 'read'])
    worker().answerAll()
    expect(['table', 'program', 'read', 'other'].map((id) => session.cell(id).count)).toEqual([
      undefined,
      1,
      2,
      undefined,
    ])
    expect(session.cell('table').state).toBe('fresh')
    expect(session.cell('read').state).toBe('done')
  })

  it('says how much of the kernel has come while the reader waits for it', () => {
    vi.useFakeTimers()
    const session = open()
    const told = () => ['table', 'program', 'other'].map((id) => session.cell(id).coming)
    session.run('program')
    worker().say({ type: 'coming', come: 0, of: 3 })
    expect(told()).toEqual([undefined, undefined, undefined])
    vi.advanceTimersByTime(200)
    expect(told()).toEqual([undefined, { come: 0, of: 3 }, undefined])
    worker().say({ type: 'coming', come: 1, of: 3 })
    expect(told()).toEqual([undefined, { come: 1, of: 3 }, undefined])
    worker().say({ type: 'coming', come: 3, of: 3 })
    expect(told()).toEqual([undefined, undefined, undefined])
    worker().say({ type: 'coming', come: 3, of: 4 })
    session.restart()
    expect(told()).toEqual([undefined, undefined, undefined])
    vi.useRealTimers()
  })

  it('leaves nothing standing of a run before once there is nothing to show', () => {
    const shown = CELLS.map((cell) => ({ ...cell, show: ['registers' as const] }))
    const session = open(shown)
    session.run('other')
    worker().answer('other', { views: [{ kind: 'console' } as never] })
    expect(session.cell('other').views).toHaveLength(1)
    session.edit('other', 'another')
    session.run('other')
    worker().answer('other', { state: 'diagnostic', views: [] })
    expect(session.cell('other').views).toHaveLength(1)
    session.run('other')
    worker().answer('other', { views: [] })
    expect(session.cell('other').views).toEqual([])
  })

  it('does not repeat what the kernel has already', () => {
    const session = open()
    session.run('program')
    worker().answerAll()
    session.run('read')
    expect(worker().asked).toEqual(['read'])
  })

  it('runs edited cells before it too, so that no result lacks its source', () => {
    const session = open()
    session.edit('table', 'T2')
    session.run('read')
    expect(worker().asked).toEqual(['table', 'program', 'read'])
    expect(worker().jobs[0]?.cell.source).toBe('T2')
    worker().answerAll()
    expect(session.cell('table').count).toBe(1)
  })

  it('wakes the kernel for a cell that is about to be run, and shows nothing of it', () => {
    const session = open()
    session.awaken('program')
    expect(worker().asked).toEqual(['table', 'program'])
    worker().answerAll()
    expect(session.cell('program')).toMatchObject({ state: 'fresh' })
    expect(session.cell('program').count).toBeUndefined()
    session.awaken('program')
    session.run('read')
    expect(worker().asked).toEqual(['read'])
  })

  it('says nothing of a mistake in a cell that it was not asked to run', async () => {
    const session = open()
    session.awaken('other')
    worker().answer('other', { state: 'diagnostic', diagnostics: [MISTAKE] })
    expect(session.cell('other')).toMatchObject({ state: 'fresh', diagnostics: [] })
    expect(session.cell('other').count).toBeUndefined()
    const looked = session.look('other', { show: [] })
    worker().answer('other', { state: 'diagnostic', diagnostics: [MISTAKE] })
    expect(session.cell('other')).toMatchObject({ state: 'diagnostic', diagnostics: [MISTAKE], count: 1 })
    await vi.waitFor(() => expect(worker().looks).toHaveLength(1))
    worker().say({ type: 'moment', number: worker().looks[0]!.number, moment: undefined })
    expect(await looked).toBeUndefined()
  })

  it('keeps the parts of a result that are as they were', () => {
    const session = open()
    const table = (base: string) => ({ kind: 'source', lines: [{ text: 'a' }, { text: base }] }) as never
    for (const base of ['0x5000', '0x6000']) {
      const before = session.cell('other').views?.[0] as { lines?: object[] } | undefined
      session.run('other')
      worker().answer('other', { views: [table(base)] })
      const after = session.cell('other').views?.[0] as unknown as { lines: object[] }
      expect(after).toEqual(table(base))
      if (before?.lines === undefined) continue
      expect(after).not.toBe(before)
      expect(after.lines[0]).toBe(before.lines[0])
      expect(after.lines[1]).not.toBe(before.lines[1])
    }
  })

  it('shows what changed, against what the page had shown', () => {
    const session = open(CELLS, { factsShownBy: () => new Map([['x.value', '42']]) })
    session.run('other')
    const steps = (value: string) =>
      ({
        kind: 'steps',
        registers: [],
        rows: [{ text: '', values: [{ register: 'x', fact: 'x.value', value }] }],
      }) as const
    worker().answer('other', { views: [steps('99')] })
    expect([...session.cell('other').changed]).toEqual(['x.value'])
    session.run('other')
    worker().answer('other', { views: [steps('99')] })
    expect(session.cell('other').changed.size).toBe(0)
  })
})

describe('a run asked for while another is on its way', () => {
  it('takes with it what the first had still to answer', () => {
    const session = open()
    session.run('program')
    worker().answer('table')
    session.run('other')
    expect(worker().asked).toEqual(['program', 'read', 'other'])
    worker().answerAll()
    expect(['program', 'read', 'other'].map((id) => session.cell(id).state)).toEqual(['done', 'done', 'done'])
  })

  it('that ends just before it would be announced is not announced', () => {
    vi.useFakeTimers()
    const session = open()
    session.run('other')
    worker().answer('other')
    vi.advanceTimersByTime(200)
    vi.useRealTimers()
    worker().say({ type: 'finished', run: 1 })
    expect(session.cell('other').state).toBe('done')
  })

  it('leaves no cell running', () => {
    vi.useFakeTimers()
    const session = open()
    session.run('other')
    worker().say({ type: 'started', run: 1, cell: 'other' })
    vi.advanceTimersByTime(200)
    vi.useRealTimers()
    session.run('read')
    worker().answerAll()
    expect(CELLS.map(({ id }) => session.cell(id).state)).not.toContain('running')
  })
})

describe('a run that takes long', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  function running(): LessonSession {
    const session = open()
    session.run('other')
    worker().say({ type: 'started', run: worker().run, cell: 'other' })
    return session
  }
  const alive = (steps: number) => worker().say({ type: 'alive', run: worker().run, cell: 'other', steps })

  it('says after a second how far it is, and no more when it is over', () => {
    const session = running()
    vi.advanceTimersByTime(500)
    alive(5)
    expect(session.cell('other')).toMatchObject({ state: 'running' })
    expect(session.cell('other').progress).toBeUndefined()
    vi.advanceTimersByTime(600)
    alive(77)
    expect(session.cell('other').progress).toBe(77)
    worker().answer('other')
    expect(session.cell('other')).toMatchObject({ state: 'done' })
    expect(session.cell('other').progress).toBeUndefined()
  })

  it('goes on from where it was broken off, with what comes after it', () => {
    const session = open()
    session.run('program')
    worker().answer('table')
    worker().answer('program', { state: 'interrupted', goesOnFrom: 900 })
    worker().answer('read', { state: 'stale' })
    worker().say({ type: 'finished', run: worker().run })
    session.goOn('program')
    expect(worker().jobs.map(({ cell, goOnFrom }) => [cell.id, goOnFrom])).toEqual([
      ['program', 900],
      ['read', undefined],
    ])
    // Another run meanwhile asks for the same again.
    session.run('other')
    expect(worker().jobs.find(({ cell }) => cell.id === 'program')?.goOnFrom).toBe(900)
    worker().answerAll()
    expect(session.cell('program').goesOnFrom).toBeUndefined()
    session.run('program')
    expect(worker().jobs.map(({ goOnFrom }) => goOnFrom)).toEqual([undefined, undefined])
  })

  it('does not go on with a source that is another one by now', () => {
    const session = open()
    session.run('other')
    worker().answer('other', { state: 'interrupted', goesOnFrom: 900 })
    worker().say({ type: 'finished', run: worker().run })
    session.edit('other', 'else')
    const before = worker().run
    session.goOn('other')
    expect(worker().run).toBe(before)
  })

  it('stops when its cell is deleted, and the others have their turn', () => {
    const session = running()
    session.run('program')
    worker().say({ type: 'started', run: worker().run, cell: 'table' })
    worker().answer('table')
    worker().say({ type: 'started', run: worker().run, cell: 'program' })
    const told = vi.fn()
    session.watchCells(told)
    session.setCells(CELLS.filter(({ id }) => id !== 'program').map(({ after: _, ...rest }) => rest))
    expect(told).toHaveBeenCalledOnce()
    expect(worker().asked).not.toContain('program')
    expect(worker().asked).toContain('other')
    worker().answer('program')
    worker().answerAll()
    expect(session.has('program')).toBe(false)
    expect(session.cell('other').state).toBe('done')
  })

  it('of a cell that is gone is not looked at', async () => {
    const session = open()
    session.setCells([])
    await expect(session.look('other', { show: [] })).resolves.toBeUndefined()
  })
})

describe('a mistake of the course’s own', () => {
  it('in a run is kept with the cell until it runs again', () => {
    const session = open()
    session.run('other')
    const mistakes = [{ during: 'running this cell', error: 'Error' }]
    worker().answer('other', { state: 'interrupted', mistakes })
    expect(session.cell('other').mistakes).toEqual(mistakes)
    session.run('other')
    worker().answer('other')
    expect(session.cell('other').mistakes).toBeUndefined()
  })

  it('in a look is said in the cell that was looked at', async () => {
    const session = open()
    session.run('other')
    worker().answerAll()
    const looked = session.look('other', { show: [] })
    await Promise.resolve()
    const mistakes = [{ during: 'looking', error: 'Error' }]
    worker().say({ type: 'moment', number: worker().looks[0]!.number, moment: undefined, mistakes })
    await expect(looked).resolves.toBeUndefined()
    expect(session.cell('other').mistakes).toEqual(mistakes)
  })
})

describe('editing a cell', () => {
  it('makes it and what comes after it stale, and nothing else', () => {
    const session = open()
    session.edit('program', 'P2')
    expect(['table', 'program', 'read', 'other'].map((id) => session.cell(id).state)).toEqual([
      'fresh',
      'stale',
      'stale',
      'fresh',
    ])
    session.edit('program', 'P')
    expect(session.cell('read').state).toBe('fresh')
  })

  it('while it runs leaves it stale when the result comes', () => {
    const session = open()
    session.run('other')
    session.edit('other', 'O2')
    worker().answerAll()
    expect(session.cell('other').state).toBe('stale')
  })

  it('with a mistake keeps the last good result', () => {
    const session = open()
    session.run('other')
    worker().answer('other', { views: [{ kind: 'steps', registers: [], rows: [] }] })
    session.edit('other', 'O?')
    session.run('other')
    worker().answer('other', {
      state: 'diagnostic',
      diagnostics: [{ message: 'What?', from: 1, to: 2, severity: 'error' }],
    })
    expect(session.cell('other')).toMatchObject({ state: 'diagnostic', views: [{ kind: 'steps' }], count: 2 })
  })
})

describe('a reader’s edits', () => {
  let storage: SharedStorage
  const kept = () => editsOn(storage.open())
  /** A tab that is opened now. */
  function visit(shared?: ReadonlyMap<string, string>, tab = storage.open()): LessonSession {
    const keeping = keepingOn(tab)
    const session = open(CELLS, { keeping })
    session.restore(keeping, shared)
    return session
  }

  beforeEach(() => {
    storage = new SharedStorage()
  })

  it('are taken up on the next visit, and run', () => {
    visit().edit('program', 'P2')
    expect(visit().cell('program').source).toBe('P2')
    expect(worker().asked).toEqual(['table', 'program', 'read'])
  })

  it('go when the cell is reset, and can be found again', () => {
    const session = visit()
    session.edit('other', 'O2')
    session.reset('other')
    expect(session.cell('other').source).toBe('O')
    expect(worker().asked).toEqual(['other'])
    expect(kept().cells).toEqual([])
    expect(visit().versions('other')).toMatchObject([{ source: 'O2', inFavourOf: 'own', isOpen: false }])
  })

  it('of a snippet that has changed since are offered, and stay so whatever is typed', () => {
    kept().keep('other', { source: 'mine', original: hash('as it was') }, undefined)
    const offered = { source: 'mine', inFavourOf: 'author' }
    const session = visit()
    expect(session.cell('other')).toMatchObject({ source: 'O', offered })
    session.edit('other', 'O2')
    expect(session.cell('other')).toMatchObject({ source: 'O2', offered })
    const again = visit()
    expect(again.cell('other')).toMatchObject({ source: 'O2', offered })
    again.decide('other', 'reader')
    expect(again.cell('other')).toMatchObject({ source: 'mine', offered: undefined })
    expect(kept().get('other')).toEqual({ source: 'mine', original: hash('O') })
    expect(again.versions('other')).toMatchObject([{ source: 'O2' }])
    expect(visit().cell('other').offered).toBeUndefined()
  })

  it('are offered beside what a link has brought, and stay so whatever is typed', () => {
    visit().edit('other', 'mine')
    const offered = { source: 'mine', inFavourOf: 'link' }
    const session = visit(new Map([['other', 'sent']]))
    expect(session.cell('other')).toMatchObject({ source: 'sent', offered })
    expect(visit().cell('other')).toMatchObject({ source: 'sent', offered })
    session.edit('other', 'sent!')
    const again = visit()
    expect(again.cell('other')).toMatchObject({ source: 'sent!', offered })
    again.decide('other', 'author')
    expect(visit().cell('other')).toMatchObject({ source: 'sent!', offered: undefined })
    expect(visit().versions('other')).toMatchObject([{ source: 'mine', isOpen: false }])
  })

  it('made in another tab are shown, and what was written here is offered, after a reload too', () => {
    const [one, other] = [storage.open(), storage.open()]
    const [here, there] = [visit(undefined, one), visit(undefined, other)]
    const hear = () => {
      one.hear((key, text) => void here.attend(key, text))
      other.hear((key, text) => void there.attend(key, text))
    }
    here.edit('other', 'here')
    hear()
    there.edit('other', 'th')
    hear()
    there.edit('other', 'there')
    there.edit('table', 'T2')
    hear()
    const seen = { source: 'there', offered: { source: 'here', inFavourOf: 'tab' } }
    return Promise.resolve().then(() => {
      hear()
      expect(here.cell('other')).toMatchObject({ ...seen, state: 'stale' })
      expect(here.cell('table')).toMatchObject({ source: 'T2' })
      expect(here.cell('table').offered).toBeUndefined()
      expect(visit().cell('other')).toMatchObject(seen)
      here.decide('other', 'reader')
      expect(kept().get('other')?.source).toBe('here')
    })
  })

  it('that cannot be kept are mentioned once', () => {
    const session = open()
    session.edit('other', 'O2')
    session.edit('table', 'T2')
    expect(session.cell('other').notice).toMatch(/does not keep/)
    expect(session.cell('table').notice).toBeUndefined()
    expect(session.cell('other').source).toBe('O2')
  })

  it('that have become too long are said not to be kept, and what was kept is', () => {
    const session = visit()
    session.edit('other', 'mine')
    session.edit('other', 'x'.repeat(100_001))
    expect(session.cell('other').notice).toMatch(/longer than the 100,000 characters/)
    expect(kept().get('other')?.source).toBe('mine')
    session.edit('other', 'short again')
    expect(session.cell('other').notice).toBeUndefined()
    expect(kept().get('other')?.source).toBe('short again')
  })

  it('are kept when what keeps them has come, whatever was typed until then', async () => {
    const tab = storage.open()
    const session = open(CELLS, { keeping: () => Promise.resolve(keepingOn(tab)) })
    session.edit('other', 'early')
    session.edit('other', 'earlier')
    await Promise.resolve().then(() => Promise.resolve())
    await new Promise((resolve) => setTimeout(resolve))
    expect(kept().get('other')?.source).toBe('earlier')
  })

  it('say that they are not kept where what keeps them does not come, and are kept when it does', async () => {
    let isReachable = false
    const tab = storage.open()
    const fetchKeeping = () =>
      isReachable ? Promise.resolve(keepingOn(tab)) : Promise.reject(new Error('offline'))
    const session = open(CELLS, { keeping: fetchKeeping })
    session.edit('other', 'early')
    await new Promise((resolve) => setTimeout(resolve))
    expect(session.cell('other').notice).toMatch(/does not keep/)
    isReachable = true
    session.edit('other', 'earlier')
    await new Promise((resolve) => setTimeout(resolve))
    expect(session.cell('other').notice).toBeUndefined()
    expect(kept().get('other')?.source).toBe('earlier')
  })
})

describe('a worker that', () => {
  it('has finished owes nothing, whatever it was still fetching', () => {
    vi.useFakeTimers()
    const session = open()
    session.run('other')
    worker().say({ type: 'ready' })
    worker().say({ type: 'fetching' })
    worker().say({ type: 'finished', run: 1 })
    worker().say({ type: 'fetched' })
    vi.advanceTimersByTime(10 * LONGEST_SILENCE)
    vi.useRealTimers()
    expect(workers[0]?.terminated).toBe(false)
  })

  it('says nothing any more is ended, and the next run gets a new one', () => {
    vi.useFakeTimers()
    const session = open()
    session.run('other')
    worker().say({ type: 'ready' })
    worker().say({ type: 'started', run: 1, cell: 'other' })
    expect(session.cell('other').state).toBe('fresh')
    vi.advanceTimersByTime(200)
    expect(session.cell('other').state).toBe('running')
    vi.advanceTimersByTime(LONGEST_SILENCE)
    vi.useRealTimers()
    expect(workers[0]?.terminated).toBe(true)
    expect(session.cell('other')).toMatchObject({
      state: 'interrupted',
      message: expect.stringContaining('no sign of life'),
    })
    session.run('read')
    expect(workers).toHaveLength(2)
    expect(worker().asked).toEqual(['table', 'program', 'read'])
  })

  it('cannot be loaded says so in the cell', () => {
    const session = open()
    session.run('other')
    worker().onerror?.({})
    expect(session.cell('other').message).toContain('could not be loaded')
  })

  it('cannot be had at all is said in the cell that was run', () => {
    const session = open(CELLS, { createWorker: () => raise() })
    session.run('program')
    expect(session.cell('table').message).toBeUndefined()
    expect(session.cell('program')).toMatchObject({
      state: 'interrupted',
      message: expect.stringContaining('could not be loaded'),
    })
  })

  it('answers an earlier run is not listened to', () => {
    const session = open()
    session.run('other')
    session.run('other')
    worker().say({
      type: 'result',
      run: 1,
      cell: 'other',
      result: { state: 'done', diagnostics: [], views: [], facts: {} },
    })
    expect(session.cell('other').count).toBeUndefined()
  })
})

function raise(): never {
  throw new ReferenceError('Worker is not defined')
}

describe('a pause in typing', () => {
  const aWhile = () => vi.advanceTimersByTime(100)
  const sources = () => worker().foreseen.map(({ job }) => job.cell.source)

  beforeEach(() => {
    vi.useFakeTimers()
    return () => vi.useRealTimers()
  })

  function running(): LessonSession {
    const session = open()
    session.run('program')
    worker().say({ type: 'ready' })
    worker().answerAll()
    return session
  }

  it('has the cell run ahead as it stands then, once', () => {
    const session = running()
    session.edit('program', 'P1')
    session.edit('program', 'P2')
    expect(sources()).toEqual([])
    aWhile()
    expect(sources()).toEqual(['P2'])
    session.run('program')
    expect(worker().jobs[0]).toEqual(worker().foreseen[0]?.job)
  })

  const result = (message: string): CellResult => ({
    state: 'done',
    diagnostics: [],
    message,
    views: [],
    facts: {},
  })

  function foreseen(session: LessonSession): void {
    session.edit('program', 'P1')
    aWhile()
    const { run, job } = worker().foreseen.at(-1)!
    worker().say({ type: 'foreseen', run, job, result: result('ahead') })
  }

  it('has its result at hand when it is asked for, which is shown once', () => {
    const session = running()
    foreseen(session)
    expect(session.cell('program')).toMatchObject({ state: 'stale', count: 1 })
    session.run('program')
    expect(session.cell('program')).toMatchObject({ state: 'done', message: 'ahead', count: 3 })
    expect(session.cell('read').state).toBe('done')
    worker().answerAll()
    expect(session.cell('program')).toMatchObject({ state: 'done', message: 'ahead', count: 3 })
    expect(session.cell('read').count).toBe(4)
    session.run('program')
    expect(session.cell('program').count).toBe(3)
    worker().answerAll()
    expect(session.cell('program').count).toBe(5)
  })

  it('stays as it is shown where the kernel takes its time to run it', () => {
    const session = running()
    foreseen(session)
    session.run('program')
    worker().say({ type: 'started', run: worker().run, cell: 'program' })
    vi.advanceTimersByTime(1000)
    expect(session.cell('program').state).toBe('running')
    worker().answerAll()
    expect(session.cell('program')).toMatchObject({ state: 'done', message: 'ahead' })
  })

  it('comes to nothing where the source is another one by then', () => {
    const session = running()
    foreseen(session)
    session.edit('program', 'P2')
    session.run('program')
    expect(session.cell('program')).toMatchObject({ state: 'stale', count: 1 })
  })

  it('comes to nothing where another run has come between, even on its way', () => {
    const session = running()
    session.edit('program', 'P1')
    aWhile()
    const { run, job } = worker().foreseen.at(-1)!
    session.run('table')
    worker().say({ type: 'foreseen', run, job, result: result('ahead') })
    worker().answerAll()
    session.edit('program', 'P2')
    session.edit('program', 'P1')
    session.run('program')
    expect(session.cell('program').message).not.toBe('ahead')
  })

  it('comes to nothing where the kernel is lost', () => {
    const session = running()
    foreseen(session)
    session.restart()
    session.run('program')
    expect(session.cell('program').message).not.toBe('ahead')
  })

  it('fetches no worker', () => {
    const session = open()
    session.edit('program', 'P1')
    aWhile()
    expect(workers).toEqual([])
  })

  it('does nothing where the cell has been run already, or something runs', () => {
    const session = running()
    session.edit('program', 'P1')
    session.run('program')
    aWhile()
    session.edit('other', 'O1')
    aWhile()
    expect(sources()).toEqual([])
  })

  it('does nothing where other cells would have to be run before, or for a long source', () => {
    const session = running()
    session.edit('table', 'T1')
    aWhile()
    session.edit('program', 'P1')
    aWhile()
    session.edit('other', 'O'.repeat(20_000))
    aWhile()
    expect(sources()).toEqual(['T1'])
  })
})
