//# both-ends
fn main() {
    let mut all = [1, 2, 3];
    let [first, .., last] = &mut all;
    std::mem::swap(first, last);
}
//# both-ends-of-a-slice
fn ends(all: &mut [u8]) -> Option<(&mut u8, &mut u8)> {
    match all {
        [first, .., last] => Some((first, last)),
        _ => None,
    }
}
fn main() {
    ends(&mut [1, 2]);
}
//# first-and-rest
fn main() {
    let mut all = vec![1, 2, 3];
    if let [first, rest @ ..] = &mut all[..] {
        rest[0] = *first;
        *first = 2;
    }
}
//# lent-while-changed
fn main() {
    let mut all = [1, 2, 3];
    let [first, ..] = &all;
    all[0] = 5;
    println!("{first}");
}
//# moved-out-of-an-array
fn main() {
    let names = [String::from("a"), String::from("b")];
    let [first, _] = names;
    println!("{first} {}", names.len());
}
//# other-element-stays
fn main() {
    let names = [String::from("a"), String::from("b")];
    let [first, ..] = names;
    let [.., second] = names;
    println!("{first} {second}");
}
//# moved-twice
fn main() {
    let names = [String::from("a"), String::from("b")];
    let [first, ..] = names;
    let [again, _] = names;
    println!("{first} {again}");
}
//# moved-out-of-a-slice
fn main() {
    let names = vec![String::from("a")];
    match names[..] {
        [first] => println!("{first}"),
        _ => {}
    }
}
//# rest-outlives
fn main() {
    let rest: &[u8];
    {
        let all = [1, 2, 3];
        if let [_, found @ ..] = &all[..] {
            rest = found;
        } else {
            rest = &[];
        }
    }
    println!("{rest:?}");
}
