import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { checkFile, ownVectorFiles } from './run.ts'

test.each(ownVectorFiles().map((file) => [basename(file), file] as const))(
  '%s: every record passes',
  async (_name, file) => {
    const { passed, failures } = await checkFile(file)
    expect(failures).toEqual([])
    expect(passed).toBeGreaterThan(0)
  },
)
