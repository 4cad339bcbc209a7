fn example() {
    let a;
    a = 5;
    let b: bool = a;
}
