//# two-parameters
fn f<'a, 'b>(x: &'a i32, y: &'b i32) -> &'a i32 {
    if *x > 1 { x } else { y }
}
fn main() {
    f(&1, &2);
}
//# one-name
fn f<'a>(x: &'a i32, y: &'a i32) -> &'a i32 {
    if *x > 1 { x } else { y }
}
fn main() {
    f(&1, &2);
}
//# anonymous-parameter
fn f<'a>(x: &'a i32, y: &i32) -> &'a i32 {
    if *x > 1 { x } else { y }
}
fn main() {
    f(&1, &2);
}
//# static-result
fn f(x: &i32) -> &'static i32 {
    x
}
fn main() {
    f(&1);
}
//# static-call
fn keep(x: &'static i32) {
    println!("{}", x);
}
fn f(x: &i32) {
    keep(x);
}
fn main() {
    f(&1);
}
//# static-call-named
fn keep(x: &'static i32) {
    println!("{}", x);
}
fn f<'a>(x: &'a i32) {
    keep(x);
}
fn main() {
    f(&1);
}
//# static-variable
fn f(x: &i32) {
    let y: &'static i32 = x;
    println!("{}", y);
}
fn main() {
    f(&1);
}
//# put-into-other
fn f(x: &mut &i32, y: &i32) {
    *x = y;
}
fn main() {
    let mut r = &1;
    f(&mut r, &2);
}
//# put-into-struct
struct H<'a> { r: &'a i32 }
fn f<'a>(h: &mut H<'a>, y: &i32) {
    h.r = y;
}
fn main() {
    let mut h = H { r: &1 };
    f(&mut h, &2);
}
//# put-into-struct-fine
struct H<'a> { r: &'a i32 }
fn f<'a>(h: &mut H<'a>, y: &'a i32) {
    h.r = y;
}
fn main() {
    let mut h = H { r: &1 };
    f(&mut h, &2);
    println!("{}", h.r);
}
//# inner-of-two
fn f<'a, 'b>(x: &'a &'b i32) -> &'b i32 {
    *x
}
fn main() {
    f(&&1);
}
//# inner-as-outer
fn f<'a, 'b>(x: &'a &'b i32) -> &'a i32 {
    x
}
fn main() {
    f(&&1);
}
//# inner-of-mutable
fn f<'a, 'b>(x: &'a mut &'b mut i32) -> &'b mut i32 {
    x
}
fn main() {
    f(&mut &mut 1);
}
//# inner-of-mutable-as-outer
fn f<'a, 'b>(x: &'a mut &'b mut i32) -> &'a mut i32 {
    x
}
fn main() {
    f(&mut &mut 1);
}
//# invariance
fn f<'a>(x: &mut &'a i32, y: &mut &'static i32) {
    *x = *y;
    let z: &mut &'a i32 = y;
    println!("{}", z);
}
fn main() {
    let mut a = &1;
    let mut b = &2;
    f(&mut a, &mut b);
}
//# struct-result
struct H<'a> { r: &'a i32 }
fn f<'a, 'b>(x: &'a i32, h: H<'b>) -> H<'a> {
    println!("{}", x);
    h
}
fn main() {
    f(&1, H { r: &2 });
}
//# struct-result-elided
struct H<'a> { r: &'a i32 }
fn f(x: &i32) -> H {
    H { r: x }
}
fn main() {
    println!("{}", f(&1).r);
}
//# struct-of-two
struct T<'a, 'b> { a: &'a i32, b: &'b i32 }
fn f<'x, 'y>(t: &T<'x, 'y>) -> &'x i32 {
    t.a
}
fn g<'x, 'y>(t: &T<'x, 'y>) -> &'x i32 {
    t.b
}
fn main() {
    let t = T { a: &1, b: &2 };
    f(&t);
    g(&t);
}
//# struct-of-two-outlives
struct T<'a, 'b> { a: &'a i32, b: &'b i32 }
fn main() {
    let x = 1;
    let r;
    {
        let y = 2;
        let t = T { a: &x, b: &y };
        r = t.a;
        println!("{}", t.b);
    }
    println!("{}", r);
}
//# struct-of-one-outlives
struct T<'a> { a: &'a i32, b: &'a i32 }
fn main() {
    let x = 1;
    let r;
    {
        let y = 2;
        let t = T { a: &x, b: &y };
        r = t.a;
        println!("{}", t.b);
    }
    println!("{}", r);
}
//# slice-of-slice
fn tail<'a>(s: &'a [i32]) -> &'a [i32] {
    &s[1..]
}
fn main() {
    let a = [1, 2, 3];
    let t = tail(tail(&a));
    println!("{}", t[0]);
}
//# mutable-parts
fn ends(s: &mut [i32]) -> (&mut i32, &mut i32) {
    let n = s.len() - 1;
    (&mut s[0], &mut s[n])
}
fn main() {
    let mut a = [1, 2];
    ends(&mut a);
}
//# reference-in-struct-mutable
struct M<'a> { r: &'a mut i32 }
fn bump(m: &mut M) {
    *m.r += 1;
}
fn main() {
    let mut x = 1;
    let mut m = M { r: &mut x };
    bump(&mut m);
    bump(&mut m);
    println!("{}", m.r);
    println!("{}", x);
}
//# reference-in-struct-mutable-early
struct M<'a> { r: &'a mut i32 }
fn main() {
    let mut x = 1;
    let m = M { r: &mut x };
    println!("{}", x);
    *m.r += 1;
}
//# reborrow-out-of-struct
struct M<'a> { r: &'a mut i32 }
fn inner<'a>(m: &'a mut M) -> &'a mut i32 {
    m.r
}
fn main() {
    let mut x = 1;
    let mut m = M { r: &mut x };
    *inner(&mut m) += 1;
    println!("{}", m.r);
}
//# reborrow-out-of-struct-too-long
struct M<'a> { r: &'a mut i32 }
fn inner<'a, 'b>(m: &'b mut M<'a>) -> &'a mut i32 {
    m.r
}
fn main() {
    let mut x = 1;
    let mut m = M { r: &mut x };
    *inner(&mut m) += 1;
}
//# copy-out-of-struct
struct H<'a> { r: &'a i32 }
fn inner<'a, 'b>(h: &'b H<'a>) -> &'a i32 {
    h.r
}
fn main() {
    let x = 1;
    let r;
    {
        let h = H { r: &x };
        r = inner(&h);
    }
    println!("{}", r);
}
//# array-of-references
fn pick<'a>(a: [&'a i32; 2]) -> &'a i32 {
    a[1]
}
fn main() {
    let x = 1;
    let r;
    {
        let y = 2;
        r = pick([&x, &y]);
    }
    println!("{}", r);
}
//# boxed-reference
fn f<'a>(b: Box<&'a i32>) -> &'a i32 {
    *b
}
fn main() {
    let r;
    {
        let x = 1;
        r = f(Box::new(&x));
    }
    println!("{}", r);
}
//# parameter-lent
fn f<'a>(mut x: &'a i32) -> &'a i32 {
    let y = 1;
    if *x > 3 {
        x = &y;
    }
    x
}
fn main() {
    f(&1);
}
//# swap-references
fn main() {
    let mut a = &1;
    {
        let x = 2;
        let mut b = &x;
        std::mem::swap(&mut a, &mut b);
    }
    println!("{}", a);
}
//# same-lifetime-twice
struct T<'x, 'y> {
    p: &'x mut &'y u8,
}
struct S<'a> {
    q: T<'a, 'a>,
}
fn pick<'a>(s: S<'a>, r: &'a u8) -> S<'a> {
    s
}
fn shorter(s: S<'static>) {
    let x = 1u8;
    let t = pick(s, &x);
}
fn main() {}
