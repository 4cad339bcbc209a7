import { argumentOf, factPath, type FactPath } from './fact-path.ts'
import type { MistakeName } from './mistakes.ts'

/** How a property is asked for, and what is commonly got wrong about it. */
interface Description {
  readonly label: string
  /** `${of}` is what the fact is about, already marked up. */
  readonly question: string
  readonly mistakes: readonly MistakeName[]
}

const PROPERTIES: Readonly<Record<string, Description>> = {
  offset: {
    label: 'Offset from RBP',
    question: 'How far from RBP does ${of} lie? (A place below RBP has a negative offset.)',
    mistakes: ['offset-from-rsp', 'direction-reversed'],
  },
  size: { label: 'Bytes', question: 'How many bytes does ${of} take?', mistakes: ['wrong-type-size'] },
  alignment: {
    label: 'Alignment',
    question: 'Of which number must the address of ${of} be a multiple?',
    mistakes: [],
  },
  value: { label: 'Value', question: 'What is the value of ${of}?', mistakes: [] },
  bytes: {
    label: 'Bytes, from the lowest address',
    question: 'Which bytes does ${of} consist of, beginning at its lowest address?',
    mistakes: [],
  },
  virtualAddress: {
    label: 'Virtual address',
    question: 'At which virtual address does ${of} begin?',
    mistakes: ['offset-from-rsp', 'direction-reversed'],
  },
  lastByte: {
    label: 'Virtual address of the last byte',
    question: 'At which virtual address is the last byte of ${of}?',
    mistakes: ['one-past-the-end'],
  },
  page: {
    label: 'Page number',
    question: 'In which page does ${of} lie? Write the page’s number.',
    mistakes: ['page-and-offset-swapped', 'off-by-one-page'],
  },
  pageOffset: {
    label: 'Offset within the page',
    question: 'Which byte of its page is the first byte of ${of}?',
    mistakes: ['page-and-offset-swapped'],
  },
  physicalAddress: {
    label: 'Physical address',
    question: 'In which byte of RAM does ${of} begin?',
    mistakes: ['page-and-offset-swapped', 'frame-not-shifted', 'not-translated', 'offset-forgotten'],
  },
  frame: {
    label: 'Frame number',
    question: 'In which frame does ${of} lie?',
    mistakes: ['frame-shifted', 'not-translated'],
  },
  frameBase: {
    label: 'Physical address of the frame’s first byte',
    question: 'Where in RAM does the frame of ${of} begin?',
    mistakes: ['frame-not-shifted', 'not-translated'],
  },
  frameSize: { label: 'Bytes', question: 'How large is the stack frame?', mistakes: [] },
  localBytes: { label: 'Bytes', question: 'How many bytes do the variables take together?', mistakes: [] },
  pml4: { label: 'Index', question: 'Which entry of the PML4 does the walk for ${of} use?', mistakes: [] },
  pdpt: { label: 'Index', question: 'Which entry of the PDPT does the walk for ${of} use?', mistakes: [] },
  pd: { label: 'Index', question: 'Which entry of the PD does the walk for ${of} use?', mistakes: [] },
  pt: { label: 'Index', question: 'Which entry of the PT does the walk for ${of} use?', mistakes: [] },
  root: { label: 'Physical address', question: 'Which physical address does CR3 hold?', mistakes: [] },
  start: { label: 'First address', question: 'Where does ${of} begin?', mistakes: [] },
  end: {
    label: 'First address that no longer belongs to it',
    question: 'Where does ${of} end?',
    mistakes: [],
  },
  count: {
    label: 'Number of instructions',
    question: 'How many instructions have been executed?',
    mistakes: [],
  },
}

/** A question for any fact of the vocabulary, so that an author need not write one. */
export function describeFact(name: string): Description & { readonly prompt: string } {
  const path = factPath(name)
  const description = PROPERTIES[path.property] ?? describeSingle(path)
  const question = description.question.replace('${of}', subjectText(path))
  return { ...description, prompt: `${momentText(path)}${question}` }
}

function describeSingle(path: FactPath): Description {
  if (path.subject === 'registers') return describeRegister(path)
  const virtual = argumentOf(path.property, 'memory')
  const physical = argumentOf(path.property, 'byte')
  if (virtual !== undefined)
    return { label: 'Byte', question: `Which byte stands at \`[${virtual}]\`?`, mistakes: [] }
  if (physical !== undefined)
    return { label: 'Byte', question: `Which byte of RAM stands at \`${physical}\`?`, mistakes: [] }
  return { label: 'Value', question: `What is \`${path.name}\`?`, mistakes: [] }
}

function describeRegister({ property, moment }: FactPath): Description {
  const steps: MistakeName[] = moment !== undefined && /^\d+$/.test(moment) ? ['one-step-early'] : []
  const name = property.toUpperCase()
  return { label: name, question: `What does ${name} hold?`, mistakes: steps }
}

function subjectText({ subject }: FactPath): string {
  const place = argumentOf(subject, 'address')
  const access = argumentOf(subject, 'access')
  const region = argumentOf(subject, 'region')
  if (region !== undefined) return `the region *${region}*`
  if (place !== undefined) return `the byte at \`[${place}]\``
  if (access !== undefined) return `access ${Number(access) + 1}`
  return subject === 'function' ? 'the function' : `\`${subject}\``
}

function momentText({ moment }: FactPath): string {
  if (moment === undefined) return ''
  const text = /^"([\s\S]*)"$/.exec(moment)?.[1]
  if (text !== undefined) return `The instruction \`${text}\` has just been executed. `
  if (moment === '0') return 'The function has been called and its first instruction is about to run. '
  return `The first ${moment === '1' ? 'instruction has' : `${moment} instructions have`} just been executed. `
}
