fn example() {
    let x = 5bar;
}
