fn example() {
    let text = b"hi";
}
