fn example() {
    let x = !true;
}
