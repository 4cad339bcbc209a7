fn example() {
    let x = 5;
    x?;
}
