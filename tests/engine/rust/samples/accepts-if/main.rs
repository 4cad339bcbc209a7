fn example() {
    let x: u8 = 1;
    if x == 1 {
    }
}
