import type { Section } from '../assembler/assemble.ts'
import { Cpu, hasPlainLoop, type Stop } from '../cpu/cpu.ts'
import { takeFrames } from '../frames.ts'
import { Registers } from '../isa/registers.ts'
import { Journal, type Slot } from '../journal.ts'
import { Memory } from '../memory/memory.ts'
import { entryFormatOf, hasMarksOfUse } from '../memory/formats/formats.ts'
import { SCHEMES, type PagingScheme, type SchemeName } from '../memory/scheme.ts'
import { bareImage, bareLinuxImage, CALL_OFFSET, IMAGES, type Image, type ImageName } from '../os/images.ts'
import type { Console } from '../os/console.ts'
import { Kernel, type PageRow } from '../os/kernel.ts'
import { swapByteCount } from '../os/frame-table.ts'
import { executableOf } from '../os/executable.ts'
import { PROGRAM_NAME, type Linux } from '../os/linux.ts'
import type { ProcessSpec } from '../os/processes/parse-processes.ts'
import type { Process } from '../os/process.ts'
import { TlbUpkeep } from '../os/tlb-upkeep.ts'
import { PAGE_SIZE, pageOffset, virtualAddress, wrapAddress, type VirtualAddress } from '../units.ts'
import { nextUse, type PageUses } from '../os/page-uses.ts'
import type { AccessRecord } from './access/perform.ts'
import { endingStops, functionWithFrame, isAtEnding, type Ending } from './ending.ts'
import { CODE_LIMIT, listedPart, processStart, type LinkedFunction, type Program } from './program.ts'
import { rehearse } from './rehearsal.ts'
import type { Hardware, Loaded, MachineStop, Snapshot } from './snapshot.ts'

/** The file of a program is read a page at a time; this only keeps its size a number. */
const LINUX_CODE_LIMIT = 1 << 30

const NO_STOPS: ReadonlySet<bigint> = new Set()

/** An instruction that faults so often in a row needs more pages at once than there are frames. */
const MOST_RETRIES = 64

const BUDGET = { kind: 'budget' } as const

const NOTHING_LOADED: Loaded = { program: undefined, fragment: undefined, frameOf: undefined, end: 0n }

/** The whole computer: RAM and processor, the operating system, and what is known about the loaded programs. */
export class Machine {
  readonly image: ImageName
  readonly hardware: Hardware
  readonly scheme: SchemeName
  readonly journal: Journal
  readonly memory: Memory
  readonly registers: Registers
  readonly cpu: Cpu
  readonly kernel: Kernel
  /** What the last access cell did on this machine. */
  accesses: readonly AccessRecord[] = []
  /** Whether programs may print although nothing of Linux is there; else a run ends where they ask for it. */
  answersCalls = false

  readonly #loaded: Slot<Readonly<Record<string, Loaded>>>
  readonly #stop: Slot<MachineStop | undefined>
  /** Steps that were executed before the journal begins. */
  #earlierSteps = 0
  #parent: Snapshot | undefined
  /** What the optimal replacement knows beforehand. */
  #foreseen: PageUses | undefined

  /** Wires the parts; `boot` and `restore` give them their contents. */
  private constructor(image: ImageName, scheme: SchemeName, hardware: Hardware) {
    this.image = image
    this.hardware = hardware
    this.scheme = scheme
    const paging = hardware.paging ?? SCHEMES[scheme]
    const booted = imageOf(image, hardware)
    const { pageCount = 0, frameCount } = hardware.swap ?? {}
    const countedOut = booted.tablesBelow === undefined ? undefined : frameCount
    const ramByteCount = hardware.ramByteCount ?? booted.ramByteCount
    const bufferByteCount = wholeFrames(ramByteCount) + rootByteCount(booted, paging)
    this.journal = new Journal(bufferByteCount, swapByteCount(pageCount, 2 ** paging.pageBits, countedOut))
    const dataEnd = booted.tablesBelow
    this.memory = new Memory(this.journal, paging, {
      ...hardware,
      ...(dataEnd === undefined ? {} : { dataEnd }),
    })
    this.registers = new Registers(this.journal)
    this.cpu = new Cpu(this.journal, this.memory)
    const upkeep = new TlbUpkeep(this.memory, hardware.forgetsTlb ?? false)
    this.kernel = new Kernel(this.journal, this.memory, this.registers, booted, upkeep, hardware.swap)
    this.#loaded = this.journal.slot({})
    this.#stop = this.journal.slot<MachineStop | undefined>(undefined)
    const replacement = hardware.swap?.replacement
    if (replacement === 'lru' || (replacement === 'clock' && !hasMarksOfUse(paging)))
      this.memory.onUse = (_low, _high, physical) => this.kernel.linux?.noteUse(physical)
  }

