fn example() {
    let fn = 5;
}
