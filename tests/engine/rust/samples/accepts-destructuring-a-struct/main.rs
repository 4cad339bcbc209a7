struct P { x: u8 }
fn example(p: P) -> u8 {
    let P { x } = p;
    x
}
