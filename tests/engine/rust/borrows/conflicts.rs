//# two-mutable
fn main() {
    let mut x = 1;
    let a = &mut x;
    let b = &mut x;
    *a += 1;
    *b += 1;
}
//# two-mutable-first-unused
fn main() {
    let mut x = 1;
    let a = &mut x;
    *a += 1;
    let b = &mut x;
    *b += 1;
}
//# mutable-then-shared
fn main() {
    let mut x = 1;
    let a = &mut x;
    let b = &x;
    *a += *b;
}
//# shared-then-mutable
fn main() {
    let mut x = 1;
    let a = &x;
    let b = &mut x;
    *b += 1;
    println!("{}", a);
}
//# shared-twice
fn main() {
    let x = 1;
    let a = &x;
    let b = &x;
    println!("{} {}", a, b);
}
//# shared-done-then-mutable
fn main() {
    let mut x = 1;
    let a = &x;
    println!("{}", a);
    let b = &mut x;
    *b += 1;
}
//# use-while-mutable
fn main() {
    let mut x = 1;
    let a = &mut x;
    let y = x;
    *a += y;
}
//# add-while-mutable
fn main() {
    let mut x = 1;
    let a = &mut x;
    let y = x + 1;
    *a += y;
}
//# compare-while-mutable
fn main() {
    let mut x = 1;
    let a = &mut x;
    if x == 1 {
        *a += 1;
    }
}
//# print-while-mutable
fn main() {
    let mut x = 1;
    let a = &mut x;
    println!("{}", x);
    *a += 1;
}
//# print-captured-while-mutable
fn main() {
    let mut x = 1;
    let a = &mut x;
    println!("{x}");
    *a += 1;
}
//# assign-while-shared
fn main() {
    let mut x = 1;
    let a = &x;
    x = 2;
    println!("{}", a);
}
//# assign-while-shared-unused
fn main() {
    let mut x = 1;
    let a = &x;
    println!("{}", a);
    x = 2;
    println!("{}", x);
}
//# assign-while-mutable
fn main() {
    let mut x = 1;
    let a = &mut x;
    x = 2;
    *a += 1;
}
//# add-assign-while-shared
fn main() {
    let mut x = 1;
    let a = &x;
    x += 2;
    println!("{}", a);
}
//# add-assign-while-mutable
fn main() {
    let mut x = 1;
    let a = &mut x;
    x += 2;
    *a += 1;
}
//# disjoint-fields
struct P { x: i32, y: i32 }
fn main() {
    let mut p = P { x: 1, y: 2 };
    let a = &mut p.x;
    let b = &mut p.y;
    *a += 1;
    *b += 1;
}
//# same-field
struct P { x: i32, y: i32 }
fn main() {
    let mut p = P { x: 1, y: 2 };
    let a = &mut p.x;
    let b = &mut p.x;
    *a += 1;
    *b += p.y;
}
//# field-then-whole
struct P { x: i32, y: i32 }
fn main() {
    let mut p = P { x: 1, y: 2 };
    let a = &mut p.x;
    let b = &p;
    *a += b.y;
}
//# whole-then-field
struct P { x: i32, y: i32 }
fn main() {
    let mut p = P { x: 1, y: 2 };
    let b = &p;
    p.x = 3;
    println!("{}", b.y);
}
//# other-field-read
struct P { x: i32, y: i32 }
fn main() {
    let mut p = P { x: 1, y: 2 };
    let a = &mut p.x;
    let y = p.y;
    *a += y;
}
//# tuple-parts
fn main() {
    let mut t = (1, 2);
    let a = &mut t.0;
    let b = &mut t.1;
    *a += *b;
    *b += 1;
}
//# tuple-part-twice
fn main() {
    let mut t = (1, 2);
    let a = &mut t.0;
    let b = &t.0;
    *a += *b;
}
//# array-elements
fn main() {
    let mut a = [1, 2];
    let x = &mut a[0];
    let y = &mut a[1];
    *x += 1;
    *y += 1;
}
//# array-element-shared-twice
fn main() {
    let a = [1, 2];
    let x = &a[0];
    let y = &a[1];
    println!("{} {}", x, y);
}
//# array-element-read-while-mutable
fn main() {
    let mut a = [1, 2];
    let x = &mut a[0];
    let y = a[1];
    *x += y;
}
//# array-length-while-mutable
fn main() {
    let mut a = [1, 2];
    let x = &mut a[0];
    let n = a.len();
    *x += n;
}
//# index-itself
fn main() {
    let mut a = [1usize, 0];
    a[a[0]] = 5;
    println!("{}", a[1]);
}
//# index-itself-add
fn main() {
    let mut a = [1usize, 0];
    a[a[1]] += a[0];
    println!("{}", a[0]);
}
//# box-content
fn main() {
    let mut b = Box::new(1);
    let r = &mut *b;
    let s = &*b;
    *r += *s;
}
//# box-content-fine
fn main() {
    let mut b = Box::new(1);
    let r = &mut *b;
    *r += 1;
    println!("{}", b);
}
//# box-whole-while-content
fn main() {
    let mut b = Box::new(1);
    let r = &*b;
    b = Box::new(2);
    println!("{} {}", r, b);
}
//# box-assign-content
fn main() {
    let mut b = Box::new(1);
    let r = &b;
    *b = 3;
    println!("{}", r);
}
//# slice-of-slice
fn main() {
    let mut a = [1, 2, 3];
    let s = &mut a[..];
    let x = &mut s[0];
    let y = &mut s[1];
    *x += 1;
    *y += 1;
}
//# subslices
fn main() {
    let mut a = [1, 2, 3];
    let x = &mut a[..1];
    let y = &mut a[1..];
    x[0] = 1;
    y[0] = 2;
}
//# subslice-and-length
fn main() {
    let mut a = [1, 2, 3];
    let x = &a[..1];
    a[2] = 4;
    println!("{}", x.len());
}
//# in-condition
fn main() {
    let mut x = 1;
    let r = &mut x;
    while x < 5 {
        *r += 1;
    }
}
//# in-match
fn main() {
    let mut x = 1;
    let r = &mut x;
    match x {
        1 => *r = 2,
        _ => {}
    }
}
//# swap-itself
fn main() {
    let mut x = 1;
    std::mem::swap(&mut x, &mut x);
}
//# swap-fields
struct P { x: i32, y: i32 }
fn main() {
    let mut p = P { x: 1, y: 2 };
    std::mem::swap(&mut p.x, &mut p.y);
    println!("{}", p.x);
}
//# swap-elements
fn main() {
    let mut a = [1, 2];
    std::mem::swap(&mut a[0], &mut a[1]);
}
//# through-function
fn pick(a: &mut i32) -> &mut i32 {
    a
}
fn main() {
    let mut x = 1;
    let r = pick(&mut x);
    x = 3;
    *r = 2;
}
//# through-function-done
fn pick(a: &mut i32) -> &mut i32 {
    a
}
fn main() {
    let mut x = 1;
    let r = pick(&mut x);
    *r = 2;
    x = 3;
    println!("{}", x);
}
//# function-without-return
fn look(a: &i32) -> i32 {
    *a
}
fn main() {
    let mut x = 1;
    let r = look(&x);
    x = r + 1;
    println!("{}", x);
}
//# raw-pointer-forgets
fn main() {
    let mut x = 1;
    let p = &raw mut x;
    x = 2;
    unsafe { *p = 3; }
    println!("{}", x);
}
//# raw-pointer-while-mutable
fn main() {
    let mut x = 1;
    let r = &mut x;
    let p = &raw const x;
    *r = 3;
    println!("{}", p.is_null());
}
//# pointer-cast-while-mutable
fn main() {
    let mut x = 1;
    let r = &mut x;
    let p = &x as *const i32;
    *r = 3;
    println!("{}", p.is_null());
}
//# as-mut-ptr-while-shared
fn main() {
    let mut a = [1, 2];
    let r = &a;
    let p = a.as_mut_ptr();
    println!("{} {}", r[0], p.is_null());
}
//# assert-while-mutable
fn main() {
    let mut x = 1;
    let r = &mut x;
    assert_eq!(x, 1);
    *r = 2;
}
//# tuple-assignment-while-lent
fn main() {
    let (mut a, mut b) = (1, 2);
    let r = &a;
    (a, b) = (b, a);
    println!("{} {}", r, b);
}
//# struct-compare-while-mutable
#[derive(PartialEq)]
struct P { x: i32 }
fn main() {
    let mut p = P { x: 1 };
    let r = &mut p;
    let same = p == P { x: 1 };
    r.x = 2;
    println!("{}", same);
}
//# arms
fn main() {
    let mut x = 1;
    let mut y = 2;
    let r = if x > y { &mut x } else { &mut y };
    x = 5;
    *r = 1;
}
//# arms-other
fn main() {
    let mut x = 1;
    let mut y = 2;
    let mut z = 3;
    let r = if x > y { &mut x } else { &mut y };
    z += 5;
    *r = z;
}
//# format-two-mutable
fn next(x: &mut i32) -> i32 {
    *x += 1;
    *x
}
fn main() {
    let mut x = 1;
    println!("{} {}", next(&mut x), next(&mut x));
}
//# format-borrowed-and-changed
fn next(x: &mut i32) -> i32 {
    *x += 1;
    *x
}
fn main() {
    let mut x = 1;
    println!("{} {}", x, next(&mut x));
}
//# call-twice
fn two(a: &mut i32, b: &mut i32) {
    *a += *b;
}
fn main() {
    let mut x = 1;
    two(&mut x, &mut x);
}
//# call-mutable-and-value
fn set(a: &mut i32, b: i32) {
    *a += b;
}
fn main() {
    let mut x = 1;
    set(&mut x, x);
}
//# call-mutable-and-shared
fn set(a: &mut i32, b: &i32) {
    *a += *b;
}
fn main() {
    let mut x = 1;
    set(&mut x, &x);
}
//# call-reborrow-and-value
fn set(a: &mut i32, b: i32) {
    *a += b;
}
fn main() {
    let mut x = 1;
    let r = &mut x;
    set(r, *r);
}
//# call-reborrow-and-length
fn set(a: &mut [i32], n: usize) {
    a[n - 1] = 0;
}
fn main() {
    let mut x = [1, 2];
    let r = &mut x;
    set(r, r.len());
}
//# call-reborrow-and-shared
fn set(a: &mut i32, b: &i32) {
    *a += *b;
}
fn main() {
    let mut x = 1;
    let r = &mut x;
    set(r, &*r);
}
//# value-then-mutable
fn set(b: i32, a: &mut i32) {
    *a += b;
}
fn main() {
    let mut x = 1;
    set(x, &mut x);
    let r = &mut x;
    set(*r, r);
}
//# static-mut-by-pointer
static mut S: i32 = 1;
fn main() {
    let p = &raw mut S;
    unsafe {
        S = 2;
        *p += 1;
    }
}
//# shared-static
static S: i32 = 1;
fn main() {
    let a = &S;
    let b = &S;
    println!("{} {}", a, b);
}
