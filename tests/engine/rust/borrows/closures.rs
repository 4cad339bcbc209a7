//# outlives-returned
fn f() -> impl Fn() -> i32 {
    let x = 1;
    || x + 1
}
fn main() {
    println!("{}", f()());
}
//# moved-in-returned
fn f() -> impl Fn() -> i32 {
    let x = 1;
    move || x + 1
}
fn main() {
    println!("{}", f()());
}
//# two-mutable
fn main() {
    let mut x = 1;
    let mut a = || x += 1;
    let mut b = || x += 2;
    a();
    b();
}
//# one-after-the-other
fn main() {
    let mut x = 1;
    let mut a = || x += 1;
    a();
    let mut b = || x += 2;
    b();
    println!("{x}");
}
//# looked-at-while-changed
fn main() {
    let mut x = 1;
    let mut a = || x += 1;
    println!("{x}");
    a();
}
//# changed-while-looked-at
fn main() {
    let mut x = 1;
    let a = || x + 1;
    x = 5;
    println!("{}", a());
}
//# disjoint-fields
struct P { a: i32, b: i32 }
fn main() {
    let mut p = P { a: 1, b: 2 };
    let mut inc = || p.a += 1;
    println!("{}", p.b);
    inc();
    println!("{}", p.a);
}
//# same-field
struct P { a: i32, b: i32 }
fn main() {
    let mut p = P { a: 1, b: 2 };
    let mut inc = || p.a += 1;
    println!("{}", p.a + p.b);
    inc();
}
//# moved-while-lent
fn main() {
    let b = Box::new(1);
    let c = || *b + 1;
    drop(b);
    println!("{}", c());
}
//# used-after-move-into
fn main() {
    let b = Box::new(1);
    let c = move || *b + 1;
    println!("{}", b);
    println!("{}", c());
}
//# called-twice
fn main() {
    let b = Box::new(1);
    let c = || drop(b);
    c();
    c();
}
//# copied-closure
fn main() {
    let n = 1;
    let c = |x: i32| x + n;
    let d = c;
    println!("{} {}", c(1), d(2));
}
//# moved-closure
fn main() {
    let b = Box::new(1);
    let c = move |x: i32| x + *b;
    let d = c;
    println!("{} {}", c(1), d(2));
}
//# not-mutable-closure
fn main() {
    let mut n = 1;
    let c = || n += 1;
    c();
}
//# not-mutable-captured
fn main() {
    let n = 1;
    let mut c = || n += 1;
    c();
}
//# not-mutable-moved-in
fn main() {
    let n = 1;
    let mut c = move || n += 1;
    c();
}
//# not-mutable-lent
fn take(x: &mut i32) { *x += 1; }
fn main() {
    let n = 1;
    let mut c = || take(&mut n);
    c();
}
//# through-mutable-reference
fn main() {
    let mut n = 1;
    let r = &mut n;
    let mut c = || *r += 1;
    c();
    println!("{n}");
}
//# only-once
fn call<F: Fn()>(f: F) { f(); }
fn main() {
    let b = Box::new(1);
    let c = move || drop(b);
    call(c);
}
//# only-mutable
fn call<F: Fn()>(f: F) { f(); }
fn main() {
    let mut n = 0;
    let c = || n += 1;
    call(c);
}
//# changes-in-fn
fn call<F: Fn()>(f: F) { f(); }
fn main() {
    let mut n = 0;
    call(|| n += 1);
    println!("{n}");
}
//# lends-in-fn
fn take(x: &mut i32) { *x += 1; }
fn call<F: Fn()>(f: F) { f(); }
fn main() {
    let mut n = 0;
    call(|| take(&mut n));
}
//# moves-out-in-fnmut
fn call<F: FnMut() -> Box<i32>>(mut f: F) -> Box<i32> { f() }
fn main() {
    let b = Box::new(1);
    println!("{}", call(move || b));
}
//# inner-scope
fn main() {
    let c;
    {
        let x = 1;
        c = || x + 1;
    }
    println!("{}", c());
}
//# inner-scope-moved
fn main() {
    let c;
    {
        let x = 1;
        c = move || x + 1;
    }
    println!("{}", c());
}
//# escapes
fn main() {
    let mut kept: &str = "a";
    let mut keep = |s: &str| kept = s;
    keep("b");
    println!("{kept}");
}
//# kept-reference
fn main() {
    let mut kept = 0;
    let mut keep = |s: &i32| kept = *s;
    keep(&2);
    println!("{kept}");
}
//# in-a-struct
struct Holder<F: Fn() -> i32> { f: F }
fn main() {
    let h;
    {
        let x = 1;
        h = Holder { f: || x };
    }
    println!("{}", (h.f)());
}
//# passed-on
fn pass<T>(t: T) -> T { t }
fn main() {
    let r;
    {
        let x = 1;
        r = pass(&x);
    }
    println!("{r}");
}
//# returned-with-lifetime
fn adder(x: &i32) -> impl Fn(i32) -> i32 {
    move |y| *x + y
}
fn main() {
    let n = 3;
    let f = adder(&n);
    println!("{}", f(1));
}
//# returned-outlives-argument
fn adder(x: &i32) -> impl Fn(i32) -> i32 {
    move |y| *x + y
}
fn main() {
    let f;
    {
        let n = 3;
        f = adder(&n);
    }
    println!("{}", f(1));
}
//# reference-parameter-captured
fn adder<'a>(x: &'a i32) -> impl Fn(i32) -> i32 + 'a {
    |y| *x + y
}
fn main() {
    let n = 3;
    println!("{}", adder(&n)(1));
}
//# jump-out
fn main() {
    loop {
        let c = || break;
        c();
    }
}
//# too-few-arguments
fn main() {
    let c = |a: i32, b: i32| a + b;
    println!("{}", c(1));
}
//# wrong-count
fn call(f: impl Fn(i32) -> i32) -> i32 { f(1) }
fn main() {
    println!("{}", call(|a, b| a + b));
}
//# wrong-parameter
fn call(f: impl Fn(i32) -> i32) -> i32 { f(1) }
fn main() {
    println!("{}", call(|a: u8| a as i32));
}
//# wrong-result
fn call(f: impl Fn(i32) -> i32) -> i32 { f(1) }
fn main() {
    println!("{}", call(|a| a > 1));
}
//# unknown-parameter
fn main() {
    let c = |a| a;
}
//# two-types
fn main() {
    let c = |a| a;
    c(1);
    c(true);
}
//# no-trait-of-calls
fn call<F: Fn(i32)>(f: F) { f(1); }
fn main() {
    call(5);
}
//# not-a-function
fn main() {
    let n = 5;
    n(1);
}
//# captures-as-pointer
fn main() {
    let n = 5;
    let f: fn(i32) -> i32 = |x| x + n;
    println!("{}", f(1));
}
//# unused-result-of-loop
fn main() {
    let mut fs = 0;
    for i in 0..3 {
        let mut add = |n: i32| fs += n * i;
        add(1);
        add(2);
    }
    println!("{fs}");
}
//# assigned-while-moved-in
fn main() {
    let mut n = 1;
    let c = move || n + 1;
    n = 7;
    println!("{} {}", c(), n);
}
//# whole-and-part
struct P { a: Box<i32>, b: i32 }
fn main() {
    let p = P { a: Box::new(1), b: 2 };
    let c = move || *p.a;
    println!("{} {}", c(), p.b);
}
//# moved-part-of-captured
struct P { a: Box<i32>, b: Box<i32> }
fn main() {
    let p = P { a: Box::new(1), b: Box::new(2) };
    let c = || drop(p.a);
    c();
    println!("{}", p.b);
    println!("{}", p.a);
}
//# match-in-closure
fn main() {
    let mut o = Some(Box::new(1));
    let mut c = || match &mut o { Some(b) => **b += 1, None => {} };
    c();
    println!("{:?}", o);
}
//# nested
fn main() {
    let mut n = 1;
    let mut outer = || { let mut inner = || n += 1; inner(); inner(); };
    outer();
    println!("{n}");
}
//# nested-conflict
fn main() {
    let mut n = 1;
    let mut outer = || { let mut inner = || n += 1; n = 3; inner(); };
    outer();
}
