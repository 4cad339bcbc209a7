import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { keyActions, type Engine } from './engine.ts'

/** How often a driver is asked whether it is there. Milliseconds. */
const PATIENCE = 200

/**
 * WebKitGTK through its WebDriver. It draws to a display: where there is none, in one that nobody sees.
 * @param driver where the driver is
 * @param display what gives a program a display, where one is needed
 */
export async function webkit(driver: string, display: readonly string[]): Promise<Engine> {
  const port = await freePort()
  const [command = driver, ...before] = [...display, driver]
  const process = spawn(command, [...before, `--port=${port}`], { detached: true, stdio: 'ignore' })
  const address = `http://localhost:${port}`

  async function ask(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(address + path, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    })
    const { value } = (await response.json()) as { value: unknown }
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(value)}`)
    return value
  }

  for (let tries = 0; ; tries++) {
    if (
      await ask('GET', '/status').then(
        () => true,
        () => false,
      )
    )
      break
    if (tries > 100) throw new Error('WebKit’s driver does not answer')
    await new Promise((resolve) => setTimeout(resolve, PATIENCE))
  }
  const { sessionId } = (await ask('POST', '/session', { capabilities: {} })) as { sessionId: string }
  const session = `/session/${sessionId}`
  await ask('POST', `${session}/timeouts`, { script: 60_000, pageLoad: 60_000 })
  return {
    name: 'WebKit',
    go: async (url) => void (await ask('POST', `${session}/url`, { url })),
    run: async <Result>(body: string) => {
      const script = `const done = arguments[0]
        ;(async () => {${body}})().then(
          (value) => done(JSON.stringify({ value })),
          (error) => done(JSON.stringify({ error: String(error) })),
        )`
      const text = (await ask('POST', `${session}/execute/async`, { script, args: [] })) as string
      const { value, error } = JSON.parse(text) as { value?: Result; error?: string }
      if (error !== undefined) throw new Error(error)
      return value as Result
    },
    press: async (keys) => void (await ask('POST', `${session}/actions`, { actions: keyActions(keys) })),
    end: async () => {
      await ask('DELETE', session).catch(() => undefined)
      // The driver and what gave it a display.
      if (process.pid !== undefined) globalThis.process.kill(-process.pid)
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}
