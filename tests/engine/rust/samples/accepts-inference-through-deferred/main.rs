fn deferred() {
    let x;
    let y = 3;
    x = y;
    let z: i16 = x;
}
