fn example() {
    let x = true && false;
}
