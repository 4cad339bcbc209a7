struct Stack { items: [i32; 8], length: usize }
fn push(s: &mut Stack, v: i32) { assert!(s.length < 8, "full"); s.items[s.length] = v; s.length += 1; }
fn pop(s: &mut Stack) -> i32 { assert!(s.length > 0, "empty"); s.length -= 1; s.items[s.length] }
fn main() { let mut s = Stack { items: [0; 8], length: 0 }; for i in 1..=5 { push(&mut s, i * i); } let a = pop(&mut s); let b = pop(&mut s); push(&mut s, a - b); let top = pop(&mut s); println!("{} {}", s.length, top); }
