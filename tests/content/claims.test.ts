/** The course may simplify, but it must say so: every claim of the source document that isn't exact has its note. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import claims from './claims.json' with { type: 'json' }

const lessonsFolder = join(import.meta.dirname, '../../content/lessons')

const citedClaims = new Map<string, string[]>(
  readdirSync(lessonsFolder).map((lesson) => {
    const text = readFileSync(join(lessonsFolder, lesson, 'lesson.mdx'), 'utf8')
    const cited = [...text.matchAll(/<Reality claims="([^"]*)"/g)].flatMap(([, ids]) => ids!.split(/\s+/))
    return [lesson, cited]
  }),
)
const allCited = new Set([...citedClaims.values()].flat())

describe('Model and reality', () => {
  test.each(claims.claims.filter((claim) => claim.verdict !== 'exact'))('$id: $claim', ({ id }) => {
    expect(allCited).toContain(id)
  })

  test.each([...citedClaims])('%s cites only claims that exist', (_lesson, cited) => {
    const known = claims.claims.map((claim) => claim.id)
    expect(cited.filter((id) => !known.includes(id))).toEqual([])
  })
})
