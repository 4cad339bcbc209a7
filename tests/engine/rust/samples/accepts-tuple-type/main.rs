fn example() {
    let x: (u8, u8);
}
