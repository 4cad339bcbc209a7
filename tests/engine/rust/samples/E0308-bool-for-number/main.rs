fn example() {
    let a: u8 = true;
}
