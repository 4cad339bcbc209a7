/** What concerns a lesson's session as a whole: links, running and resetting everything, looking at machines. */
import { beforeEach, describe, expect, it } from 'vitest'
import { hash } from '#notebook/shared/hash.ts'
import type { LessonPage } from '#notebook/page/lesson-page.ts'
import { LessonSession } from '#notebook/page/lesson-session.ts'
import { Keeping } from '#notebook/page/keeping.ts'
import { StoredEdits } from '#notebook/page/stored-edits.ts'
import { SharedStorage } from './faulty-storage.ts'
import { CELLS, SpokenWorker } from './spoken-worker.ts'

let workers: SpokenWorker[]
let page: LessonPage
let session: LessonSession
const worker = () => workers.at(-1)!

let storage: SharedStorage
let keeping: Keeping
const edits = () => new StoredEdits('lesson', 'table', () => storage.open())

beforeEach(() => {
  workers = []
  storage = new SharedStorage()
  keeping = new Keeping(edits())
  page = {
    cells: CELLS,
    keeping,
    createWorker: () => workers[workers.push(new SpokenWorker()) - 1]!,
    factsAskedOf: () => [],
    showFacts: () => {},
    factsShownBy: () => new Map(),
  }
  session = new LessonSession(page)
})

describe('a link', () => {
  const shared = new Map([['program', 'SHARED']])

  it('brings its sources, and runs them', () => {
    session.restore(keeping, shared)
    expect(session.cell('program').source).toBe('SHARED')
    expect(worker().asked).toContain('program')
    expect(edits().get('program')?.source).toBe('SHARED')
  })

  it('offers what the reader had written there, and loses none of it', () => {
    edits().keep('program', { source: 'MINE', original: hash('P') }, undefined)
    keeping = new Keeping(edits())
    session.restore(keeping, shared)
    expect(session.cell('program')).toMatchObject({
      source: 'SHARED',
      offered: { source: 'MINE', inFavourOf: 'link' },
    })
    expect(edits().versions('program')).toMatchObject([{ source: 'MINE', isOpen: true }])
    session.decide('program', 'reader')
    expect(session.cell('program')).toMatchObject({ source: 'MINE', offered: undefined })
  })

  it('to what the reader has anyway changes nothing', () => {
    edits().keep('program', { source: 'SHARED', original: hash('P') }, undefined)
    keeping = new Keeping(edits())
    session.restore(keeping, shared)
    expect(session.cell('program')).toMatchObject({ source: 'SHARED' })
    expect(session.cell('program').offered).toBeUndefined()
  })

  it('for a cell that is not there is no trouble', () => {
    session.restore(keeping, new Map([['nowhere', 'X']]))
    expect(session.editedCells).toEqual([])
  })

  it('carries what was edited, and one cell whatever it is', () => {
    session.edit('program', 'EDITED')
    expect([...session.sourcesToShare()]).toEqual([['program', 'EDITED']])
    expect([...session.sourcesToShare('table')]).toEqual([['table', 'T']])
  })
})

describe('the whole lesson', () => {
  it('is run in order', () => {
    session.runEverything()
    expect(worker().asked).toEqual(CELLS.map(({ id }) => id))
  })

  it('is reset: every snippet is the author’s again, and nothing is kept', () => {
    session.edit('program', 'EDITED')
    session.edit('table', 'EDITED')
    session.resetEverything()
    expect(session.editedCells).toEqual([])
    expect(edits().cells).toEqual([])
    expect(worker().asked).toEqual(expect.arrayContaining(['program', 'table']))
  })

  it('begins anew after a restart, with the cells it needs', () => {
    session.run('program')
    worker().answerAll()
    session.restart()
    expect(worker().terminated).toBe(true)
    session.run('program')
    expect(worker().terminated).toBe(false)
    expect(worker().asked).toEqual(expect.arrayContaining(['table', 'program']))
  })

  it('says of a cell that was running what became of it', () => {
    session.run('program')
    worker().say({ type: 'started', run: worker().run, cell: 'table' })
    session.restart()
    expect(session.cell('table').message ?? session.cell('program').message).toMatch(/was restarted/)
  })

  it('knows what comes next and before', () => {
    expect([session.neighbour('table', 1), session.neighbour('table', -1)]).toEqual([CELLS[1]?.id, undefined])
  })
})

describe('looking at a cell’s machine', () => {
  const LOOK = { show: [] }

  it('runs what it needs unseen, then asks', async () => {
    const seen = session.look('program', LOOK)
    expect(worker().asked).toEqual(['table', 'program'])
    worker().answerAll()
    await Promise.resolve()
    expect(worker().looks.map(({ cell: id }) => id)).toEqual(['program'])
    expect(session.cell('program').count).toBeUndefined()
    const moment = { step: 1 } as never
    worker().say({ type: 'moment', number: worker().looks[0]!.number, moment })
    expect(await seen).toBe(moment)
  })

  it('asks at once where the cell has run', async () => {
    session.run('program')
    worker().answerAll()
    void session.look('program', LOOK)
    await Promise.resolve()
    expect(worker().looks).toHaveLength(1)
  })

  it('is told when the worker is lost', async () => {
    session.run('program')
    worker().answerAll()
    const seen = session.look('program', LOOK)
    await Promise.resolve()
    session.restart()
    expect(await seen).toBeUndefined()
  })
})
