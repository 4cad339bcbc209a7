import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import * as playwright from '@playwright/test'
import type { Engine } from './engine.ts'
import { firefox } from './firefox.ts'
import { played } from './played.ts'
import { webkit } from './webkit.ts'

/** An engine besides Chromium’s: how it is started, or why it is not. */
export type Found =
  | { readonly name: string; readonly start: () => Promise<Engine> }
  | { readonly name: string; readonly absent: string }

/** Playwright's own builds where they are installed, else what the system has. */
export function findEngines(): readonly Found[] {
  return [findFirefox(), findWebkit()]
}

function findFirefox(): Found {
  const name = 'Firefox'
  if (existsSync(playwright.firefox.executablePath()))
    return { name, start: () => played(name, playwright.firefox) }
  const command = inPath('firefox-esr') ?? inPath('firefox')
  return command ? { name, start: () => firefox(command) } : { name, absent: 'no Firefox is installed' }
}

function findWebkit(): Found {
  const name = 'WebKit'
  if (existsSync(playwright.webkit.executablePath()))
    return { name, start: () => played(name, playwright.webkit) }
  const driver = inPath('WebKitWebDriver')
  if (driver === undefined) return { name, absent: 'no WebKit is installed (Debian: webkit2gtk-driver)' }
  if (process.env['DISPLAY'] !== undefined) return { name, start: () => webkit(driver, []) }
  const display = inPath('xvfb-run')
  if (display === undefined) return { name, absent: 'WebKitGTK needs a display (Debian: xvfb)' }
  return { name, start: () => webkit(driver, [display, '-a']) }
}

function inPath(command: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.map((folder) => join(folder, command)).find((path) => existsSync(path))
}
