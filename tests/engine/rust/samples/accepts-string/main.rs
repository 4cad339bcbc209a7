fn example() {
    let s = "text";
}
