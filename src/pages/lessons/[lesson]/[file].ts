import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { APIRoute } from 'astro'
import { listLessons } from '#site/lessons.ts'

/** The executables beside lessons, fetched when a cell first runs one. */
export async function getStaticPaths() {
  const lessons = await listLessons()
  return lessons.flatMap(({ entry }) => {
    const folder = dirname(entry.filePath ?? '')
    return globSync('*.elf', { cwd: folder }).map((file) => ({
      params: { lesson: entry.id, file },
      props: { path: join(folder, file) },
    }))
  })
}

export const GET: APIRoute = ({ props }) =>
  new Response(readFileSync((props as { path: string }).path), {
    headers: { 'Content-Type': 'application/octet-stream' },
  })
