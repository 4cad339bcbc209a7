fn example() {
    let x = example;
}
