fn apply<F: Fn(i32) -> i32>(f: F, x: i32) -> i32 { f(x) }
fn twice(f: impl Fn(i32) -> i32, x: i32) -> i32 { f(f(x)) }
fn call_mut<F>(mut f: F) where F: FnMut() { f(); f(); }
fn once<F: FnOnce() -> i32>(f: F) -> i32 { f() }
fn add(a: i32, b: i32) -> i32 { a + b }
fn adder(n: i32) -> impl Fn(i32) -> i32 { move |x| x + n }
struct Machine<F: Fn(u8) -> u8> { f: F, count: u32 }
fn fold<T, F: FnMut(T, i32) -> T>(start: T, mut f: F) -> T { let mut a = start; for i in 0..4 { a = f(a, i); } a }
fn main() {
    let k = 10;
    let c = |x| x + k;
    println!("{}", c(1));
    println!("{}", apply(c, 2));
    println!("{}", apply(|x| x * 2, 21));
    println!("{}", twice(|x| x * k, 3));
    let mut n = 0;
    let mut inc = || n += 1;
    inc();
    inc();
    println!("{n}");
    call_mut(|| n += 5);
    println!("{n}");
    let b = Box::new(7);
    println!("{}", once(move || *b + 1));
    let f: fn(i32, i32) -> i32 = add;
    println!("{} {}", f(1, 2), std::mem::size_of_val(&f));
    let g: fn(i32) -> i32 = |x| x - 1;
    println!("{}", g(5));
    println!("{}", std::mem::size_of_val(&c));
    let a5 = adder(5);
    println!("{} {}", a5(1), std::mem::size_of_val(&a5));
    let m = Machine { f: |x| x.wrapping_add(1), count: 3 };
    println!("{} {}", (m.f)(255), m.count);
    println!("{}", fold(0i64, |a, i| a + i as i64));
    let add_fn = add;
    println!("{} {}", add_fn(3, 4), std::mem::size_of_val(&add_fn));
    let r = &c;
    println!("{}", r(100));
    println!("{}", apply(&c, 100));
}
