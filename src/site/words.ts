/** What the pages around a lesson say, in each of the course's languages. A translation begins with a row here. */
import { PARTIES, type Party } from '#widgets/view/parties.ts'

interface Words {
  /** What the language calls itself. */
  readonly language: string
  readonly languages: string
  readonly skip: string
  readonly course: string
  readonly lessons: string
  readonly contents: string
  readonly search: string
  readonly colours: string
  readonly themes: { readonly auto: string; readonly light: string; readonly dark: string }
  readonly parts: readonly string[]
  readonly onThisPage: string
  readonly scratchpad: string
  readonly reference: string
  readonly place: (number: number, count: number) => string
  readonly who: string
  readonly parties: Readonly<Record<Party, string>>
  readonly aims: string
  readonly terms: (minutes: number, needs: string) => string
  readonly answer: string
  readonly reality: string
  readonly exercises: string
  readonly variants: string
  readonly known: string
  readonly turn: string
  readonly previous: string
  readonly next: string
  readonly end: string
  readonly examination: string
}

const en: Words = {
  language: 'English',
  languages: 'Languages',
  skip: 'Skip to the text',
  course: 'Course',
  lessons: 'Lessons',
  contents: 'Contents',
  search: 'Search',
  colours: 'Colours',
  themes: { auto: 'Auto', light: 'Light', dark: 'Dark' },
  parts: ['One value, all the way', 'The real machine', 'Beside the course'],
  onThisPage: 'On this page',
  scratchpad: 'Scratchpad',
  reference: 'Reference',
  place: (number, count) => `Lesson ${number} of ${count}`,
  who: 'Who this lesson is about',
  parties: PARTIES,
  aims: 'When you have read it, you can',
  terms: (minutes, needs) =>
    `About ${minutes} minutes with its exercises. To begin with: ${needs.charAt(0).toLowerCase()}${needs.slice(1)}`,
  answer: 'What comes of it',
  reality: 'Model and reality',
  exercises: 'Exercises',
  variants:
    'Each answer is worked out by the machine, not looked up, so every exercise has as many variants as you like.',
  known: 'What you know now',
  turn: 'Previous and next lesson',
  previous: 'Previous',
  next: 'Next',
  end: 'At the end',
  examination: 'The final examination, and where to go on',
}

const de: Words = {
  language: 'Deutsch',
  languages: 'Sprachen',
  skip: 'Zum Text springen',
  course: 'Kurs',
  lessons: 'Lektionen',
  contents: 'Inhalt',
  search: 'Suche',
  colours: 'Farben',
  themes: { auto: 'Automatisch', light: 'Hell', dark: 'Dunkel' },
  parts: ['Ein Wert, von Anfang bis Ende', 'Die wirkliche Maschine', 'Neben dem Kurs'],
  onThisPage: 'Auf dieser Seite',
  scratchpad: 'Notizblock',
  reference: 'Nachschlagen',
  place: (number, count) => `Lektion ${number} von ${count}`,
  who: 'Um wen es in dieser Lektion geht',
  parties: { compiler: 'Compiler', cpu: 'CPU', os: 'Betriebssystem', ram: 'RAM' },
  aims: 'Danach kannst du',
  terms: (minutes, needs) => `Etwa ${minutes} Minuten mit den Übungen. Vorausgesetzt: ${needs}`,
  answer: 'Was dabei herauskommt',
  reality: 'Modell und Wirklichkeit',
  exercises: 'Übungen',
  variants:
    'Jede Antwort rechnet die Maschine aus, keine ist nachgeschlagen. Deshalb gibt es von jeder Übung so viele Fassungen, wie man mag.',
  known: 'Was du jetzt weißt',
  turn: 'Vorige und nächste Lektion',
  previous: 'Zurück',
  next: 'Weiter',
  end: 'Am Ende',
  examination: 'Die Prüfung, und wie es weitergeht',
}

/** The course's own language comes first: what is not translated is read in it. */
const WORDS = { en, de }

/** A language that pages are written in, by its tag (BCP 47). */
export type PageLanguage = keyof typeof WORDS

export const ORIGINAL: PageLanguage = 'en'
export const PAGE_LANGUAGES = Object.keys(WORDS) as readonly PageLanguage[]

/** What is said in a language; a page that does not say its own is in the course's. */
export function wordsIn(language: PageLanguage = ORIGINAL): Words {
  return WORDS[language]
}

/** Where the pages of a language are, under the site's base: empty, or with a slash behind it. */
export function languagePath(language: PageLanguage): string {
  return language === ORIGINAL ? '' : `${language}/`
}
