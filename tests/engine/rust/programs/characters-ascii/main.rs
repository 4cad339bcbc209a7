use std::cmp::Ordering;
fn main() {
    let mut c = '\0';
    while (c as u32) < 130 {
        println!("{:?} {} {} {} {} {} {} {} {} {} {} {:?} {:?} {:?} {:?} {} {} {}", c, c.is_ascii(), c.is_ascii_digit(), c.is_ascii_hexdigit(), c.is_ascii_uppercase(), c.is_ascii_lowercase(), c.is_ascii_alphabetic(), c.is_ascii_alphanumeric(), c.is_ascii_whitespace(), c.is_ascii_graphic(), c.is_ascii_punctuation(), c.to_ascii_uppercase(), c.to_ascii_lowercase(), c.to_digit(16), c.to_digit(36), c.is_digit(10), c.is_control(), c.is_ascii_control());
        let b = c as u8;
        println!("{} {} {} {}", b.is_ascii_digit(), b.to_ascii_uppercase(), b.to_ascii_lowercase(), b.is_ascii_punctuation());
        c = char::from_u32(c as u32 + 5).unwrap();
    }
    println!("{:?} {:?} {:?}", std::char::from_digit(7, 10), char::from_digit(11, 16), char::from_digit(9, 8));
    println!("{:?} {:?}", char::from_u32(0xD800), char::from_u32(0x1F600));
    println!("{} {} {} {}", 'a'.len_utf8(), 'é'.len_utf8(), '漢'.len_utf8(), '😀'.len_utf8());
    println!("{:?} {:?}", true.then_some(3), false.then_some('x'));
    println!("{:?} {:?} {}", 3.cmp(&4), 5u8.partial_cmp(&2), 3i32.cmp(&3) == Ordering::Equal);
    println!("{} {} {}", 3.max(9), 7u8.clamp(1, 5), (-3i32).pow(3));
    println!("{}", 5i64.clamp(7, 2));
}
