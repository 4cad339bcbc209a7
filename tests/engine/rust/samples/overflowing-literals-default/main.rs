fn example() {
    let x = 2147483648;
}
