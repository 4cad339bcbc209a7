fn example() {
    let x = 5u8 as u32;
}
