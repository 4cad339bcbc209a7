fn sum(n: u64) -> u64 {
    if n == 0 {
        return 0;
    }
    n + sum(n - 1)
}

fn main() {
    let total = sum(3);
}
