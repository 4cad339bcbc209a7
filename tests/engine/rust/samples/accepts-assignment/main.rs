fn assignment() {
    let mut a: u8 = 1;
    a = a + 1;
    a += 3;
    a *= a;
    a -= 20 - 2 * 4;
    let mut b = a;
    b = 0;
}