  /**
   * A machine as an image says, with that process running (by default its first), on that hardware if not on the
   * image's.
   * @throws RangeError for `linux` without paging, or with too little RAM for its page tables
   */
  static boot(image: ImageName, scheme: SchemeName, process?: string, hardware: Hardware = {}): Machine {
    const machine = new Machine(image, scheme, hardware)
    if (image === 'linux' && !machine.kernel.pageTable().exists)
      throw new RangeError('the image linux needs paging')
    machine.kernel.boot()
    if (process !== undefined) machine.kernel.switchTo(process)
    machine.journal.clear()
    return machine
  }

  /** The machine that a snapshot was taken of. Its past is not part of it: time travel begins anew. */
  static restore(snapshot: Snapshot): Machine {
    const machine = new Machine(snapshot.image, snapshot.scheme, snapshot.hardware)
    const { bytes, words, registersAt } = machine.journal
    // New RAM is zeros already: only what is not is put there.
    snapshot.frames.forEach((frame, number) => frame && bytes.set(frame, number * PAGE_SIZE))
    words.set(snapshot.words, registersAt)
    machine.kernel.adopt(snapshot.processes, snapshot.current)
    machine.kernel.console.adopt(snapshot.output, snapshot.outputStreams)
    if (snapshot.input !== undefined) machine.kernel.linux?.input.adopt(snapshot.input)
    if (snapshot.shared !== undefined) machine.kernel.linux?.shared.adopt(snapshot.shared)
    machine.memory.tlbs.forEach((tlb, index) => {
      tlb.adopt(snapshot.tlbs[index]!)
    })
    if (snapshot.caches !== undefined) machine.memory.caches?.adopt(snapshot.caches)
    machine.#loaded.set(snapshot.loaded)
    machine.#stop.set(snapshot.stop)
    machine.#earlierSteps = snapshot.stepCount
    machine.#parent = snapshot
    machine.#foresee(snapshot.foreseen)
    machine.journal.clear()
    return machine
  }

  /** Gives its memory to machines to come; this one must never be used again. What was snapshotted stays. */
  release(): void {
    this.journal.release()
  }

