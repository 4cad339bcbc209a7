fn main() { let s = "aéb€"; println!("{:?} {}", s.split_at(3), s.is_char_boundary(2)); let (a,b) = s.split_at(2); println!("{a}{b}"); }
