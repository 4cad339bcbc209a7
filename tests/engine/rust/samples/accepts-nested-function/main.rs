fn example() {
    fn inner() {}
    inner();
}
