/**
 * What attributes leave out (Rust reference, "Conditional compilation"). A program is compiled as `rustc` does by itself on
 * Linux, x86-64: with debug assertions, with panics that unwind, and not for tests.
 */
const HOLDING: ReadonlySet<string> = new Set([
  'debug_assertions',
  'overflow_checks',
  'unix',
  'true',
  'panic="unwind"',
  'target_arch="x86_64"',
  'target_endian="little"',
  'target_env="gnu"',
  'target_family="unix"',
  'target_os="linux"',
  'target_pointer_width="64"',
  'target_vendor="unknown"',
])

/** `#[cfg(test)]`, `#[test]`: there is nothing behind it. */
export function isLeftOut(attribute: string): boolean {
  const [, name, rest] = /^#\[\s*(\w+)\s*(?:\((.*)\))?\s*\]$/s.exec(attribute) ?? []
  return name === 'test' || name === 'bench' || (name === 'cfg' && !holds(rest ?? ''))
}

/** Whether a predicate holds: `all(unix, not(test))`. */
export function holds(predicate: string): boolean {
  const text = predicate.trim()
  const [, operator, inside] = /^(all|any|not)\s*\((.*)\)$/s.exec(text) ?? []
  if (operator === undefined) return HOLDING.has(text.replace(/\s*=\s*/, '='))
  const parts = partsOf(inside ?? '')
  if (operator === 'not') return !holds(parts[0] ?? '')
  return operator === 'all' ? parts.every(holds) : parts.some(holds)
}

/** Between commas that stand in no parentheses. */
function partsOf(list: string): readonly string[] {
  const parts: string[] = ['']
  let depth = 0
  for (const character of list) {
    depth += character === '(' ? 1 : character === ')' ? -1 : 0
    if (character === ',' && depth === 0) parts.push('')
    else parts[parts.length - 1] += character
  }
  return parts.filter((part) => part.trim() !== '')
}
