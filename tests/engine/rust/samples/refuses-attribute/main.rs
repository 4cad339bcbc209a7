#[track_caller]
fn example() -> u8 {
    1
}
