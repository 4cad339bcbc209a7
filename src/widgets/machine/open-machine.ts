/** The machine beside the page: one for all cells of a lesson. Fetched when a reader first opens it. */
import { mount } from 'svelte'
import type { LessonSession } from '#notebook/page/lesson-session.ts'
import Machine from './Machine.svelte'
import { MachinePanel } from './machine-panel.svelte.ts'

let panel: MachinePanel | undefined

/** Shows the machine of a cell, and puts the keyboard there. */
export function openMachine(session: LessonSession, cell: string): void {
  const isFirst = panel === undefined
  panel ??= new MachinePanel(session)
  panel.open(cell)
  if (isFirst) mount(Machine, { target: document.body, props: { panel } })
}
