fn example() {
    let x = b'a';
}
