fn main() {
    let literal = "Grüße";
    let owned = String::from(literal);
    let part = &owned[0..2];
    println!("{part}");
}
