/** A browser as a reader drives it: what the smoke needs of one, whatever protocol it speaks. */
export interface Engine {
  readonly name: string
  go(url: string): Promise<void>
  /** Runs a function's body in the page, and waits for what it promises. @throws Error where it throws */
  run<Result>(body: string): Promise<Result>
  /** Presses keys one after the other where the keyboard is: characters, or names as `Enter`. */
  press(keys: readonly string[]): Promise<void>
  end(): Promise<void>
}

/** The code points that WebDriver has for keys without a character. */
const KEY_CODES: Readonly<Record<string, string>> = {
  Enter: '\uE007',
  Escape: '\uE00C',
  Tab: '\uE004',
  ArrowDown: '\uE015',
  ArrowRight: '\uE014',
  Control: '\uE009',
  Shift: '\uE008',
}

/** Key presses as both WebDrivers take them; `Control+a` holds the one while the other is pressed. */
export function keyActions(keys: readonly string[]): object[] {
  const actions = keys.flatMap((key) => {
    const names = key === '+' ? ['+'] : key.split('+')
    const values = names.map((name) => KEY_CODES[name] ?? name)
    return [
      ...values.map((value) => ({ type: 'keyDown', value })),
      ...values.reverse().map((value) => ({ type: 'keyUp', value })),
    ]
  })
  return [{ type: 'key', id: 'keyboard', actions }]
}
