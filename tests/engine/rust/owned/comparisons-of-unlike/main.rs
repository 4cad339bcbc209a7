// Values of different types are compared by whose `PartialEq` knows both, by `==` and in assertions alike.
use std::ops::Add;

#[derive(Debug, Clone, PartialEq)]
struct Metres(u32);

impl Add for Metres {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl PartialEq<u32> for Metres {
    fn eq(&self, other: &u32) -> bool {
        self.0 == *other
    }
}

fn all(numbers: Vec<u32>) -> Vec<Metres> {
    numbers.into_iter().map(Metres).collect()
}

fn main() {
    assert_eq!(Metres(1) + Metres(2), Metres(3));
    assert_eq!(Metres(4), 4);
    assert_ne!(&Metres(4), &5);
    println!("{} {}", &Metres(6) == &6, all(vec![1, 2])[1] == 2);

    let text = String::from("text");
    let lent = &text;
    assert_eq!(text, "text");
    assert_eq!("text", text);
    assert_eq!(lent, "text");
    assert_ne!(*lent, "other");
    println!("{} {} {}", lent == "text", &text == "texts", *"text" == text);
    let mut other = String::from("te");
    let changed = &mut other;
    changed.push_str("xt");
    assert_eq!(changed, "text");

    let array = [1, 2, 3, 4];
    let part = &array[1..3];
    assert_eq!(part, &[2, 3]);
    assert_eq!(part, [2, 3]);
    assert_eq!(array[..2], [1, 2]);
    println!("{} {} {} {}", part == [2, 3], *part == [2, 4], [2, 3] == *part, array == array[..]);
    let mut mixed = [3, 1, 2];
    let all_of_it = &mut mixed[..];
    all_of_it.sort();
    assert_eq!(all_of_it, &[1, 2, 3]);
    assert_eq!("abc".as_bytes(), b"abc");
    let mut health = 5u8;
    let healing = &mut health;
    *healing += 1;
    assert_eq!(healing, &6);
    assert_eq!(format!("{}{}", 1, 2), "13", "of {} digits", 2);
}
