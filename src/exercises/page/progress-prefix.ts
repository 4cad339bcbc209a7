/** How the name of everything in the browser's storage that is progress begins. Copies of the course under other paths of one origin keep theirs apart. */
export const PROGRESS_PREFIX = `pagewalk:${import.meta.env.BASE_URL}:progress:`
