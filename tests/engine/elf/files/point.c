/* What a debugger shows of a function without optimisation: made into the executable beside it by make-executables.sh. */
struct point {
  int x;
  long y;
  const struct point *next;
};
typedef struct point Point;

static int weigh(const Point *from, unsigned char factor, long long unused) {
  int grid[2][3] = {{1, 2, 3}, {4, 5, 6}};
  _Bool isFirst = 1;
  int total = from->x;
  for (int index = 0; index < 3; index++)
    total += grid[1][index] * factor;
  return isFirst ? total + (int)from->next->y : (int)unused;
}

__attribute__((noreturn, used)) static void begin(void) {
  Point last = {7, -9, 0}, first = {3, 4, &last};
  int code = weigh(&first, 2, 0);
  __asm__ volatile("syscall" : : "a"(60), "D"(code) : "rcx", "r11", "memory");
  __builtin_unreachable();
}

__asm__(".globl _start\n_start: and $-16, %rsp\n call begin\n");
