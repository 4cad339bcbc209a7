fn example() {
    let x = 0b12;
}
