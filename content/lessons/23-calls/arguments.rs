fn combine(a: u64, b: u64, c: u64) -> u64 {
    let sum = a + b;
    sum + c
}

fn main() {
    let total = combine(10, 20, 30);
}
