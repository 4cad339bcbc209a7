/** The type of the message by which a framed page says how high it is. */
export const SIZE_MESSAGE = 'pagewalk-size'
