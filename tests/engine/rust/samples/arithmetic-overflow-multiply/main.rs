fn example() {
    let a: i32 = 65536;
    let b = a * a;
}
