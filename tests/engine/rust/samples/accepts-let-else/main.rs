fn example() {
    let x = 5 else { return };
}
