#[must_use]
fn example() -> u8 { 1 }
