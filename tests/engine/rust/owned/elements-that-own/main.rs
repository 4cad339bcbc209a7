use std::rc::Rc;

struct N(i32);

impl Drop for N {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn replaced(xs: &mut Vec<Box<i32>>, i: usize) {
    xs[i] = Box::new(7);
}

fn main() {
    let mut boxes = vec![Box::new(1), Box::new(2)];
    replaced(&mut boxes, 1);
    println!("{boxes:?}");

    let mut options = vec![None, None, None];
    for i in 0..3 {
        options[i] = Some(Box::new(i + 5));
    }
    println!("{options:?}");

    let mut shared = [Rc::new(1), Rc::new(2)];
    for k in 0..2 {
        shared[k] = Rc::new(k * 10);
    }
    println!("{} {} {}", shared[0], shared[1], Rc::strong_count(&shared[1]));

    let mut dropped = vec![N(1), N(2)];
    for k in 0..2 {
        dropped[k] = N(k as i32 + 5);
    }
    let mut texts = vec![String::from("a"), String::from("b")];
    let last = texts.len() - 1;
    texts[last] = String::from("c");
    println!("{texts:?}");
}
