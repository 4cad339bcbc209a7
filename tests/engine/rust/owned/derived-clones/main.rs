#[derive(Debug, Clone, PartialEq, Default)]
struct Inner { b: Box<u8>, n: i32 }
#[derive(Debug, Clone, PartialEq)]
enum Shape { Circle(Box<u32>), Rect { w: Inner, h: u8 }, Nothing }
#[derive(Debug, Clone, Default)]
struct Pair<T> { a: T, b: Option<T> }
#[derive(Clone, Debug)]
struct Node { v: u8, next: Option<Box<Node>> }
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
struct Plain(u8, bool);
fn twice<T: Clone>(t: &T) -> (T, T) { (t.clone(), t.clone()) }
fn main() {
    let i = Inner { b: Box::new(3), n: -1 };
    let mut j = i.clone();
    *j.b += 1;
    println!("{:?} {:?} {} {:?}", i, j, i == j, Inner::default());
    let s = Shape::Rect { w: i, h: 2 };
    let t = s.clone();
    println!("{:?} {} {:?} {:?}", t, s == t, Shape::Circle(Box::new(9)).clone(), Shape::Nothing.clone());
    let p = Pair { a: Box::new(1u8), b: Some(Box::new(2)) };
    let q = twice(&p);
    println!("{:?} {:?}", q, Pair::<u8>::default());
    let list = Node { v: 1, next: Some(Box::new(Node { v: 2, next: None })) };
    println!("{:?}", list.clone());
    println!("{:?} {:?} {:?}", Plain(1, true).clone(), Plain::default(), Some(Box::new(4)).clone());
}
