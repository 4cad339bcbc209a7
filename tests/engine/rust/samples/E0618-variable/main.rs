fn example() {
    let helper = 5;
    helper();
}
