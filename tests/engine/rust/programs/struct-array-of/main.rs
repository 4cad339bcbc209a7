struct Cell { value: u8, next: usize }
fn main() { let cells = [Cell { value: 10, next: 2 }, Cell { value: 30, next: 9 }, Cell { value: 20, next: 1 }]; let mut at = 0; while at < cells.len() { print!("{} ", cells[at].value); at = cells[at].next; } println!(); }
