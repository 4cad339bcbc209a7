/** The pages on which one looks something up, in the order in which they are named. */
export const REFERENCE = [
  {
    path: 'reference/glossary/',
    name: 'Glossary',
    about: 'The words of the course, each in a sentence or two.',
  },
  {
    path: 'reference/instructions/',
    name: 'Instructions',
    about: 'Every instruction that the processor knows: what it does, its forms, and an example to run.',
  },
  {
    path: 'reference/errors/',
    name: 'Errors',
    about: 'Every code that the compiler gives, why, and the smallest program that brings it about.',
  },
  {
    path: 'reference/languages/',
    name: 'Languages of the cells',
    about:
      'Rust, assembly, page tables, accesses, processes, machines and executables: how a cell of each begins.',
  },
  { path: 'machines/', name: 'Machines', about: 'Every machine that has a name, side by side.' },
  {
    path: 'reference/facts/',
    name: 'Facts',
    about: 'Everything that can be asked of a machine, and how it is written.',
  },
  { path: 'reference/keys/', name: 'Keys', about: 'What the keyboard does.' },
  {
    path: 'reference/how-we-know/',
    name: 'How we know',
    about: 'What the machine under the pages was compared with, and how often.',
  },
] as const
