fn main() {
    let y = &1;
    let b = y == 1;
}
