import { nothingToDo, type WorkerLanguage } from './language.ts'

type Prepare = WorkerLanguage['prepare']

let prepare: Prepare = (_machine, { source }) =>
  nothingToDo(source, 'this once more: what runs executables has not come yet')

/** What loads executables comes when it is first needed. */
export function provideExecutables(prepareExecutable: Prepare): void {
  prepare = prepareExecutable
}

export const elf: WorkerLanguage = {
  prepare: (machine, cell) => prepare(machine, cell),
  isProcess: true,
}
