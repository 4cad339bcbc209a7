fn example() {
    let x = 'a' + 1;
}
