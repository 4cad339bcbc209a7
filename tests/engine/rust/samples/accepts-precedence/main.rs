fn precedence() {
    let a = 2 + 3 * 4;
    let b = (2 + 3) * 4;
    let c = 20 - 3 - 4;
    let d = -a * -(b - c);
    let e = - a - - b;
}
