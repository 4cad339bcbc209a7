fn example() {
    let side: u32 = 7;
    let area = square(side);
}

fn square(n: u32) -> u32 {
    let result = n * n;
    result
}
