fn tail() {
    let mut x: u8 = 1;
    x += 1
}
