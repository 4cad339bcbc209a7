fn example() {
    let x = 5u8.wrapping_add(1);
}
