fn example() {
    let x = -1;
    let y: u8 = x;
}
