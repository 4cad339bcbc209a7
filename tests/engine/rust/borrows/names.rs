//# same-name-twice
fn main() {
    let (x, x) = (1, 2);
    println!("{x}");
}
//# same-name-twice-in-arm
fn main() {
    match (1, 2) {
        (x, x) => println!("{x}"),
    }
}
//# unlabelled-break
fn main() {
    loop {
        'a: {
            break;
        }
    }
}
//# unlabelled-continue
fn main() {
    for _ in 0..3 {
        'a: {
            continue;
        }
    }
}
//# unlabelled-break-of-inner-loop
fn main() {
    'a: {
        loop {
            break;
        }
    }
}
//# range-without-end
fn main() {
    let a = [1, 2, 3];
    let s = &a[1..=];
    println!("{}", s.len());
}
//# copy-of-a-box
#[derive(Clone, Copy)]
struct P { x: Box<i32> }
fn main() {
    let p = P { x: Box::new(1) };
    let q = p;
    println!("{} {}", p.x, q.x);
}
//# copy-of-a-mutable-reference
#[derive(Clone, Copy)]
struct P<'a> { x: &'a mut i32 }
fn main() {
    let p = P { x: &mut 1 };
    println!("{}", p.x);
}
//# copy-of-a-shared-reference
#[derive(Clone, Copy)]
struct P<'a> { x: &'a i32 }
fn main() {
    let p = P { x: &1 };
    let q = p;
    println!("{} {}", p.x, q.x);
}
//# copy-alone
#[derive(Copy)]
struct P { x: i32 }
fn main() {
    println!("{}", P { x: 1 }.x);
}
//# unknown-derive
#[derive(Printable)]
struct P { x: i32 }
fn main() {
    println!("{}", P { x: 1 }.x);
}
//# packed-field-borrowed
#[repr(packed)]
struct P { a: u8, b: u32 }
fn main() {
    let p = P { a: 1, b: 2 };
    let b = &p.b;
    println!("{} {}", p.a as u32, *b);
}
//# packed-field-copied
#[repr(C, packed(2))]
struct P { a: u8, b: u32, c: u16 }
fn main() {
    let mut p = P { a: 1, b: 2, c: 3 };
    p.b += 1;
    let (a, b, c) = (&p.a, p.b, &p.c);
    println!("{} {} {} {}", *a, b, *c, std::mem::size_of::<P>());
}
