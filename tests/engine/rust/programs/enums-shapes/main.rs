#[derive(Clone, Copy)]
enum Color { Red, Green = 5, Blue }
enum Shape { Circle(u32), Rect { w: u32, h: u32 }, Unit }
enum Opt<T> { Nothing, Just(T) }
enum List { Cons(i32, Box<List>), Nil }
fn area(s: &Shape) -> u32 {
    match s {
        Shape::Circle(r) => *r * 3,
        Shape::Rect { w, h } => *w * *h,
        Shape::Unit => 0,
    }
}
fn sum(l: &List) -> i32 {
    match l { List::Cons(x, rest) => *x + sum(rest), List::Nil => 0 }
}
fn main() {
    let c = Color::Green;
    println!("{} {}", c as u8, Color::Blue as i32);
    println!("{} {} {}", area(&Shape::Circle(2)), area(&Shape::Rect { w: 3, h: 4 }), area(&Shape::Unit));
    let o = Opt::Just(5u8);
    let n: Opt<u8> = Opt::Nothing;
    for x in 0..2 {
        let v = match if x == 0 { &o } else { &n } { Opt::Just(v) => *v, Opt::Nothing => 9 };
        println!("{v}");
    }
    let l = List::Cons(1, Box::new(List::Cons(2, Box::new(List::Nil))));
    println!("{}", sum(&l));
    println!("{} {}", std::mem::size_of::<Shape>(), std::mem::size_of::<Opt<&u8>>());
    match c { Color::Red => println!("r"), Color::Green | Color::Blue => println!("gb") }
}
