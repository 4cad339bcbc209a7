// A sequence taken apart: from either end, with what is left in the middle, by reference, by value, half of it moved.
struct Loud(u8);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn sum(all: &[i32]) -> i32 {
    match all {
        [] => 0,
        [only] => *only,
        [first, rest @ ..] => first + sum(rest),
    }
}

fn swap_ends(all: &mut [i32]) {
    if let [first, .., last] = all {
        std::mem::swap(first, last);
    }
}

fn kind(bytes: &[u8]) -> &str {
    match bytes {
        [b'#', b'!', ..] => "script",
        [.., b'\n'] => "line",
        [1 | 2, x, _] if *x > 3 => "triple",
        [_, _] => "pair",
        _ => "other",
    }
}

fn inside(all: &mut [u64]) -> Option<&mut [u64]> {
    match all {
        [_, middle @ .., _] => Some(middle),
        _ => None,
    }
}

fn is_palindrome(text: &[char]) -> bool {
    match text {
        [first, middle @ .., last] => first == last && is_palindrome(middle),
        _ => true,
    }
}

fn main() {
    let numbers = [1, 2, 3, 4];
    let [a, b, c, d] = numbers;
    let [first, .., last] = numbers;
    let [head, tail @ ..] = numbers;
    let [x, middle @ .., y] = &numbers;
    println!("{a} {b} {c} {d} {first} {last} {head} {tail:?} {x} {middle:?} {y}");
    println!("{} {} {}", sum(&numbers), sum(middle), sum(&[]));

    let mut vector = vec![1, 2, 3];
    swap_ends(&mut vector);
    if let [one, two, ..] = vector.as_mut_slice() {
        *one += 10;
        *two += 20;
    }
    println!("{vector:?}");
    println!("{} {} {} {}", kind(b"#!/bin/sh"), kind(b"a line\n"), kind(&[1, 9, 0]), kind(b"ab"));

    let mut wide = [10u64, 20, 30, 40];
    if let Some(part) = inside(&mut wide) {
        part[0] = 7;
        part[1] += 1;
        println!("{}", part.len());
    }
    println!("{wide:?} {}", is_palindrome(&['a', 'b', 'a']));

    let loud = [Loud(1), Loud(2), Loud(3), Loud(4)];
    let [one, rest @ .., _] = loud;
    println!("{} {}", one.0, rest.len());
    drop(one);
    println!("one is gone");

    let names = [String::from("left"), String::from("right")];
    let [left, right] = names;
    println!("{left} {right}");
    let (number, [low, high]) = (1, [2, 3]);
    match numbers {
        [1, _, third, _] if third > 5 => println!("never"),
        [1, ..] => println!("{number} {low} {high}"),
        [..] => println!("never"),
    }
    let Some([p, q]) = Some(["p", "q"]) else { return };
    println!("{p}{q}");
}
