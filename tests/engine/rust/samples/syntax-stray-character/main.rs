fn example() {
    let x = @;
}
