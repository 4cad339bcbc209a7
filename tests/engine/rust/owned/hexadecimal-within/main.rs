use std::rc::Rc;
use std::cell::{Cell, RefCell};
#[derive(Debug)]
struct P { x: f64, v: Vec<u8> }
fn main() {
    let v = vec![1.0, 2.55];
    println!("{:.1?} {:5?} {:03?} {:x?}", v, vec![1, 2], vec![7, 8], vec![10, 11]);
    println!("{:.1?} {:5?} {:03?} {:x?}", [1.0, 2.55], [1, 2], Some(7), Some(11));
    let p = P { x: 1.25, v: vec![255] };
    println!("{:.1?} {:x?}", p, p);
    println!("{:.1?} {:x?} {:?}", Rc::new(1.25), RefCell::new(255), Cell::new(3));
    println!("{:>8.1?}|{:08.3?}|{:+?}", Some(1.25), vec![1.5], vec![1, -2]);
}
