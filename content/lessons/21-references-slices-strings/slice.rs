fn main() {
    let numbers: [u16; 5] = [10, 20, 30, 40, 50];
    let part: &[u16] = &numbers[1..4];
    let last = part[2];
}
