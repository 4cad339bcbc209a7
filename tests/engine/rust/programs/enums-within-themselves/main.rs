#[derive(Debug, PartialEq, PartialOrd)]
enum L<T> { Nil, Cons(T, Box<L<T>>) }
use L::*;
fn of(a: &[i32]) -> L<i32> { if a.len() == 0 { Nil } else { Cons(a[0], Box::new(of(&a[1..]))) } }
#[derive(Debug, PartialEq, PartialOrd)]
struct Tree { v: u8, kids: [Option<Box<Tree>>; 2] }
#[derive(Debug, PartialEq)]
enum A { X(Box<B>), Y } 
#[derive(Debug, PartialEq)]
struct B { a: A, n: (u8, Option<Box<A>>) }
fn leaf(v: u8) -> Tree { Tree { v, kids: [None, None] } }
fn main() {
    let (a, b, c) = (of(&[1, 2, 3]), of(&[1, 2, 4]), of(&[1, 2]));
    println!("{:?} {:03?}", a, b);
    println!("{} {} {} {} {}", a == b, a < b, c < a, c > b, a == of(&[1, 2, 3]));
    let w = 5; println!("{:w$?} {:+?}", c, c); println!("{:?}", Cons('x', Box::new(Nil)));
    let t = Tree { v: 1, kids: [Some(Box::new(leaf(2))), Some(Box::new(Tree { v: 3, kids: [None, Some(Box::new(leaf(4)))] }))] };
    println!("{:?} {}", t, t.kids[0] < t.kids[1]);
    println!("{:?}", &t.kids[..1]);
    let x = A::X(Box::new(B { a: A::Y, n: (3, Some(Box::new(A::X(Box::new(B { a: A::Y, n: (0, None) }))))) }));
    println!("{:?} {}", x, x == A::Y);
    assert_eq!(Some(a), Some(b));
}
