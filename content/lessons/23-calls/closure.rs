fn main() {
    let mask = 255u64;
    let key = 100u64;
    let change = |n: u64| (n & mask) ^ key;
    let result = change(14);
}
