fn example() {
    let x = 1 & 3;
}
