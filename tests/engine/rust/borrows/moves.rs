//# moved-twice
fn main() {
    let b = Box::new(1);
    let c = b;
    let d = b;
}
//# moved-then-printed
fn main() {
    let b = Box::new(1);
    let c = b;
    println!("{} {}", b, c);
}
//# moved-then-lent
fn main() {
    let b = Box::new(1);
    let c = b;
    let r = &b;
    println!("{} {}", r, c);
}
//# moved-in-one-branch
fn main() {
    let b = Box::new(1);
    if *b > 0 {
        drop(b);
    }
    println!("{}", b);
}
//# moved-in-both-branches
fn main() {
    let b = Box::new(1);
    if *b > 0 {
        drop(b);
    } else {
        drop(b);
    }
}
//# moved-and-returned
fn f(b: Box<i32>) -> Box<i32> {
    if *b > 0 {
        return b;
    }
    b
}
fn main() {
    f(Box::new(1));
}
//# moved-field
struct P { a: Box<i32>, b: Box<i32> }
fn main() {
    let p = P { a: Box::new(1), b: Box::new(2) };
    let a = p.a;
    println!("{} {}", a, p.b);
}
//# moved-field-then-whole
struct P { a: Box<i32>, b: Box<i32> }
fn main() {
    let p = P { a: Box::new(1), b: Box::new(2) };
    let a = p.a;
    let q = p;
    println!("{} {}", a, q.b);
}
//# moved-field-then-lent
struct P { a: Box<i32>, b: Box<i32> }
fn main() {
    let p = P { a: Box::new(1), b: Box::new(2) };
    let a = p.a;
    let q = &p;
    println!("{} {}", a, q.b);
}
//# moved-field-again
struct P { a: Box<i32>, b: Box<i32> }
fn main() {
    let p = P { a: Box::new(1), b: Box::new(2) };
    let a = p.a;
    let b = p.a;
    println!("{} {} {}", a, b, p.b);
}
//# moved-nested-field
struct I { x: Box<i32>, y: Box<i32> }
struct P { i: I, z: i32 }
fn main() {
    let p = P { i: I { x: Box::new(1), y: Box::new(2) }, z: 3 };
    let x = p.i.x;
    println!("{} {} {}", x, p.i.y, p.z);
}
//# moved-nested-field-then-middle
struct I { x: Box<i32>, y: Box<i32> }
struct P { i: I, z: i32 }
fn main() {
    let p = P { i: I { x: Box::new(1), y: Box::new(2) }, z: 3 };
    let x = p.i.x;
    let i = p.i;
    println!("{} {} {}", x, i.y, p.z);
}
//# moved-field-restored
struct P { a: Box<i32>, b: Box<i32> }
fn main() {
    let mut p = P { a: Box::new(1), b: Box::new(2) };
    let a = p.a;
    p.a = Box::new(3);
    let q = p;
    println!("{} {} {}", a, q.a, q.b);
}
//# field-of-moved-assigned
struct P { a: i32, b: Box<i32> }
fn main() {
    let mut p = P { a: 1, b: Box::new(2) };
    let q = p;
    p.a = 3;
    println!("{} {}", q.a, q.b);
}
//# moved-then-assigned
fn main() {
    let mut b = Box::new(1);
    let c = b;
    b = Box::new(2);
    println!("{} {}", b, c);
}
//# moved-out-of-box
fn main() {
    let b = Box::new(Box::new(1));
    let c = *b;
    println!("{}", c);
}
//# moved-out-of-box-then-used
fn main() {
    let b = Box::new(Box::new(1));
    let c = *b;
    println!("{} {}", b, c);
}
//# moved-out-of-box-then-filled
fn main() {
    let mut b = Box::new(Box::new(1));
    let c = *b;
    *b = Box::new(2);
    println!("{} {}", b, c);
}
//# moved-out-of-reference
fn main() {
    let b = Box::new(1);
    let r = &b;
    let c = *r;
    println!("{}", c);
}
//# moved-field-out-of-reference
struct P { b: Box<i32> }
fn f(p: &P) -> Box<i32> {
    p.b
}
fn main() {
    f(&P { b: Box::new(1) });
}
//# moved-out-of-array
fn main() {
    let a = [Box::new(1), Box::new(2)];
    let b = a[0];
    println!("{}", b);
}
//# moved-out-of-slice
fn f(a: &[Box<i32>]) -> Box<i32> {
    a[0]
}
fn main() {
    f(&[Box::new(1)]);
}
//# tuple-part-moved
fn main() {
    let t = (Box::new(1), 2);
    let b = t.0;
    println!("{} {}", b, t.1);
}
//# tuple-taken-apart
fn main() {
    let t = (Box::new(1), Box::new(2));
    let (a, _) = t;
    println!("{} {}", a, t.1);
}
//# tuple-taken-apart-then-whole
fn main() {
    let t = (Box::new(1), Box::new(2));
    let (a, _) = t;
    let u = t;
    println!("{} {}", a, u.1);
}
//# wildcard-moves-nothing
fn main() {
    let b = Box::new(1);
    let _ = b;
    println!("{}", b);
}
//# match-moves
fn main() {
    let t = (1, Box::new(2));
    match t {
        (1, b) => println!("{}", b),
        _ => {}
    }
    println!("{}", t.1);
}
//# match-moves-in-one-arm
fn main() {
    let t = (1, Box::new(2));
    match t {
        (1, b) => println!("{}", b),
        _ => println!("{}", t.1),
    }
}
//# match-guard
fn main() {
    let t = (1, Box::new(2));
    match t {
        (1, b) if *b > 3 => println!("{}", b),
        (_, b) => println!("{}", b),
    }
}
//# struct-update-moves
struct P { a: Box<i32>, b: Box<i32>, c: i32 }
fn main() {
    let p = P { a: Box::new(1), b: Box::new(2), c: 3 };
    let q = P { a: Box::new(4), ..p };
    println!("{} {} {}", q.a, q.b, q.c);
    println!("{} {}", p.a, p.c);
    println!("{}", p.b);
}
//# struct-update-copies
#[derive(Clone, Copy)]
struct P { a: i32, b: i32 }
fn main() {
    let p = P { a: 1, b: 2 };
    let q = P { a: 3, ..p };
    println!("{} {} {}", q.a, q.b, p.a);
}
//# copy-struct
#[derive(Clone, Copy)]
struct P { a: i32 }
fn main() {
    let p = P { a: 1 };
    let q = p;
    println!("{} {}", p.a, q.a);
}
//# no-copy-struct
struct P { a: i32 }
fn main() {
    let p = P { a: 1 };
    let q = p;
    println!("{} {}", p.a, q.a);
}
//# moved-by-block
fn main() {
    let b = Box::new(1);
    let c = { b };
    println!("{} {}", b, c);
}
//# statement-moves
fn main() {
    let b = Box::new(1);
    b;
    println!("{}", b);
}
//# and-moves
fn eat(b: Box<i32>) -> bool {
    *b > 0
}
fn main() {
    let b = Box::new(1);
    let c = true && eat(b);
    println!("{} {}", b, c);
}
//# argument-order
fn two(a: Box<i32>, b: i32) {
    println!("{} {}", a, b);
}
fn main() {
    let b = Box::new(1);
    two(b, *b);
}
//# argument-order-fine
fn two(b: i32, a: Box<i32>) {
    println!("{} {}", a, b);
}
fn main() {
    let b = Box::new(1);
    two(*b, b);
}
//# uninitialised
fn main() {
    let x: i32;
    println!("{}", x);
}
//# uninitialised-lent
fn main() {
    let x: i32;
    let r = &x;
    println!("{}", r);
}
//# uninitialised-branch
fn main() {
    let x: i32;
    if true {
        x = 1;
    }
    println!("{}", x);
}
//# initialised-branches
fn main() {
    let x: i32;
    if true {
        x = 1;
    } else {
        x = 2;
    }
    println!("{}", x);
}
//# initialised-match
fn main() {
    let x: i32;
    match 3 {
        1 => x = 1,
        2 => x = 2,
        _ => return,
    }
    println!("{}", x);
}
//# uninitialised-match
fn main() {
    let x: i32;
    match 3 {
        1 => x = 1,
        _ => {}
    }
    println!("{}", x);
}
//# uninitialised-field
struct P { a: i32, b: i32 }
fn main() {
    let mut p: P;
    p.a = 1;
    p.b = 2;
    println!("{}", p.a);
}
//# uninitialised-add
fn main() {
    let mut x: i32;
    x += 1;
    println!("{}", x);
}
//# uninitialised-matched
fn main() {
    let x: i32;
    match x {
        _ => {}
    }
}
//# uninitialised-matched-number
fn main() {
    let x: i32;
    match x {
        1 => {}
        _ => {}
    }
}
//# uninitialised-array
fn main() {
    let a: [i32; 2];
    a[0] = 1;
}
//# assigned-twice
fn main() {
    let x = 1;
    println!("{}", x);
    x = 2;
    println!("{}", x);
}
//# assigned-twice-deferred
fn main() {
    let x;
    x = 1;
    x = 2;
    println!("{}", x);
}
//# assigned-parameter
fn f(x: i32) {
    x = 2;
    println!("{}", x);
}
fn main() {
    f(1);
}
//# assigned-pattern
fn main() {
    let (a, b) = (1, 2);
    a = b;
    println!("{}", a);
}
//# assigned-loop-variable
fn main() {
    for i in 0..3 {
        i += 1;
    }
}
//# assigned-arm-variable
fn main() {
    match 3 {
        n => n = 4,
    }
}
//# field-of-immutable
struct P { a: i32 }
fn main() {
    let p = P { a: 1 };
    p.a = 2;
    println!("{}", p.a);
}
//# element-of-immutable
fn main() {
    let a = [1, 2];
    a[0] = 2;
    println!("{}", a[0]);
}
//# content-of-immutable-box
fn main() {
    let b = Box::new(1);
    *b = 2;
    println!("{}", b);
}
//# through-shared
fn main() {
    let x = 1;
    let r = &x;
    *r = 2;
}
//# through-shared-field
struct P { a: i32 }
fn f(p: &P) {
    p.a = 2;
}
fn main() {
    f(&P { a: 1 });
}
//# through-mutable-immutable-variable
fn main() {
    let mut x = 1;
    let r = &mut x;
    *r = 2;
}
//# through-const-pointer
fn main() {
    let x = 1;
    let p = &raw const x;
    unsafe { *p = 2; }
}
//# borrow-immutable
fn main() {
    let x = 1;
    let r = &mut x;
    *r = 2;
}
//# borrow-immutable-field
struct P { a: i32 }
fn main() {
    let p = P { a: 1 };
    let r = &mut p.a;
    *r = 2;
}
//# borrow-through-shared
fn f(x: &i32) {
    let r = &mut *x;
    *r = 2;
}
fn main() {
    f(&1);
}
//# borrow-immutable-box
fn main() {
    let b = Box::new(1);
    let r = &mut *b;
    *r = 2;
}
//# borrow-immutable-reference
fn main() {
    let mut x = 1;
    let r = &mut x;
    let s = &mut r;
    **s = 2;
}
//# borrow-immutable-parameter
fn f(x: i32) {
    let r = &mut x;
    *r = 2;
}
fn main() {
    f(1);
}
//# raw-mut-of-immutable
fn main() {
    let x = 1;
    let p = &raw mut x;
    println!("{}", p.is_null());
}
//# assign-static
static S: i32 = 1;
fn main() {
    S = 2;
}
//# borrow-static
static S: [i32; 2] = [1, 2];
fn main() {
    let r = &mut S;
    r[0] = 1;
}
//# constant-copy
const K: [i32; 2] = [1, 2];
fn main() {
    let r = &mut K;
    r[0] = 5;
    println!("{} {}", r[0], K[0]);
}
//# assigned-in-shadow
fn main() {
    let x = 1;
    let mut x = x + 1;
    x += 1;
    println!("{}", x);
}
//# mutable-reference-moved-into-call
fn eat(r: &mut i32) {
    *r += 1;
}
fn main() {
    let mut x = 1;
    let r = &mut x;
    eat(r);
    eat(r);
}
//# two-mistakes
fn main() {
    let b = Box::new(1);
    let c = b;
    println!("{}", b);
    println!("{}", b);
    println!("{}", c);
}
//# moved-in-condition
fn eat(b: Box<i32>) -> bool {
    *b > 0
}
fn main() {
    let b = Box::new(1);
    while eat(b) {
        println!("again");
    }
}
