use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
struct Node { value: i32, parent: RefCell<Weak<Node>>, children: RefCell<Vec<Rc<Node>>> }
struct Noisy(u8);
impl Drop for Noisy { fn drop(&mut self) { println!("drop {}", self.0); } }
fn main() {
    let c = Cell::new(5);
    c.set(c.get() + 1);
    println!("{} {:?}", c.get(), c);
    let r = RefCell::new(vec![1, 2]);
    r.borrow_mut().push(3);
    println!("{:?} {}", r.borrow(), r.borrow().len());
    {
        let a = r.borrow();
        let b = r.borrow();
        println!("{} {} {}", a[0], b[2], r.try_borrow_mut().is_err());
    }
    let shared = Rc::new(Noisy(1));
    let other = Rc::clone(&shared);
    println!("{} {}", Rc::strong_count(&shared), other.0);
    drop(shared);
    println!("{}", Rc::strong_count(&other));
    drop(other);
    let leaf = Rc::new(Node { value: 3, parent: RefCell::new(Weak::new()), children: RefCell::new(vec![]) });
    println!("leaf parent = {}", leaf.parent.borrow().upgrade().is_none());
    let branch = Rc::new(Node { value: 5, parent: RefCell::new(Weak::new()), children: RefCell::new(vec![Rc::clone(&leaf)]) });
    *leaf.parent.borrow_mut() = Rc::downgrade(&branch);
    println!("{} {}", leaf.parent.borrow().upgrade().unwrap().value, branch.children.borrow()[0].value);
    println!("{} {} {} {}", Rc::strong_count(&branch), Rc::weak_count(&branch), Rc::strong_count(&leaf), Rc::weak_count(&leaf));
    let mut m = Rc::new(5);
    *Rc::make_mut(&mut m) += 1;
    println!("{} {}", m, std::mem::size_of::<Rc<u8>>());
    println!("{:?}", Rc::try_unwrap(m));
    let v = Rc::new(RefCell::new(String::from("a")));
    v.borrow_mut().push_str("bc");
    println!("{}", v.borrow());
}
