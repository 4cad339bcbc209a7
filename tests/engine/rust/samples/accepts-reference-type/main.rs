fn example() {
    let x: u8 = 1;
    let y: &u8 = &x;
}
