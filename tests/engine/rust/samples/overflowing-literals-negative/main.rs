fn example() {
    let a: i8 = -128;
    let b: i8 = -129;
}
