import { mount } from 'svelte'
import LessonTools from './LessonTools.svelte'

/** Brings a lesson's tools to life in their place. @param first what was pressed already */
export function openTools(target: HTMLElement, first: string): void {
  mount(LessonTools, { target, props: { notebook: target.dataset['notebook'] ?? '', first } })
}
