fn example() {
    let x: int = 5;
}
