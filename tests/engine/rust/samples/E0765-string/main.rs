fn example() {
    let x = "abc;
}
