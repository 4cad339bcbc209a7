/**
 * What readers do most, in Firefox and WebKit: a lesson's cells, its machine, an exercise, the scratchpad. Chromium has
 * all other tests. Where an engine is absent, that is said.
 */
import { expect, test } from '@playwright/test'
import type { Engine } from './engine.ts'
import { findEngines } from './find-engines.ts'

/** Waits in the page until something is so, and gives it back. */
const until = (what: string) => `
  for (const began = Date.now(); ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const found = (() => { ${what} })()
    if (found) return found
    if (Date.now() - began > 40000) throw new Error(${JSON.stringify(`never came: ${what}`)})
  }`

const press = (place: string, name: string) =>
  until(`
    const button = [...document.querySelectorAll(${JSON.stringify(`${place} button, ${place} [role=tab]`)})].find(
      (each) => !each.disabled && (each.getAttribute('aria-label') ?? each.textContent).trim().startsWith(${JSON.stringify(name)}))
    if (!button) return false
    button.focus()
    button.click()
    return true`)

const textOf = (selector: string, part: string) =>
  until(`
    const element = document.querySelector(${JSON.stringify(selector)})
    return element?.textContent.includes(${JSON.stringify(part)}) && element.textContent`)

async function lesson(engine: Engine, base: string): Promise<void> {
  await engine.go(`${base}lessons/complete-example/`)
  const state = (wanted: string) =>
    until(`return document.querySelector('#cell-example')?.dataset.state === '${wanted}'`)
  await engine.run(press('#cell-example', 'Run'))
  await engine.run(state('done'))
  await engine.run(press('#cell-example', 'Edit'))
  await engine.run(
    until(`
    const editor = document.querySelector('#cell-example .editor')?.shadowRoot ?? document.querySelector('#cell-example .editor')
    return editor?.querySelector('.cm-content') !== null && document.activeElement?.closest('#cell-example .cell-source, #cell-example') !== null`),
  )
  await engine.press(['Control+a'])
  await engine.press([...'fn example() { let x: u8 = 43; }'])
  await engine.press(['Control+Enter'])
  await engine.run(textOf('#cell-example .outputs', '43'))
}

async function machine(engine: Engine, base: string): Promise<void> {
  await engine.go(`${base}lessons/complete-example/`)
  await engine.run(press('#cell-example', 'Machine'))
  await engine.run(textOf('aside.machine .count', '5 of 7'))
  await engine.run(press('aside.machine', 'One instruction back'))
  await engine.run(textOf('aside.machine .count', '4 of 7'))
  await engine.run(press('aside.machine', 'Next phase'))
  await engine.run(textOf('aside.machine .sentence', 'phase 1 of'))
  await engine.press(['Escape'])
  await engine.run(until(`return document.querySelector('aside.machine').hidden`))
}

async function exercise(engine: Engine, base: string): Promise<void> {
  await engine.go(`${base}lessons/your-question/`)
  await engine.run(
    until(`
    const exercise = document.querySelector('.exercise')
    exercise.scrollIntoView()
    return exercise.dataset.ready === 'true'`),
  )
  await engine.run(`document.querySelector('.exercise input').focus()`)
  await engine.press([...'0x7'])
  await engine.run(press('.exercise', 'Check'))
  await engine.run(until(`return document.querySelector('.exercise .feedback').textContent.trim() !== ''`))
}

async function scratchpad(engine: Engine, base: string): Promise<void> {
  await engine.go(`${base}scratchpad/`)
  await engine.run(press('.adder', '+ Rust'))
  await engine.run(press('section.cell', 'Run'))
  await engine.run(until(`return document.querySelector('section.cell').dataset.state === 'done'`))
}

for (const found of findEngines()) {
  test(`in ${found.name} a lesson, its machine, an exercise and the scratchpad work`, async ({ baseURL }) => {
    test.setTimeout(240_000)
    if (!('start' in found)) {
      console.log(`${found.name}: not tested, ${found.absent}`)
      return
    }
    const engine = await found.start()
    try {
      // The lesson goes last but one: what is written there stays.
      for (const each of [machine, exercise, lesson, scratchpad])
        await test.step(each.name, () => each(engine, baseURL!))
    } finally {
      await engine.end()
    }
    expect(engine.name).toBe(found.name)
  })
}
