#[cfg(all())]
fn example() -> u8 {
    1
}
