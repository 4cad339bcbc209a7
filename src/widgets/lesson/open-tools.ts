import { mount } from 'svelte'
import LessonTools from './LessonTools.svelte'

/** Brings a lesson's tools to life in their place. @param notebook the lesson as a file @param first what was pressed already */
export function openTools(target: HTMLElement, notebook: string, first: string): void {
  mount(LessonTools, { target, props: { notebook, first } })
}
