fn example() {
    let x: [u8; 2] = [1, 2];
}
