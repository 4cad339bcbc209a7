fn example() {
    let s: String = String::new();
}
