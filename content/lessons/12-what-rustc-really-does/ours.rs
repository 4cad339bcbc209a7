fn total(n: u64) -> u64 {
    let mut sum = 0;
    let mut number = 0;
    while number < n {
        sum += number;
        number += 1;
    }
    sum
}

fn main() {
    let one = total(100);
    let two = total(100);
    let both = one + two;
}
