/** Lessons of a teacher's own, beside the course's: built with `PAGEWALK_LESSONS`. */
import { cell, openLesson, rewrite } from './lesson-page.ts'
import { expect, test } from './fixtures.ts'

test('a lesson of somebody’s own stands in the contents and has what the course’s lessons have', async ({
  page,
  request,
  baseURL,
}) => {
  await openLesson(page, 'lessons/of-our-class/')
  const contents = page.getByRole('navigation').filter({ hasText: 'Beside the course' }).first()
  await expect(contents.getByRole('link', { name: 'Of our class' })).toHaveCount(1)
  await rewrite(page, cell(page, 'ours'), (source) => source.replace('u16', 'u64'))
  await expect(cell(page, 'ours')).toHaveAttribute('data-state', 'done')
  const exercise = page.locator('#exercise-where-is-it')
  await exercise.getByRole('textbox').fill('-1000')
  await exercise.getByRole('button', { name: 'Check' }).click()
  await expect(exercise.getByRole('button', { name: 'Hint (1 of 1)' })).toBeVisible()
  const search = await (await request.get(`${baseURL}search.json`)).text()
  expect(search).toContain('of-our-class')
  await page.goto('teachers/')
  await expect(page.getByRole('heading', { name: '29. Of our class' })).toBeVisible()
  await page.goto('assign/')
  await expect(page.getByRole('main')).toContainText('Of our class')
})
