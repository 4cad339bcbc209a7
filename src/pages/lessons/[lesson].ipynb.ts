import { readFileSync } from 'node:fs'
import type { APIRoute } from 'astro'
import { render } from 'svelte/server'
import { notebookOf } from '#notebook/build/ipynb.ts'
import { openLesson } from '#notebook/build/lesson.ts'
import { listLessons, type ListedLesson } from '#site/lessons.ts'
import Output from '#widgets/output/Output.svelte'

export async function getStaticPaths() {
  const lessons = await listLessons()
  return lessons.map((lesson) => ({ params: { lesson: lesson.entry.id }, props: { lesson } }))
}

/** A lesson as a file that Jupyter opens, with what its cells have produced. */
export const GET: APIRoute = ({ props }) => {
  const { entry } = (props as { lesson: ListedLesson }).lesson
  const lesson = openLesson(entry)
  const notebook = notebookOf({
    title: entry.data.title,
    description: entry.data.description,
    mdx: readFileSync(entry.filePath ?? '', 'utf8'),
    cells: lesson.cells,
    result: (cell) => lesson.result(cell),
    fact: (of, cell) => lesson.fact(of, cell),
    html: (cell) => withoutTraces(render(Output, { props: { cell, views: lesson.result(cell).views } }).body),
  })
  return new Response(JSON.stringify(notebook, undefined, 1), {
    headers: { 'Content-Type': 'application/x-ipynb+json' },
  })
}

/** What only this site's scripts and styles have a use for. */
function withoutTraces(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<link[^>]*>/g, '')
    .replace(/ (class|tabindex|role|aria-labelledby|data-[\w-]+)="[^"]*"/g, '')
}
