fn example() {
    let a = 5;
    a
}
