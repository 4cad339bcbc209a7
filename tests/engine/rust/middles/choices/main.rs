fn main() {
    let x = 7u8;
    let big = x > 5 && x != 9;
    let text = match x {
        0 | 1 => 'a',
        n @ 2..=6 if big => n as char,
        _ => 'z',
    };
    assert!(text == 'z');
}
