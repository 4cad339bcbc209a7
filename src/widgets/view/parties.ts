/** Those among whom the knowledge of a value is divided, and what people call them. Each has a hue of its own. */
export const PARTIES = { compiler: 'compiler', cpu: 'CPU', os: 'operating system', ram: 'RAM' } as const

export type Party = keyof typeof PARTIES
