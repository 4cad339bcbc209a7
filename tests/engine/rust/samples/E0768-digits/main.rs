fn example() {
    let x = 0x;
}
