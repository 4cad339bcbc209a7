fn example() {
    let x = 5u9;
}
