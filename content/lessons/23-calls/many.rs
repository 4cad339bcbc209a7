fn last(a: u8, b: u8, c: u8, d: u8, e: u8, f: u8, g: u8, h: u8) -> u8 {
    h
}

fn main() {
    let eighth = last(1, 2, 3, 4, 5, 6, 7, 8);
}
