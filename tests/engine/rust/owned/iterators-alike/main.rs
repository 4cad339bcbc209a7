// Two iterators give the same, whatever becomes known of them when; a bool gives a value or none; elements without a check.
fn pal(s: &str) -> bool {
    s.chars().eq(s.chars().rev())
}
fn main() {
    println!("{}", pal("abba"));
    println!("{}", [1, 2].iter().eq([1, 2].iter()));
    println!("{}", (1..3).eq(vec![1, 2]));
    let mut x = [1, 2, 3];
    unsafe {
        println!("{}", x.get_unchecked(1));
        *x.get_unchecked_mut(0) = 9;
    }
    println!("{:?} {:?}", (3 > 2).then(|| 5), x);
    println!("{:?}", (3 > 2).then_some(5));
    let y = 5;
    println!("{:?}", (y > 9).then(|| y * 2).unwrap_or(1));
    println!("{:?}", 1.cmp(&2).then(3.cmp(&2)));
    println!("{}", "abc".chars().rev().eq("cba".chars()));
}
