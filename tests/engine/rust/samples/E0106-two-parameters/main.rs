fn longer(a: &[u8], b: &[u8]) -> &[u8] {
    if a.len() < b.len() { b } else { a }
}
fn main() {}
