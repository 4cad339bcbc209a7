fn example() {
    let x = 1e3;
}
