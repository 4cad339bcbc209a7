import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keyActions, type Engine } from './engine.ts'

interface Answer {
  readonly id?: number
  readonly type: string
  readonly result?: Readonly<Record<string, unknown>>
  readonly message?: string
}

/** A Firefox over WebDriver BiDi, which every one speaks by itself. @param command where it is */
export async function firefox(command: string): Promise<Engine> {
  const profile = mkdtempSync(join(tmpdir(), 'pagewalk-firefox-'))
  const process = spawn(command, [
    '--headless',
    '--no-remote',
    '--remote-debugging-port=0',
    '--profile',
    profile,
  ])
  const socket = new WebSocket(`${await addressSaid(process)}/session`)
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true })
    socket.addEventListener('error', () => reject(new Error('Firefox does not answer')), { once: true })
  })
  const waiting = new Map<number, (answer: Answer) => void>()
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer
    waiting.get(answer.id ?? -1)?.(answer)
  })

  let count = 0
  async function ask(method: string, params: object): Promise<Readonly<Record<string, unknown>>> {
    const id = ++count
    const answer = await new Promise<Answer>((resolve) => {
      waiting.set(id, resolve)
      socket.send(JSON.stringify({ id, method, params }))
    })
    waiting.delete(id)
    if (answer.type === 'error') throw new Error(`${method}: ${answer.message}`)
    return answer.result ?? {}
  }

  await ask('session.new', { capabilities: {} })
  const { contexts } = await ask('browsingContext.getTree', {})
  const { context } = (contexts as [{ context: string }])[0]
  return {
    name: 'Firefox',
    go: async (url) => {
      await ask('browsingContext.navigate', { context, url, wait: 'complete' })
    },
    run: async <Result>(body: string) => {
      const expression = `(async () => JSON.stringify(await (async () => {${body}})()))()`
      const { result, exceptionDetails } = await ask('script.evaluate', {
        expression,
        target: { context },
        awaitPromise: true,
      })
      if (exceptionDetails) throw new Error((exceptionDetails as { text: string }).text)
      return JSON.parse((result as { value?: string }).value ?? 'null') as Result
    },
    press: async (keys) => {
      await ask('input.performActions', { context, actions: keyActions(keys) })
    },
    end: async () => {
      await ask('browser.close', {}).catch(() => undefined)
      socket.close()
      process.kill()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function addressSaid(process: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    process.stderr?.on('data', (text: Buffer) => {
      said += text.toString()
      const address = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1]
      if (address !== undefined) resolve(address)
    })
    process.once('error', reject)
    process.once('exit', () => reject(new Error(`Firefox has ended: ${said}`)))
  })
}
