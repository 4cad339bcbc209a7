fn example() {
    let x: u8;
    let y = x;
    x = 5;
}
