import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import sparticuz from '@sparticuz/chromium'
import { chromium } from '@playwright/test'

/** A Chromium that is there, and a word on where it came from. */
export interface Browser {
  readonly executablePath: string
  readonly origin: string
  readonly arguments: readonly string[]
}

const COMMAND_NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome']
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Containers run tests as root and without a GPU; nothing the browser does by itself may reach the network. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Playwright's own Chromium if it is installed, else one of the system's, else the one inside an npm package. */
export async function findBrowser(): Promise<Browser> {
  const own = chromium.executablePath()
  if (existsSync(own)) return { executablePath: own, origin: "Playwright's own Chromium", arguments: QUIET }
  const system = systemBrowser()
  if (system) return { executablePath: system, origin: "the system's browser", arguments: QUIET }
  const packed = await sparticuz.executablePath()
  return { executablePath: packed, origin: 'the npm package @sparticuz/chromium', arguments: QUIET }
}

function systemBrowser(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const commands = folders.flatMap((folder) => COMMAND_NAMES.map((name) => join(folder, name)))
  return [...commands, ...PLACES].find((path) => existsSync(path))
}