  /** The machine as it is now, as data that shares what did not change with the snapshot it came from. */
  snapshot(): Snapshot {
    const { bytes, words, registersAt } = this.journal
    const taken: Snapshot = {
      image: this.image,
      scheme: this.scheme,
      frames: takeFrames(bytes.subarray(0, this.journal.ramUsedTo()), this.#parent?.frames ?? []),
      words: words.slice(registersAt),
      processes: this.processes,
      current: this.current.name,
      loaded: this.#loaded.get(),
      stop: this.stop,
      stepCount: this.stepCount,
      output: this.kernel.console.bytes,
      outputStreams: this.kernel.console.streams,
      input: this.kernel.linux?.input.state,
      shared: this.kernel.linux?.shared.values,
      hardware: this.hardware,
      tlbs: this.memory.tlbs.map(({ state }) => state),
      caches: this.memory.caches?.state,
      foreseen: this.#foreseen,
    }
    this.#parent = taken
    return taken
  }

  /** What programs have written; undefined where no OS answers their system calls, or none has made one. */
  get console(): Console | undefined {
    const { linux, console } = this.kernel
    return linux === undefined && console.isEmpty ? undefined : console
  }

  get processes(): readonly Process[] {
    return this.kernel.processes
  }

  /** The running process. */
  get current(): Process {
    return this.kernel.current
  }

  /** The program loaded last into the running process. */
  get program(): Program | undefined {
    return this.#current.program
  }

  /** What was placed last in the running process: its fragment if there is one, else its program, or what is listed of it. */
  get listing(): Program | undefined {
    const { fragment, program } = this.#current
    const hasExited = this.stop?.kind === 'exit'
    return fragment ?? (program?.code && listedPart(program.code, this.registers.rip, hasExited)) ?? program
  }

  /** How the last run ended; undefined before the first. */
  get stop(): MachineStop | undefined {
    return this.#stop.get()
  }

  /** How many instructions were executed since the program was loaded (or the fragment placed). */
  get stepCount(): number {
    return this.#earlierSteps + this.journal.stepCount
  }

  /** Where a program's code must begin: what `link` is given. */
  get codeOrigin(): VirtualAddress {
    return this.kernel.addressSpace.codeOrigin
  }

  /** How many bytes a program may take. */
  get codeByteLimit(): number {
    return this.kernel.linux === undefined ? CODE_LIMIT : LINUX_CODE_LIMIT
  }

  /** Whether a text without a label runs in the midst of what is loaded, and not as a program of its own. */
  get takesFragments(): boolean {
    return this.kernel.linux === undefined
  }

  /** Where a fragment's code must begin: behind what is loaded. */
  get fragmentOrigin(): VirtualAddress {
    const { end } = this.#current
    return end === 0n ? this.codeOrigin : alignUp(end, 16n)
  }

  /** The function whose frame RBP points to, if its frame is set up: what names of variables refer to. */
  get frameFunction(): LinkedFunction | undefined {
    const { program, fragment, frameOf } = this.#current
    const { rip } = this.registers
    if (fragment !== undefined && fragment.start <= rip && rip <= fragment.end) return frameOf
    return program === undefined ? undefined : functionWithFrame(program, rip)
  }

  /**
   * Loads a program into the running process and gets ready to call it: code at its origin, the call and a `hlt`
   * behind, registers as the image has them. Time begins here.
   * The image `linux` starts it as a process of its own instead, at `_start` or else at its first byte.
   * @throws RangeError for a fragment, which has no label to call, or for one linked for another place
   */
  load(program: Program): void {
    const { entry } = program
    if (this.kernel.linux !== undefined) {
      this.#execute(program)
      return
    }
    if (entry === undefined || program.start !== this.codeOrigin) {
      throw new RangeError('a program to be loaded has a label and is linked for the code origin')
    }
    const callAt = callAddress(program)
    const call = callOf(entry.address, callAt)
    this.kernel.load([...program.assembly.sections, call])
    this.kernel.resetRegisters()
    this.registers.rip = callAt
    const end = callAt + BigInt(call.byteCount)
    this.#begin({ program, fragment: undefined, frameOf: undefined, end })
  }

  #execute(program: Program): void {
    const { assembly, start, end, started } = program
    if (started === undefined && start !== this.codeOrigin)
      throw new RangeError('a program is linked for the code origin')
    this.kernel.linux!.execute(
      started ?? {
        executable: executableOf(assembly.sections),
        file: { path: PROGRAM_NAME },
        entry: processStart(program),
        arguments: [PROGRAM_NAME],
        environment: [],
      },
    )
    this.#loaded.set({})
    this.#begin({ program, fragment: undefined, frameOf: undefined, end })
    if (this.hardware.swap?.replacement === 'optimal') this.#foresee(this.#rehearsed(program))
  }

