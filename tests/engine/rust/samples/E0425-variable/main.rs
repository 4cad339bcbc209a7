fn example() {
    let value: u8 = 1;
    let b = valeu;
}
