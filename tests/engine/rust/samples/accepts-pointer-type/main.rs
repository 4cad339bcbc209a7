fn example() {
    let x: *const u8;
}
