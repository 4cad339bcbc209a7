import type { Registers } from '../isa/registers.ts'
import type { Journal, Slot } from '../journal.ts'
import { entryBase } from '../memory/entry.ts'
import type { Access, Fault } from '../memory/fault.ts'
import type { Memory } from '../memory/memory.ts'
import {
  FIRST_PID,
  virtualAddress,
  wrapAddress,
  type PhysicalAddress,
  type VirtualAddress,
} from '../units.ts'
import { AddressSpaceCalls } from './address-space-calls.ts'
import { Console } from './console.ts'
import { DemandPaging, type FaultRefusal } from './demand-paging.ts'
import type { ErrorName } from './error-number.ts'
import { EventLog } from './event-log.ts'
import type { Executable } from './executable.ts'
import { FrameTable } from './frame-table.ts'
import { PageReclaim } from './page-reclaim.ts'
import { initialStack, type StackContents } from './initial-stack.ts'
import {
  absolutePath,
  type ExecutableFile,
  type LinuxProcess,
  type ProcessEnd,
  type ProcessSizes,
  type Waiting,
} from './linux-process.ts'
import type { ProcessSpec } from './processes/parse-processes.ts'
import { restoreRegisters, saveRegisters, type Process } from './process.ts'
import { signal, signalErrorCode, signalOf, type Signal } from './signal.ts'
import type { Image } from './images.ts'
import { tablesAtTheEnd, tablesInFrames, type TableRoom } from './table-room.ts'
import { SwapArea, type SwapDesign } from './swap-area.ts'
import { CALL_BYTE_COUNT, type Caller } from './calls/caller.ts'
import { Files } from './files/files.ts'
import { FIRST_DESCRIPTORS } from './files/open-file.ts'
import { Input } from './input.ts'
import { mapsText } from './maps.ts'
import { SharedState } from './shared-state.ts'
import { childSignal } from './signal.ts'
import { FIRST_SIGNALS, withPending } from './signals/signal-state.ts'
import { SignalDelivery } from './signals/signal-delivery.ts'
import { answerSystemCall, callOf, describeSystemCall, GATE_REGISTERS, type Gate } from './system-calls.ts'
import type { TlbUpkeep } from './tlb-upkeep.ts'
import { UserMemory } from './user-memory.ts'

/** Where the kernel keeps its processes: a slot that time travel restores. */
export interface ProcessStore {
  readonly processes: readonly Process[]
  readonly current: Process
  replaceAll(processes: readonly Process[]): void
  update(process: Process): void
  switchTo(name: string): boolean
}

/** A program as `execve` is given it. */
export interface StartedProgram extends StackContents {
  readonly executable: Executable
  readonly file: ExecutableFile
}

/** What the processor stopped for. */
type Interruption =
  { readonly kind: 'fault'; readonly fault: Fault } | { readonly kind: Gate | 'halt' | 'budget' | 'reached' }

/** Their names are letters. */
export const MOST_PROCESSES = 26

/**
 * The part of the OS that answers programs: page faults, system calls, signals, and whose turn it is. Present where an
 * image says that processes are run as Linux runs them.
 */
export class Linux {
  readonly console: Console
  readonly input: Input
  readonly files: Files
  readonly shared: SharedState
  readonly events: EventLog
  readonly frames: FrameTable
  readonly paging: DemandPaging
  /** How many instructions a process may execute before the next one has its turn. */
  readonly quantum: number

  readonly #journal: Journal
  readonly #memory: Memory
  readonly #registers: Registers
  readonly #store: ProcessStore
  readonly #upkeep: TlbUpkeep
  readonly #userMemory: UserMemory
  readonly #delivery: SignalDelivery
  /** The journal's step count when the running process got its turn. */
  readonly #turnBegan: Slot<number>
  /** Where no program runs, the root table lies there. */
  readonly #rootBehindRam: PhysicalAddress | undefined

