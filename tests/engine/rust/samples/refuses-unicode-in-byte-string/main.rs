fn example() {
    let text = b"\u{1ff}";
}
