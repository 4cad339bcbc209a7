fn example() {
    let x: u32 = 1;
    let y = -x;
}
