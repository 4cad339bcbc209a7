#[inline]
fn example() {}
