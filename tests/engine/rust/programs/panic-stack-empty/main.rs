fn pop(items: &[i32], length: &mut usize) -> i32 { assert!(*length > 0, "nothing left after {} items", items.len()); *length -= 1; items[*length] }
fn main() { let items = [1, 2]; let mut n = 2; for _ in 0..3 { println!("{}", pop(&items, &mut n)); } }