  #rehearsed(program: Program): PageUses {
    const { paging } = this.hardware
    const rehearsal = Machine.boot(this.image, this.scheme, undefined, paging === undefined ? {} : { paging })
    rehearsal.load(program)
    return rehearse(rehearsal)
  }

  #foresee(uses: PageUses | undefined): void {
    this.#foreseen = uses
    const reclaim = this.kernel.linux?.paging.reclaim
    if (uses === undefined || reclaim === undefined) return
    reclaim.foresight = (process, page) => nextUse(uses, process, page, this.stepCount)
  }

  /**
   * Places a fragment behind what is loaded and lets it run next, in the midst of the current frame; `run` then ends
   * after its last instruction.
   * @throws RangeError for a fragment linked for another place
   */
  splice(fragment: Program): void {
    if (fragment.start !== this.fragmentOrigin)
      throw new RangeError('a fragment is linked for the fragment origin')
    const frameOf = this.frameFunction
    this.kernel.addToProgram(fragment.assembly.sections)
    this.registers.rip = fragment.start
    this.#begin({ ...this.#current, fragment, frameOf })
  }

  /** Makes these the rows of the running process's page table, besides the loader's own. */
  setRows(rows: readonly PageRow[]): void {
    this.kernel.setRows(rows)
  }

  /** Makes these the processes, with these regions and no others. */
  setProcesses(specs: readonly ProcessSpec[]): void {
    const added = specs.filter(({ name }) => this.kernel.process(name) === undefined)
    this.kernel.setProcesses(specs)
    this.#loaded.set({
      ...this.#loaded.get(),
      ...Object.fromEntries(added.map(({ name }) => [name, NOTHING_LOADED])),
    })
    this.#stop.set(undefined)
  }

  /** Lets another process run. Returns false where there is none of that name. */
  switchTo(name: string): boolean {
    if (name !== this.current.name) this.#stop.set(undefined)
    return this.kernel.switchTo(name)
  }

  /**
   * Runs at most that many instructions, and no further than the ending. A run that ended with `budget` goes on when
   * it is called again.
   */
  run(maxSteps: number, ending: Ending = 'before-leave'): MachineStop {
    if (this.kernel.linux !== undefined) return this.#runProcesses(this.kernel.linux, maxSteps)
    if (this.stop?.kind === 'halt') return { kind: 'halt', steps: 0 }
    if (this.stop?.kind !== 'reached' && this.#isEnding(ending))
      return this.#ended({ kind: 'reached', steps: 0 })
    const stops = endingStops(this.#current, ending)
    let steps = 0
    while (steps < maxSteps) {
      const stop = this.#attend(this.#runCpu(maxSteps - steps, stops))
      steps += stop.steps
      if (stop.kind !== 'reached' || this.#isEnding(ending)) return this.#ended({ ...stop, steps })
    }
    return this.#ended({ kind: 'budget', steps })
  }

  /** Lets processes run, with the OS attending to them, until the last has ended. */
  #runProcesses(linux: Linux, maxSteps: number): MachineStop {
    let [steps, retries] = [0, 0]
    while (linux.isRunning && steps < maxSteps) {
      if (!linux.endTurn()) return this.#ended({ kind: 'waits', for: linux.waitsFor!, steps })
      const stop = this.#runCpu(Math.min(maxSteps - steps, linux.turnLeft), NO_STOPS)
      steps += stop.steps
      retries = stop.steps > 0 ? 0 : retries + 1
      if (retries > MOST_RETRIES) linux.endForLackOfMemory()
      else linux.attend(stop)
    }
    return this.#ended({ ...(linux.isRunning ? BUDGET : linux.end!), steps })
  }

  /**
   * Where a TLB or a cache counts, each instruction is a run of its own: what it looks up is then told from the next
   * one's. So it is where the replacement policy must know which pages are used.
   */
  #runCpu(maxSteps: number, stops: ReadonlySet<bigint>): Stop {
    const { memory } = this
    if (!memory.isObserved) return this.cpu.run(maxSteps, stops)
    for (let steps = 0; steps < maxSteps; steps++) {
      const { rip } = this.registers
      if (steps > 0 && stops.has(rip)) return { kind: 'reached', steps }
      memory.beginInstruction()
      const stop = this.cpu.step()
      if (stop.steps > 0) memory.noteFetch(rip)
      if (stop.kind !== 'budget') return { ...stop, steps: steps + stop.steps }
    }
    return { kind: 'budget', steps: maxSteps }
  }

  /** Executes one instruction; a fault that the OS resolves does not count as one. */
  step(): MachineStop {
    if (this.kernel.linux !== undefined) return this.#runProcesses(this.kernel.linux, 1)
    return this.stop?.kind === 'halt'
      ? { kind: 'halt', steps: 0 }
      : this.#ended(this.#attend(this.#runCpu(1, NO_STOPS)))
  }

  /** Answers a system call, if an OS is there to: the program has then only reached another instruction. */
  #attend(stop: Stop): MachineStop {
    if ((stop.kind !== 'syscall' && stop.kind !== 'interrupt') || !this.answersCalls) return stop
    const answer = this.kernel.lessonCalls.answer(stop.kind)
    if (answer === undefined) return stop
    return answer === 'answered' ? { kind: 'reached', steps: stop.steps } : { ...answer, steps: stop.steps }
  }

  /** Whether instructions that are not logged are executed in less time. */
  get isQuickWithoutLog(): boolean {
    return !this.memory.isObserved && hasPlainLoop()
  }

  /** Undoes that many instructions. Returns how many it could. */
  back(steps = 1): number {
    return this.journal.back(steps)
  }

  /** Executes undone instructions again, from the record. Returns how many there were. */
  forward(steps = 1): number {
    return this.journal.forward(steps)
  }

  get #current(): Loaded {
    const loaded = this.#loaded.get()
    return loaded[this.current.name] ?? (this.kernel.linux && Object.values(loaded)[0]) ?? NOTHING_LOADED
  }

  #begin(loaded: Loaded): void {
    this.#loaded.set({ ...this.#loaded.get(), [this.current.name]: loaded })
    this.#stop.set(undefined)
    this.#earlierSteps = 0
    this.memory.startCounting()
    this.journal.clear()
  }

  #ended(stop: MachineStop): MachineStop {
    if (stop.kind === 'fault' && stop.fault.kind === 'page-fault') {
      this.registers.set('cr2', stop.fault.address!)
    }
    this.#stop.set(stop)
    return stop
  }

  #isEnding(ending: Ending): boolean {
    const firstStack = this.kernel.addressSpace.registers['rsp'] ?? 0n
    return isAtEnding(this.#current, ending, this.registers, firstStack)
  }
}

