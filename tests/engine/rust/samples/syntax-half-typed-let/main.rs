fn example() {
    let
}
