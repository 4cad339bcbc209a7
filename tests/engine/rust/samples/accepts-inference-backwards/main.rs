fn inference() {
    let a = 5;
    let b: u8 = a;
    let c = b + a;
    let d;
    d = c;
    let e = d;
}
