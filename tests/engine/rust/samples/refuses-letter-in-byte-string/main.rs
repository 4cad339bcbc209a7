fn example() {
    let text = b"ƀ";
}
