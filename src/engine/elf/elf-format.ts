/** Numbers of an ELF file by the names that they have there (System V ABI, chapters 4 and 5; x86-64 supplement). */

export const HEADER_BYTE_COUNT = 64
export const PROGRAM_HEADER_BYTE_COUNT = 56
export const SECTION_HEADER_BYTE_COUNT = 64
export const SYMBOL_BYTE_COUNT = 24

/** `e_type` of an executable: at fixed addresses, and wherever it is loaded. */
export const [ET_EXEC, ET_DYN] = [2, 3]
/** `e_machine`. */
export const EM_X86_64 = 62

/** `p_type`: what a program header is of. */
export const [PT_LOAD, PT_INTERP, PT_TLS] = [1, 3, 7]
/** `p_flags`: the rights of its pages. */
export const [PF_X, PF_W, PF_R] = [1, 2, 4]

/** `sh_type`: bytes of the program, symbols, names, zeros that take no room in the file. */
export const [SHT_PROGBITS, SHT_SYMTAB, SHT_STRTAB, SHT_NOBITS] = [1, 2, 3, 8]
/** `sh_flags`: what becomes of the section in memory, and how it lies in the file. */
export const [SHF_WRITE, SHF_ALLOC, SHF_EXECINSTR, SHF_COMPRESSED] = [1, 2, 4, 0x800]

/** The lower half of `st_info`: what a symbol stands for. */
export const [STT_NOTYPE, STT_FUNC, STT_GNU_IFUNC] = [0, 2, 10]
/** Its upper half, of a symbol that other files see. */
export const STB_GLOBAL = 1