function imageOf(name: ImageName, { bare, ramByteCount }: Hardware): Image {
  if (bare === undefined) return IMAGES[name]
  const make = name === 'linux' ? bareLinuxImage : bareImage
  return make(ramByteCount ?? IMAGES.bare.ramByteCount, bare)
}

const wholeFrames = (byteCount: number) => Math.ceil(byteCount / PAGE_SIZE) * PAGE_SIZE

/** What the root table needs behind the RAM of a machine on which no program runs, in whole frames. */
function rootByteCount({ tablesBelow }: Image, { lookup, ...scheme }: PagingScheme): number {
  const root = lookup.kind === 'radix' ? lookup.levels[0] : undefined
  if (tablesBelow === undefined || root === undefined) return 0
  const byteCount = 2 ** root.bits * entryFormatOf({ ...scheme, lookup }).byteCount
  return wholeFrames(byteCount)
}

/** The call stands where the image says, or behind a program that needs that room, at the same place in its page. */
function callAddress({ assembly, start, end }: Program): VirtualAddress {
  const planned = virtualAddress(start + BigInt(CALL_OFFSET))
  const inPage = BigInt(pageOffset(planned))
  const isTaken = assembly.sections.some(
    ({ address, byteCount, execute }) => address + BigInt(byteCount) > (execute ? planned : planned - inPage),
  )
  return isTaken ? wrapAddress(alignUp(end, BigInt(PAGE_SIZE)) + inPage) : planned
}

function alignUp(address: bigint, alignment: bigint): VirtualAddress {
  return wrapAddress(((address + alignment - 1n) / alignment) * alignment)
}

/** `call rel32` and `hlt` behind it. */
function callOf(target: VirtualAddress, address: VirtualAddress): Section {
  const bytes = new Uint8Array([0xe8, 0, 0, 0, 0, 0xf4])
  new DataView(bytes.buffer).setInt32(1, Number(target - address) - 5, true)
  return { name: '.text', address, byteCount: bytes.length, bytes, write: false, execute: true }
}
