fn again() {
    let x: u8 = 1;
    again();
}
