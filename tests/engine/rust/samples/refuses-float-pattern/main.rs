fn main() {
    let x = 1.5;
    match x {
        1.5 => {}
        _ => {}
    }
}