  constructor(
    parts: { journal: Journal; memory: Memory; registers: Registers; upkeep: TlbUpkeep },
    store: ProcessStore,
    { quantum = Infinity, tablesBelow, processes }: Pick<Image, 'quantum' | 'tablesBelow' | 'processes'>,
    swap?: SwapDesign,
  ) {
    this.#journal = parts.journal
    this.#memory = parts.memory
    this.#registers = parts.registers
    this.#store = store
    this.#upkeep = parts.upkeep
    this.quantum = quantum
    this.console = new Console(parts.journal)
    this.input = new Input(parts.journal)
    this.shared = new SharedState(parts.journal)
    this.files = this.#makeFiles()
    this.events = new EventLog(parts.journal)
    this.#upkeep.onTold = (invalidation) => {
      this.events.add({ kind: 'invalidation', process: this.current.name, invalidation })
    }
    const countedOut = tablesBelow === undefined ? undefined : swap?.frameCount
    this.frames = new FrameTable(parts.journal, parts.memory, swap?.pageCount, countedOut)
    this.#rootBehindRam = tablesBelow === undefined ? undefined : processes[0]!.tables[0]
    const tableRoom =
      tablesBelow === undefined ? tablesInFrames(this.frames) : this.#roomForTables(tablesBelow)
    const reclaim = swap && this.#reclaimTo(swap)
    this.paging = new DemandPaging(
      { ...parts, frames: this.frames, tableRoom },
      () => this.#processesWithMemory(),
      reclaim,
    )
    this.#userMemory = new UserMemory(
      parts.journal,
      parts.memory,
      this.frames,
      (address, access) => this.#provide(address, access) === undefined,
    )
    this.#turnBegan = parts.journal.slot(0)
    this.#delivery = new SignalDelivery({
      registers: parts.registers,
      readBytes: (address, byteCount) => this.#userMemory.read(address, byteCount),
      writeBytes: (address, bytes) => this.#userMemory.write(address, bytes),
    })
  }

  /** Behind the frames that are counted out to pages. */
  #roomForTables(end: number): TableRoom {
    const { frames } = this
    return tablesAtTheEnd({
      memory: this.#memory,
      end,
      from: frames.frameCount * frames.frameByteCount,
      tables: () =>
        this.processes.flatMap((process) => {
          const table = this.paging.tableOf(process)
          const sizes = table.tableByteCounts()
          return table.tables().map((base, index) => ({ base, byteCount: sizes[index]! }))
        }),
    })
  }

  #makeFiles(): Files {
    const { shared, input, console } = this
    return new Files({
      input,
      console,
      get: () => shared.files,
      set: (files) => {
        shared.files = files
      },
      everyDescriptors: () =>
        this.processes.filter(({ end }) => end === undefined).map(({ descriptors }) => descriptors),
      random: (byteCount) => shared.random(byteCount),
      special: (path) => this.#specialFile(path),
    })
  }

  /** What is below /proc, and the program's own file. */
  #specialFile(path: string): Uint8Array | undefined {
    const { regions, executable } = this.current
    if (path === '/proc/self/maps') return asciiBytes(`${mapsText(regions)}\n`)
    const isOwn = ['/proc/self/exe', executable.path, absolutePath(executable)].includes(path)
    return isOwn ? executable.bytes : undefined
  }

  #reclaimTo({ pageCount, replacement, frameCount }: SwapDesign): PageReclaim {
    return new PageReclaim({
      journal: this.#journal,
      memory: this.#memory,
      frames: this.frames,
      upkeep: this.#upkeep,
      area: new SwapArea(this.#journal, this.frames.swapMapAt, pageCount, this.frames.frameByteCount),
      policy: replacement,
      frameCount,
      processes: () => this.#processesWithMemory(),
      tell: (event) => this.events.add(event),
    })
  }

  #processesWithMemory(): readonly LinuxProcess[] {
    return this.processes.filter((process) => this.hasMemory(process))
  }

  /** The page in a frame was used: what `lru` decides by. */
  noteUse(physical: number): void {
    const base = this.frames.frameAt(physical)
    if (base !== undefined) this.frames.use(base)
  }

  get current(): LinuxProcess {
    return this.#store.current as LinuxProcess
  }

  get processes(): readonly LinuxProcess[] {
    return this.#store.processes as readonly LinuxProcess[]
  }

  /** How the first process ended; undefined while it has not. */
  get end(): ProcessEnd | undefined {
    return this.processes[0]!.end
  }

  /** Whether a process can go on. */
  get isRunning(): boolean {
    return this.processes.some(({ end }) => end === undefined)
  }

  /** How many instructions are left of the running process's turn; without another process, there is no end to it. */
  get turnLeft(): number {
    const others = this.processes.filter(
      (process) => process !== this.current && (this.#canRun(process) || process.waits?.for === 'time'),
    )
    if (others.every(({ end }) => end !== undefined)) return Infinity
    return Math.max(0, this.#turnBegan.get() + this.quantum - this.#journal.stepCount)
  }

  /** Puts the OS's own tables into RAM and makes the first process, which has no memory yet. */
  boot(name: string): void {
    this.frames.initialise()
    this.#store.replaceAll([this.#emptyProcess(name, this.#rootBehindRam)])
    this.#memory.root = this.current.root
  }

  #emptyProcess(name: string, root = this.paging.newRoot()): LinuxProcess {
    if (root === undefined) throw new RangeError('this RAM has no room for a page table')
    return {
      name,
      root,
      regions: [],
      loaderPages: [],
      registers: {},
      pid: FIRST_PID,
      parent: undefined,
      file: [],
      heapStart: virtualAddress(0n),
      programBreak: virtualAddress(0n),
      executable: { path: PROGRAM_NAME },
      descriptors: FIRST_DESCRIPTORS,
      signals: FIRST_SIGNALS,
      waits: undefined,
      sleepsUntil: undefined,
      written: 0,
      end: undefined,
    }
  }

  /** Forgets all processes and starts a program in a new one, as `execve` does. */
  execute(started: StartedProgram): void {
    const { name } = this.processes[0]!
    const { executable, entry, file } = started
    const stack = initialStack(executable.stack.end, started)
    for (const { root } of this.processes) this.#upkeep.spaceChanged(root)
    this.frames.initialise()
    this.events.clear()
    this.shared.reset()
    this.#store.replaceAll([withExecutable({ ...this.#emptyProcess(name), executable: file }, executable)])
    this.#memory.root = this.current.root
    if (!this.#userMemory.write(stack.pointer, stack.bytes)) this.#kill(this.#outOfMemory())
    restoreRegisters(this.#registers, { rip: entry, rsp: stack.pointer })
    this.#turnBegan.set(0)
    this.#tellFrames()
  }

  /**
   * Makes these the processes, with these regions and no others: what lies outside of them is given back. New ones have
   * nothing in RAM but an empty page table.
   */
  setProcesses(specs: readonly ProcessSpec[]): void {
    const before = this.processes
    const kept = before.filter(({ name }) => specs.some((spec) => spec.name === name))
    for (const gone of before) if (!kept.includes(gone) && this.hasMemory(gone)) this.paging.releaseAll(gone)
    const processes = specs.map((spec) => this.#processFor(spec, before))
    this.#store.replaceAll(processes)
    for (const process of processes) this.paging.confine(process)
    this.#tellFrames()
  }

  #processFor({ name, regions }: ProcessSpec, before: readonly LinuxProcess[]): LinuxProcess {
    const known = before.find((process) => process.name === name)
    const usable = known !== undefined && this.hasMemory(known) ? known : this.#emptyProcess(name)
    const pid = known?.pid ?? before.reduce((last, process) => Math.max(last, process.pid), FIRST_PID) + 1
    const heap = regions.find((region) => region.name === 'heap')
    const breaks = heap === undefined ? {} : { heapStart: heap.start, programBreak: heap.end }
    return { ...usable, ...breaks, regions, pid, end: undefined }
  }

  /**
   * Answers a page fault of an observer outside the running process.
   * @returns undefined if the page can be used now; otherwise the signal for it, if the process is there to get one
   */
  answerAccess(address: VirtualAddress, access: Access): Signal | 'ended' | undefined {
    if (this.current.end !== undefined) return 'ended'
    const refusal = this.#provide(address, access)
    this.#tellFrames()
    if (refusal === undefined) return undefined
    return refusal === 'no-memory' ? this.#outOfMemory() : segmentationFault(refusal, address)
  }

  /** Does what the processor stopped for. Afterwards the running process goes on, or none is left to. */
  attend(interruption: Interruption): void {
    const { kind } = interruption
    if (kind === 'syscall' || kind === 'interrupt') this.#answerCall(kind)
    else if (interruption.kind === 'fault') this.#answerFault(interruption.fault)
    else if (kind === 'halt') this.#fail(PRIVILEGED)
    this.#deliverSignals()
    this.#tellFrames()
  }

  #tellFrames(): void {
    const { taken, freed } = this.frames.moves()
    if (taken.length + freed.length === 0) return
    this.events.add({ kind: 'frames', process: this.current.name, taken, freed })
  }

  /** No frame could be had for what the running process needs at once: it is ended, so that the others can go on. */
  endForLackOfMemory(): void {
    this.#kill(outOfMemory('one instruction needs more pages at once than there are frames for them'))
  }

  /**
   * Ends the running process's turn if it has used it up, or waits and need not any more.
   * @returns whether there is a process that can go on now
   */
  endTurn(): boolean {
    if (!this.#canRun(this.current) || this.turnLeft === 0) {
      this.#next()
      this.#deliverSignals()
      this.#tellFrames()
    }
    const isReady = this.#canRun(this.current)
    if (isReady && this.current.waits !== undefined) this.#keep({ ...this.current, waits: undefined })
    return isReady
  }

  /** What the running process waits for: all others do, too. */
  get waitsFor(): Waiting['for'] | undefined {
    return this.#canRun(this.current) ? undefined : this.current.waits?.for
  }

  #canRun({ end, waits }: LinuxProcess): boolean {
    if (end !== undefined) return false
    if (waits?.for === 'time') return this.shared.uptime >= waits.until!
    return waits === undefined || (waits.for === 'input' && this.input.isReady)
  }

  /** Whether a process has frames: that of one that has ended is taken from it, unless it was the last. */
  hasMemory({ name }: Process): boolean {
    const process = this.processes.find((other) => other.name === name)
    return process !== undefined && (process.end === undefined || name === this.current.name)
  }

  /** Sizes of a process, as /proc/PID/status has them. */
  sizesOf(process: LinuxProcess): ProcessSizes {
    const reserved = process.regions.reduce((sum, { start, end }) => sum + Number(end - start), 0)
    if (!this.hasMemory(process)) return { reserved, resident: 0, swapped: 0 }
    const pages = this.paging.residentPages(process)
    const own = pages.filter(({ entry }) => entryBase(entry) !== this.frames.zeroFrame)
    const swapped = this.paging.swappedPageCount(process) * this.frames.frameByteCount
    return { reserved, resident: own.length * this.frames.frameByteCount, swapped }
  }

  #answerFault(fault: Fault): void {
    const { address, access } = fault
    if (fault.kind !== 'page-fault' || address === undefined || access === undefined) {
      this.#fail(signalOf(fault, this.#registers.rip), fault)
      return
    }
    const refusal = this.#provide(address, access)
    if (refusal === undefined) return
    this.#registers.set('cr2', address)
    const asSeen = { ...fault, errorCode: signalErrorCode(fault) }
    if (refusal === 'no-memory') this.#kill(this.#outOfMemory(), asSeen)
    else this.#fail(segmentationFault(refusal, address), asSeen)
  }

  #outOfMemory(): Signal {
    const hasSwap = this.paging.reclaim !== undefined
    return outOfMemory(hasSwap ? 'no frame was free and no page could be moved out' : 'no frame was free')
  }

  /** Makes a page accessible if the process may have it. Undefined, or why not. */
  #provide(address: VirtualAddress, access: Access): FaultRefusal | undefined {
    const process = this.current
    const outcome = this.paging.answer(process, address, access)
    if (!outcome.ok) return outcome.refusal
    const { name, regions } = process
    this.events.add({ kind: 'page-fault', process: name, address, access, answer: outcome.answer })
    if (outcome.regions !== regions) this.#store.update({ ...process, regions: outcome.regions })
    return undefined
  }

  /** The program did something that a signal answers, at once: if it has no handler, it ends. */
  #fail(why: Signal, fault?: Fault): void {
    const handled = this.#delivery.raise(this.current, why, fault)
    if (!('pid' in handled)) return this.#kill(handled, handled === why ? fault : undefined)
    this.#store.update(handled)
    this.events.add({ kind: 'signal', process: this.current.name, signal: why })
  }

  /** Delivers what was sent to the running process, unless it is to wait. */
  #deliverSignals(): void {
    for (;;) {
      const process = this.current
      const delivered = process.end === undefined ? this.#delivery.next(process) : undefined
      if (delivered === undefined) return
      this.#store.update(delivered.process)
      if (delivered.effect === 'ends') this.#kill(delivered.signal)
      else if (delivered.effect === 'handled')
        this.events.add({ kind: 'signal', process: process.name, signal: delivered.signal })
    }
  }

  #send(pid: number, sent: Signal | undefined): boolean {
    // A negative number, or none, is a whole group: all processes are of one.
    const targets = this.processes.filter((process) =>
      pid > 0 ? process.pid === pid : pid === 0 || pid === -1 || pid === -FIRST_PID,
    )
    if (sent === undefined) return targets.length > 0
    for (const target of targets) if (target.end === undefined) this.#receive(target, sent)
    return targets.length > 0
  }

  /** Whoever waits is woken by a signal that has an effect. */
  #receive(target: LinuxProcess, sent: Signal): void {
    const signals = withPending(target.signals, sent)
    if (signals === target.signals) return
    this.#store.update(this.#delivery.woken({ ...target, signals }))
  }

  #keep(process: LinuxProcess): void {
    this.#store.update(process)
  }

  #kill(why: Signal, fault?: Fault): void {
    this.#end({ kind: 'signal', signal: why, ...(fault === undefined ? {} : { fault }) })
  }

  /** Ends the running process: its frames are free, and another one goes on. */
  #end(end: ProcessEnd): void {
    this.events.add({ kind: 'end', process: this.current.name, end })
    const ended = { ...this.current, end, waits: undefined, registers: saveRegisters(this.#registers) }
    this.#store.update(ended)
    this.#tellParent(ended, end)
    if (!this.isRunning) return
    this.paging.releaseAll(ended)
    this.#next()
  }

  #tellParent({ pid, parent }: LinuxProcess, end: ProcessEnd): void {
    this.#wake('child')
    this.#wake('pipe')
    const mother = this.processes.find(({ name }) => name === parent)
    const status = end.kind === 'exit' ? end.code : end.signal.number
    if (mother?.end === undefined && mother !== undefined)
      this.#receive(mother, childSignal(pid, end.kind === 'exit', status))
  }

  #wake(why: Waiting['for']): void {
    for (const process of this.processes) {
      const { waits } = process
      if (waits?.for === why || (why === 'pipe' && waits?.orPipe === true))
        this.#keep({ ...process, waits: undefined })
    }
  }

  /**
   * Lets the next process run that can, in the order in which they were made. If all wait and one of them for a moment,
   * that moment has come; if all wait for something else, one of them is the running one all the same.
   */
  #next(): void {
    const { processes } = this
    const at = processes.findIndex(({ name }) => name === this.current.name)
    const inTurn = [...processes.slice(at + 1), ...processes.slice(0, at + 1)]
    const sleeper = inTurn.some((process) => this.#canRun(process)) ? undefined : firstToWake(inTurn)
    if (sleeper !== undefined) this.shared.sleepUntil(sleeper.waits!.until!)
    const ready = inTurn.find((process) => this.#canRun(process))
    const next = ready ?? inTurn.find(({ end }) => end === undefined)
    if (next === undefined) return
    if (next.name !== this.current.name) {
      this.frames.increment('contextSwitches')
      this.events.add({ kind: 'switch', process: this.current.name, to: next.name })
    }
    this.#turnBegan.set(this.#journal.stepCount)
    this.#store.switchTo(next.name)
  }

  #answerCall(gate: Gate): void {
    const registers = this.#registers
    const number = registers.get('rax')
    const given = GATE_REGISTERS[gate].map((register) => registers.get(register))
    const process = this.current.name
    const { name, takes } = describeSystemCall(number, gate)
    const unanswered = callOf(number, gate) === undefined ? ({ isUnanswered: true } as const) : {}
    this.events.add({
      kind: 'system-call',
      process,
      name,
      given: given.slice(0, takes.length),
      ...unanswered,
    })
    const result = answerSystemCall(this.#caller(), number, gate, given)
    if (result === undefined) return
    this.events.add({ kind: 'return', process, name, result })
    if (this.current.name === process) registers.set('rax', result)
    else this.#setSavedResult(process, result)
  }

  /** The process that made the call is not the running one any more. */
  #setSavedResult(name: string, result: bigint): void {
    const caller = this.processes.find((process) => process.name === name)!
    this.#store.update({ ...caller, registers: { ...caller.registers, rax: result } })
  }

  #caller(): Caller {
    const { name, parent } = this.current
    const own = () => this.processes.find((process) => process.name === name)!
    const update = (changes: Partial<LinuxProcess>) => this.#keep({ ...own(), ...changes })
    return {
      get process() {
        return own()
      },
      group: FIRST_PID,
      parent: this.processes.find((process) => process.name === parent)?.pid ?? 1,
      stackPointer: this.#registers.get('rsp'),
      addressSpace: new AddressSpaceCalls(this.current, this.paging, {
        update: (process) => this.#store.update(process),
        freeObject: () => this.#freeObject(),
        mappable: (fd, isWritten) => this.files.mappable(own().descriptors, fd, isWritten),
      }),
      files: this.files,
      now: this.shared.now,
      uptime: this.shared.uptime,
      readBytes: (address, byteCount) => this.#userMemory.read(address, byteCount),
      writeBytes: (address, bytes) => this.#userMemory.write(address, bytes),
      random: (byteCount) => this.shared.random(byteCount),
      update,
      setSegmentBase: (base, value) => this.#registers.set(base, value),
      segmentBase: (base) => this.#registers.get(base),
      end: (end) => this.#end(end),
      fork: () => this.#fork(),
      yield: () => this.#next(),
      callAgain: (waits) => {
        this.#registers.rip = wrapAddress(this.#registers.rip - CALL_BYTE_COUNT)
        update({ waits })
        this.#next()
      },
      pause: (waits) => {
        update({ waits })
        this.#next()
      },
      wake: (why) => this.#wake(why),
      send: (target, sent) => this.#send(target, sent),
      returnFromSignal: () => {
        const returned = this.#delivery.leave(this.current)
        if (returned === undefined) this.#fail(NO_FRAME)
        else this.#store.update(returned)
      },
      reapChild: (wanted) => this.#reapChild(wanted),
    }
  }

  #fork(): number | ErrorName {
    const parent = this.current
    const root = this.processes.length < MOST_PROCESSES ? this.paging.newRoot() : undefined
    if (root === undefined) return 'EAGAIN'
    const { pid } = this.processes.reduce((last, process) => (process.pid > last.pid ? process : last))
    const registers = { ...saveRegisters(this.#registers), rax: 0n }
    const child = { ...parent, name: this.#freeName(), pid: pid + 1, parent: parent.name, root, registers }
    const before = this.processes
    this.#store.replaceAll([...before, child])
    if (!this.paging.shareAll(parent, root)) {
      this.paging.releaseAll(child)
      this.#store.replaceAll(before)
      return 'ENOMEM'
    }
    if (before.length === 1) this.#turnBegan.set(this.#journal.stepCount)
    return child.pid
  }

  /** Processes are called A, B, C… */
  #freeName(): string {
    const letters = Array.from({ length: MOST_PROCESSES }, (_, index) => String.fromCharCode(65 + index))
    return letters.find((letter) => this.processes.every(({ name }) => name !== letter))!
  }

  /** A number that no shared memory has yet. */
  #freeObject(): number {
    const regions = this.processes.flatMap((process) => process.regions)
    return regions.reduce((last, { object = 0 }) => Math.max(last, object), 0) + 1
  }

  #reapChild(wanted: number | undefined): { pid: number; end: ProcessEnd } | 'none' | 'running' {
    const children = this.processes.filter(
      ({ parent, pid }) => parent === this.current.name && (wanted === undefined || pid === wanted),
    )
    const ended = children.find(({ end }) => end !== undefined)
    if (ended?.end === undefined) return children.length === 0 ? 'none' : 'running'
    this.#store.replaceAll(this.processes.filter((process) => process !== ended))
    return { pid: ended.pid, end: ended.end }
  }
}

