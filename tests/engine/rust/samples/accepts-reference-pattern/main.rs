fn example() {
    let ref x = 5;
}
