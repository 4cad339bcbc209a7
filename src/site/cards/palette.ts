import { readFileSync } from 'node:fs'

const tokens = readFileSync('src/styles/tokens.css', 'utf8')

/** A colour of the site's as its light theme has it. @param name without the dashes before it */
export function lightColour(name: string): string {
  const [, light] = new RegExp(`--${name}: light-dark\\((#[0-9a-f]+),`).exec(tokens) ?? []
  if (light === undefined) throw new Error(`src/styles/tokens.css has no colour --${name} for two themes.`)
  return light
}
