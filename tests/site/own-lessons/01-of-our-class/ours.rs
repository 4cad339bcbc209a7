fn example() {
    let ours: u16 = 7;
}
