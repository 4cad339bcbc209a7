/** Errors as Linux numbers them; a system call returns them negated. */
export const ERRORS = {
  ESRCH: 3,
  ECHILD: 10,
  EBADF: 9,
  EAGAIN: 11,
  ENOMEM: 12,
  EFAULT: 14,
  EEXIST: 17,
  EINVAL: 22,
  ENOSYS: 38,
} as const
export type ErrorName = keyof typeof ERRORS
