use std::rc::Rc;

struct Node {
    shared: Vec<(Rc<i32>, u8)>,
}

struct Tree {
    texts: Vec<String>,
    next: Option<Box<Tree>>,
}

fn send<T: Send>(_: &T) {}

fn main() {
    send(&Tree { texts: Vec::new(), next: None });
    send(&Node { shared: vec![(Rc::new(1), 2)] });
}
