/** A block of a lesson's text as it is presented. */
export interface Block {
  /** `heading` begins an idea, `thing` is what one looks at, `answer` belongs to what is before it, `text` is the rest. */
  readonly kind: 'heading' | 'thing' | 'answer' | 'text'
  /** As it stands, in pixels. */
  readonly height: number
}

/** What leads to a thing stays with it, high as that may be, if it takes no more of the screen. */
export const LEAD = 1 / 3

/**
 * A lesson divided into screens: one idea each. A heading begins one, a thing ends one, and text goes on as long as
 * there is room; what is higher than a screen has one of its own.
 * @param room height of a screen, in pixels
 * @returns for each screen the numbers of its blocks, which are all, in their order
 */
export function screensOf(blocks: readonly Block[], room: number): number[][] {
  const screens: number[][] = []
  for (const [index, block] of blocks.entries()) {
    const screen = screens.at(-1)
    if (
      screen &&
      staysWith(
        screen.map((each) => blocks[each]!),
        block,
        room,
      )
    )
      screen.push(index)
    else screens.push([index])
  }
  return screens
}

function staysWith(screen: readonly Block[], block: Block, room: number): boolean {
  if (block.kind === 'answer') return true
  const bare = screen.every(({ kind }) => kind === 'heading')
  if (block.kind === 'heading') return bare
  if (screen.some(({ kind }) => kind === 'thing')) return false
  const taken = screen.reduce((sum, { height }) => sum + height, 0)
  const isLead = block.kind === 'thing' && taken <= room * LEAD
  return bare || isLead || taken + block.height <= room
}
