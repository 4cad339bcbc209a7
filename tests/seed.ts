/**
 * What every random test draws from. An ordinary run draws the same each time, so that a failure is what a change has
 * brought about and everybody sees it; another number in PAGEWALK_SEED draws other cases, as the nightly run does.
 */
export const SEED = Number(process.env['PAGEWALK_SEED'] ?? 1)
