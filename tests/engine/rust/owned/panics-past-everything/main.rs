use std::cell::RefCell;
use std::rc::Rc;
struct N(i32);
impl Drop for N {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}
trait T {
    fn go(&self, k: i32) -> i32;
}
impl T for N {
    fn go(&self, k: i32) -> i32 {
        let t = N(100 + k);
        10 / (k - self.0) + t.0
    }
}
fn main() {
    let shared = Rc::new(RefCell::new(vec![N(1), N(2)]));
    let other = Rc::clone(&shared);
    let objects: Vec<Box<dyn T>> = vec![Box::new(N(3)), Box::new(N(4))];
    let total: i32 = (5..10)
        .map(|k| {
            let _c = N(k * 10);
            objects.iter().map(|o| o.go(k)).sum::<i32>()
        })
        .sum();
    println!("{}", total);
    other.borrow_mut().push(N(9));
    for i in 0..10 {
        let o = Some(N(50 + i));
        if i == 2 {
            drop(o);
            continue;
        }
        let r = match o {
            Some(n) if n.0 > 53 => {
                let b = shared.borrow_mut();
                objects[i as usize].go(b.len() as i32)
            }
            Some(n) => n.0,
            None => 0,
        };
        println!("r {}", r);
    }
}
