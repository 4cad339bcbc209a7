fn main() {
    let factor = 3u64;
    let extra = 100u64;
    let change = |n: u64| n * factor + extra;
    let result = change(14);
}