/** What a program finds in argv[0] that is in no file. */
export const PROGRAM_NAME = './program'

const NO_FRAME = signal('SIGSEGV', 'SI_KERNEL', 'it returned from a signal, and none had come')

function firstToWake(processes: readonly LinuxProcess[]): LinuxProcess | undefined {
  const sleepers = processes.filter(({ end, waits }) => end === undefined && waits?.for === 'time')
  return sleepers.sort((one, other) => (one.waits!.until! < other.waits!.until! ? -1 : 1))[0]
}

function asciiBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

const PRIVILEGED = signal('SIGSEGV', 'SI_KERNEL', 'it used an instruction that only the kernel may')

function withExecutable(process: LinuxProcess, { regions, file, stack, end }: Executable): LinuxProcess {
  return { ...process, regions: [...regions, stack], file, heapStart: end, programBreak: end }
}

function segmentationFault(refusal: 'no-region' | 'forbidden', address: VirtualAddress): Signal {
  return refusal === 'no-region'
    ? signal('SIGSEGV', 'SEGV_MAPERR', 'it used an address that belongs to no region', address)
    : signal('SIGSEGV', 'SEGV_ACCERR', 'its region does not permit that access', address)
}

function outOfMemory(why: string): Signal {
  return signal('SIGKILL', 'SI_KERNEL', `${why}, and the kernel ended it to go on itself`)
}
