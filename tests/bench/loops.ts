/** The loops that are timed. */

/** A loop over stack variables, as unoptimised rustc writes it. */
export const MEMORY_LOOP = `
  _start: lea rbp, [rsp + 64]
          mov dword [rbp - 4], 0
          mov dword [rbp - 8], 0
  again:  cmp dword [rbp - 8], 0x7FFFFFFF
          jae done
          mov eax, [rbp - 8]
          add [rbp - 4], eax
          inc dword [rbp - 8]
          jmp again
  done:   hlt`

export const REGISTER_LOOP = `
  _start: mov ecx, -1
  again:  add eax, ecx
          dec ecx
          jnz again
          jmp _start`

/** A sum of products, as optimising compilers write it: vectors from memory, and a double. */
export const VECTOR_LOOP = `
  _start: lea rbp, [rsp - 64]
          and rbp, -16
          mov ecx, -1
  again:  movaps xmm0, [rbp]
          mulps xmm0, xmm1
          addps xmm2, xmm0
          paddd xmm3, [rbp + 16]
          addsd xmm4, [rbp + 32]
          dec ecx
          jnz again
          jmp _start`
