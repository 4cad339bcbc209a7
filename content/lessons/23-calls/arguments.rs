fn combine(a: u64, b: u64, c: u64) -> u64 {
    let sum = a + b;
    sum + c
}

fn main() {
    let first = 10;
    let total = combine(first, 20, 30);
}
