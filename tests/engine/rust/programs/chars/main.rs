fn main() { let c = 'A'; let d = (c as u8 + 2) as char; println!("{c}{d} {} {}", c as u32, '\u{1F980}' as u32); for b in b'x'..=b'z' { print!("{}", b as char); } println!(" {}", 'a' < 'b'); }
