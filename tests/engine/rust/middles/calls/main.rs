fn add(a: &mut i32, s: &[u8]) -> i32 {
    *a += s[1] as i32;
    *a
}

fn main() {
    let mut x = 5;
    let bytes = [1, 2, 3];
    let sum = add(&mut x, &bytes);
    let rest = bytes[1..].len();
    println!("{x} {} {}", sum, rest);
}
