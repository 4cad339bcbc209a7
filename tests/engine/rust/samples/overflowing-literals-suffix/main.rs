fn example() {
    let a = 256u8;
}
