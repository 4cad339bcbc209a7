fn unused_mut() {
    let mut x: u8 = 1;
    let mut y: u8;
    y = x;
}
