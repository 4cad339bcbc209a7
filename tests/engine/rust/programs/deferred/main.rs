fn main() { let x; let y: u8; if std::hint::black_box(true) { x = 1; y = 2; } else { x = 3; y = 4; } println!("{} {}", x, y); let z; { z = x + 1; } println!("{}", z); }
