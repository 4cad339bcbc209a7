const fn example() -> u8 { 1 }
fn other() {}
