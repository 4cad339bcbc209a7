fn combine(a: u64, b: u64, c: u64) -> u64 {
    let both = a | b;
    both | c
}

fn main() {
    let first = 1;
    let all = combine(first, 2, 4);
}
