fn idle() {
    let x: u8 = 1;
    x;
    x + 1;
    5;
}
