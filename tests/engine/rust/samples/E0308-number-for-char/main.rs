fn example() {
    let a: char = 65;
}
