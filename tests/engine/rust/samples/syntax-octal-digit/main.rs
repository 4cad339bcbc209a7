fn example() {
    let x = 0o8;
}
