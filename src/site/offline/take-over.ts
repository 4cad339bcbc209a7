/** What a page says to a newer course that waits, when its reader wants it. */
export const TAKE_OVER = 'take over'
