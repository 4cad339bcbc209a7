fn example() {
    let x = ();
}
