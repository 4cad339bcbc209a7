//# collected-references-are-lent
fn main() {
    let mut v = vec![String::from("a")];
    let f: Vec<&String> = v.iter().filter(|s| s.len() > 0).collect();
    v.push(String::new());
    println!("{:?}", f);
}
//# collected-references-end-with-their-last-use
fn main() {
    let v = vec![String::from("a")];
    let f: Vec<&String> = v.iter().filter(|s| s.len() > 0).collect();
    println!("{:?}", f);
    let n: Vec<usize> = v.iter().map(|s| s.len()).collect();
    let mut v = v;
    v.push(String::new());
    println!("{:?} {:?}", n, v);
}
//# collected-pieces-outlive-their-text
fn main() {
    let words: Vec<&str>;
    {
        let text = String::from("a b");
        words = text.split(' ').collect();
    }
    println!("{:?}", words);
}
//# a-vector-of-references-is-dropped-late
fn main() {
    let s = String::new();
    let mut f = Vec::new();
    f.push(&s);
    println!("{:?}", f);
    drop(s);
}
//# pushed-into-a-cell
use std::cell::RefCell;
fn main() {
    let c = RefCell::new(Vec::new());
    {
        let s = String::from("x");
        c.borrow_mut().push(s.as_str());
    }
    println!("{}", c.borrow()[0]);
}
//# pushed-into-a-cell-that-ends-first
use std::cell::RefCell;
fn main() {
    let s = String::from("x");
    let c = RefCell::new(Vec::new());
    c.borrow_mut().push(s.as_str());
    println!("{}", c.borrow()[0]);
}
//# set-in-a-cell
use std::cell::Cell;
fn main() {
    let a = String::from("a");
    let c = Cell::new(a.as_str());
    {
        let b = String::from("b");
        c.set(b.as_str());
    }
    println!("{}", c.get());
}
//# an-entry-of-a-map
use std::collections::HashMap;
fn main() {
    let mut m: HashMap<i32, &str> = HashMap::new();
    {
        let s = String::from("x");
        *m.entry(1).or_insert("") = &s;
    }
    println!("{:?}", m.get(&1));
}
//# keys-of-a-map-are-lent
use std::collections::HashMap;
fn main() {
    let text = String::from("a b a");
    let mut m: HashMap<&str, i32> = HashMap::new();
    for w in text.split(' ') {
        *m.entry(w).or_insert(0) += 1;
    }
    println!("{:?}", m.get("a"));
}
