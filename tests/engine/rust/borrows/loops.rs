//# push-in-loop
fn main() {
    let mut x = 1;
    let mut r = &x;
    for _ in 0..3 {
        x += 1;
        r = &x;
    }
    println!("{}", r);
}
//# mutable-kept-around
fn main() {
    let mut x = 1;
    let mut y = 0;
    let mut r = &mut y;
    for _ in 0..3 {
        *r += 1;
        r = &mut x;
    }
    *r += 1;
}
//# mutable-kept-and-used
fn main() {
    let mut x = 1;
    let mut y = 0;
    let mut r = &mut y;
    for _ in 0..3 {
        x += 1;
        *r += 1;
        r = &mut x;
    }
    println!("{}", y);
}
//# fresh-each-round
fn main() {
    let mut x = 1;
    for _ in 0..3 {
        let r = &mut x;
        *r += 1;
    }
    println!("{}", x);
}
//# moved-in-loop
fn eat(b: Box<i32>) {
    println!("{}", b);
}
fn main() {
    let b = Box::new(1);
    for _ in 0..2 {
        eat(b);
    }
}
//# moved-and-replaced-in-loop
fn eat(b: Box<i32>) {
    println!("{}", b);
}
fn main() {
    let mut b = Box::new(1);
    for i in 0..2 {
        eat(b);
        b = Box::new(i);
    }
    println!("{}", b);
}
//# moved-then-break
fn eat(b: Box<i32>) {
    println!("{}", b);
}
fn main() {
    let b = Box::new(1);
    loop {
        eat(b);
        break;
    }
}
//# moved-then-continue
fn eat(b: Box<i32>) {
    println!("{}", b);
}
fn main() {
    let b = Box::new(1);
    let mut i = 0;
    while i < 3 {
        i += 1;
        if i == 1 {
            continue;
        }
        eat(b);
    }
}
//# list-walk
struct Node<'a> { value: i32, next: &'a i32 }
fn main() {
    let end = 3;
    let n = Node { value: 1, next: &end };
    let mut sum = 0;
    let mut at = &n;
    let other = Node { value: 2, next: &n.value };
    for _ in 0..2 {
        sum += at.value + *at.next;
        at = &other;
    }
    println!("{}", sum);
}
//# uninitialised-loop
fn main() {
    let x: i32;
    loop {
        if true {
            x = 1;
            break;
        }
    }
    println!("{}", x);
}
//# assigned-in-loop
fn main() {
    let x: i32;
    for _ in 0..2 {
        x = 1;
    }
}
//# while-uninitialised
fn main() {
    let x: i32;
    while true {
        x = 1;
        break;
    }
    println!("{}", x);
}
//# dangling-in-loop
fn main() {
    let mut r = &0;
    for i in 0..3 {
        r = &i;
    }
    println!("{}", r);
}
//# dangling-in-loop-unused
fn main() {
    let mut r = &0;
    for i in 0..3 {
        r = &i;
        println!("{}", r);
    }
}
//# labelled
fn main() {
    let mut x = 1;
    let r = 'a: {
        if x > 3 {
            break 'a &mut x;
        }
        &mut x
    };
    *r += 1;
    x += 1;
    println!("{}", x);
}
//# loop-value-lent
fn main() {
    let mut x = 1;
    let r = loop {
        break &mut x;
    };
    x = 2;
    *r = 3;
}
//# reborrow-in-loop
fn add(a: &mut i32) {
    *a += 1;
}
fn main() {
    let mut x = 1;
    let r = &mut x;
    for _ in 0..3 {
        add(r);
    }
    *r += 1;
}
//# reference-moved-in-loop
fn main() {
    let mut x = 1;
    let r = &mut x;
    for _ in 0..3 {
        let s = r;
        *s += 1;
    }
}
//# slice-walk
fn last(mut s: &[i32]) -> &i32 {
    while s.len() > 1 {
        s = &s[1..];
    }
    &s[0]
}
fn main() {
    println!("{}", last(&[1, 2, 3]));
}
//# mutable-slice-walk
fn fill(mut s: &mut [i32]) {
    while s.len() > 0 {
        s[0] = 7;
        s = &mut s[1..];
    }
}
fn main() {
    let mut a = [1, 2, 3];
    fill(&mut a);
    println!("{:?}", a);
}
