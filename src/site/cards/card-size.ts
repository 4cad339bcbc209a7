/** In pixels, as Open Graph's readers expect a link's picture. */
export const CARD_WIDTH = 1200
export const CARD_HEIGHT = 630
