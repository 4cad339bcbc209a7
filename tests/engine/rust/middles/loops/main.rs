fn main() {
    let mut sum = 0u32;
    for i in 0..3 {
        if i == 1 {
            continue;
        }
        sum += i;
    }
    let end = loop {
        if sum > 9 {
            break sum;
        }
        sum *= 2;
    };
    while sum < end {
        sum -= 1;
    }
}
