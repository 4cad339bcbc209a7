fn main() {
    let b = [Box::new(1); 2];
}
