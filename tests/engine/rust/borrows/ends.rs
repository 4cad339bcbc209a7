//# inner-scope
fn main() {
    let r;
    {
        let x = 5;
        r = &x;
    }
    println!("{}", r);
}
//# inner-scope-unused
fn main() {
    let r;
    {
        let x = 5;
        r = &x;
        println!("{}", r);
    }
}
//# order-of-declaration
fn main() {
    let r: &i32;
    let x = 5;
    r = &x;
    println!("{}", r);
}
//# struct-holds
struct H<'a> { r: &'a i32 }
fn main() {
    let h;
    {
        let x = 5;
        h = H { r: &x };
    }
    println!("{}", h.r);
}
//# tuple-holds
fn main() {
    let t;
    {
        let x = 5;
        t = (1, &x);
    }
    println!("{}", t.1);
}
//# array-holds
fn main() {
    let mut a = [&0, &1];
    {
        let x = 5;
        a[0] = &x;
    }
    println!("{}", a[1]);
}
//# box-holds
fn main() {
    let b;
    {
        let x = 5;
        b = Box::new(&x);
    }
    println!("{}", b);
}
//# box-content-ends
fn main() {
    let r;
    {
        let b = Box::new(5);
        r = &*b;
    }
    println!("{}", r);
}
//# box-ends-itself
fn main() {
    let r;
    {
        let b = Box::new(5);
        r = &b;
    }
    println!("{}", r);
}
//# element-ends
fn main() {
    let r;
    {
        let a = [1, 2];
        r = &a[1];
    }
    println!("{}", r);
}
//# subslice-ends
fn main() {
    let r;
    {
        let a = [1, 2];
        r = &a[1..];
    }
    println!("{}", r[0]);
}
//# through-call
fn same(x: &i32) -> &i32 {
    x
}
fn main() {
    let r;
    {
        let x = 5;
        r = same(&x);
    }
    println!("{}", r);
}
//# through-call-of-value
fn value(x: &i32) -> i32 {
    *x
}
fn main() {
    let r;
    {
        let x = 5;
        r = value(&x);
    }
    println!("{}", r);
}
//# longest
fn longer<'a>(x: &'a [i32], y: &'a [i32]) -> &'a [i32] {
    if x.len() > y.len() { x } else { y }
}
fn main() {
    let a = [1, 2];
    let r;
    {
        let b = [3];
        r = longer(&a, &b);
    }
    println!("{}", r[0]);
}
//# first-only
fn first<'a, 'b>(x: &'a [i32], y: &'b [i32]) -> &'a [i32] {
    println!("{}", y.len());
    x
}
fn main() {
    let a = [1, 2];
    let r;
    {
        let b = [3];
        r = first(&a, &b);
    }
    println!("{}", r[0]);
}
//# static-annotation
fn main() {
    let x = 5;
    let r: &'static i32 = &x;
    println!("{}", r);
}
//# static-annotation-constant
fn main() {
    let r: &'static i32 = &5;
    println!("{}", r);
}
//# static-argument
fn keep(x: &'static i32) {
    println!("{}", x);
}
fn main() {
    let x = 5;
    keep(&x);
}
//# static-argument-static
static S: i32 = 5;
fn keep(x: &'static i32) {
    println!("{}", x);
}
fn main() {
    keep(&S);
    keep(&7);
}
//# temporary
fn make() -> i32 {
    5
}
fn main() {
    let r;
    r = &make();
    println!("{}", r);
}
//# temporary-extended
fn make() -> i32 {
    5
}
fn main() {
    let r = &make();
    println!("{}", r);
}
//# temporary-in-call
fn make() -> i32 {
    5
}
fn same(x: &i32) -> &i32 {
    x
}
fn main() {
    let r = same(&make());
    println!("{}", r);
}
//# temporary-used-at-once
fn make() -> i32 {
    5
}
fn same(x: &i32) -> &i32 {
    x
}
fn main() {
    let r = *same(&make());
    println!("{}", r);
}
//# temporary-box
fn main() {
    let r: &i32;
    r = &*Box::new(5);
    println!("{}", r);
}
//# temporary-box-extended
fn main() {
    let r = &*Box::new(5);
    println!("{}", r);
}
//# temporary-array-in-call
fn first(x: &[i32]) -> &i32 {
    &x[0]
}
fn main() {
    let n = 3;
    let r = first(&[n, 2]);
    println!("{}", r);
}
//# temporary-pointer
fn make() -> [i32; 2] {
    [1, 2]
}
fn main() {
    let p = make().as_ptr();
    println!("{}", p.is_null());
}
//# temporary-of-sum
fn main() {
    let x = 3;
    let r;
    r = &(x + 1);
    println!("{}", r);
}
//# mutable-temporary
fn main() {
    let r = &mut 5;
    *r += 1;
    println!("{}", r);
}
//# mutable-temporary-assigned
fn main() {
    let r;
    r = &mut 5;
    *r += 1;
}
//# tail-temporary
fn main() {
    let n = {
        let x = 5;
        *&x
    };
    println!("{}", n);
}
//# tail-reference
fn main() {
    let n = {
        let x = 5;
        &x
    };
    println!("{}", n);
}
//# return-local
fn f() -> &'static i32 {
    let x = 5;
    &x
}
fn main() {
    f();
}
//# return-local-statement
fn f() -> &'static i32 {
    let x = 5;
    return &x;
}
fn main() {
    f();
}
//# return-parameter-value
fn f(x: i32) -> &'static i32 {
    &x
}
fn main() {
    f(1);
}
//# return-through-variable
fn f<'a>() -> &'a [i32] {
    let a = [1, 2];
    let s = &a[..];
    s
}
fn main() {
    f();
}
//# return-element
fn f<'a>() -> &'a i32 {
    let a = [1, 2];
    &a[1]
}
fn main() {
    f();
}
//# return-in-struct
struct H<'a> { r: &'a i32 }
fn f<'a>() -> H<'a> {
    let x = 1;
    H { r: &x }
}
fn main() {
    f();
}
//# return-in-tuple
fn f<'a>() -> (i32, &'a i32) {
    let x = 1;
    (x, &x)
}
fn main() {
    f();
}
//# return-if
fn f(p: &i32) -> &i32 {
    let x = 1;
    if *p > 3 { p } else { &x }
}
fn main() {
    f(&1);
}
//# return-box-content
fn f<'a>() -> &'a i32 {
    let b = Box::new(5);
    &*b
}
fn main() {
    f();
}
//# return-box-parameter-content
fn f<'a>(b: Box<i32>) -> &'a i32 {
    &b
}
fn main() {
    f(Box::new(1));
}
//# return-content-of-reference
fn f(b: &Box<i32>) -> &i32 {
    &**b
}
fn main() {
    println!("{}", f(&Box::new(1)));
}
//# return-reborrow
fn f(x: &mut i32) -> &mut i32 {
    let y = &mut *x;
    y
}
fn main() {
    println!("{}", f(&mut 1));
}
//# return-reference-to-parameter
fn f<'a>(x: &'a i32) -> &'a &'a i32 {
    &x
}
fn main() {
    f(&1);
}
//# return-temporary
fn make() -> i32 {
    3
}
fn f<'a>() -> &'a i32 {
    &make()
}
fn main() {
    f();
}
//# return-constant
const K: [i32; 2] = [1, 2];
fn f() -> &'static [i32] {
    &K
}
fn main() {
    println!("{}", f()[0]);
}
//# return-called
fn same(x: &i32) -> &i32 {
    x
}
fn f<'a>() -> &'a i32 {
    let x = 1;
    same(&x)
}
fn main() {
    f();
}
//# return-field
struct P { x: i32 }
fn f(p: &P) -> &i32 {
    &p.x
}
fn g<'a>(p: P) -> &'a i32 {
    &p.x
}
fn main() {
    f(&P { x: 1 });
    g(P { x: 1 });
}
//# raw-of-local
fn f() -> *const i32 {
    let x = 5;
    &x
}
fn main() {
    println!("{}", f().is_null());
}
//# assigned-out
fn f<'a>(out: &mut &'a i32) {
    let x = 1;
    *out = &x;
}
fn main() {
    let mut r = &1;
    f(&mut r);
}
//# assigned-out-fine
fn f<'a>(out: &mut &'a i32, x: &'a i32) {
    *out = x;
}
fn main() {
    let mut r = &1;
    f(&mut r, &2);
    println!("{}", r);
}
//# out-lives-longer
fn f<'a>(out: &mut &'a i32, x: &'a i32) {
    *out = x;
}
fn main() {
    let mut r = &1;
    {
        let y = 5;
        f(&mut r, &y);
    }
    println!("{}", r);
}
//# moved-while-lent
fn main() {
    let b = Box::new(1);
    let r = &b;
    let c = b;
    println!("{} {}", r, c);
}
//# moved-after-last-use
fn main() {
    let b = Box::new(1);
    let r = &b;
    println!("{}", r);
    let c = b;
    println!("{}", c);
}
//# dropped-while-lent
fn main() {
    let b = Box::new(1);
    let r = &*b;
    drop(b);
    println!("{}", r);
}
//# passed-while-lent
fn eat(b: Box<i32>) {
    println!("{}", b);
}
fn main() {
    let b = Box::new(1);
    let r = &b;
    eat(b);
    println!("{}", r);
}
//# struct-moved-while-field-lent
struct P { b: Box<i32>, n: i32 }
fn main() {
    let p = P { b: Box::new(1), n: 2 };
    let r = &p.b;
    let q = p;
    println!("{} {}", r, q.n);
}
//# field-moved-while-other-lent
struct P { b: Box<i32>, c: Box<i32> }
fn main() {
    let p = P { b: Box::new(1), c: Box::new(2) };
    let r = &p.b;
    let q = p.c;
    println!("{} {}", r, q);
}
//# box-assigned-while-lent
fn main() {
    let mut b = Box::new(1);
    let r = &b;
    b = Box::new(2);
    println!("{} {}", r, b);
}
//# shadowed-lives
fn main() {
    let x = 1;
    let r = &x;
    let x = 2;
    println!("{} {}", r, x);
}
//# nested-function-items
fn main() {
    fn inner<'a>() -> &'a i32 {
        let x = 1;
        &x
    }
    inner();
}
