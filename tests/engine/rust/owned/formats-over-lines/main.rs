// `{:#?}`: each part on a line of its own, however deep, through derives, the library and what is written by hand.
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::fmt;
use std::rc::Rc;
#[derive(Debug, Clone)]
struct Point {
    x: i32,
    y: f64,
}
#[derive(Debug)]
struct Unit;
#[derive(Debug)]
struct Tup(u8, Point);
#[derive(Debug)]
enum E {
    A,
    B(i32, String),
    C { p: Point, o: Option<Box<E>> },
}
#[derive(Debug)]
enum List {
    Cons(i32, Box<List>),
    Nil,
}
struct Custom(u8);
impl fmt::Debug for Custom {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.debug_struct("Custom")
            .field("a", &self.0)
            .field("b", &Point { x: 1, y: 2.0 })
            .finish()
    }
}
struct Lines;
impl fmt::Debug for Lines {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "one\ntwo {:#?}", Tup(1, Point { x: 0, y: 0.5 }))
    }
}
struct T2(u8, u8);
impl fmt::Debug for T2 {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.debug_tuple("T2").field(&self.0).field(&[1, 2]).finish()
    }
}
struct L(Vec<u8>);
impl fmt::Debug for L {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.debug_list().entries(self.0.iter()).finish()
    }
}
struct M(Vec<(String, i32)>);
impl fmt::Debug for M {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.debug_map()
            .entries(self.0.iter().map(|(k, v)| (k, v)))
            .finish()
    }
}
struct Keep {
    v: Vec<Point>,
    m: BTreeMap<String, Vec<u8>>,
    r: Rc<RefCell<Point>>,
    c: Cell<u8>,
}
impl fmt::Debug for Keep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Keep")
            .field("v", &self.v)
            .field("m", &self.m)
            .field("r", &self.r)
            .field("c", &self.c)
            .finish()
    }
}
fn generic<T: fmt::Debug>(t: &T) {
    println!("{t:?} {t:#?}");
}
fn main() {
    let p = Point { x: 1, y: 2.5 };
    println!("{:#?}", p);
    println!("{p:?}");
    println!(
        "{:#?} {:#?} {:#?}",
        Unit,
        Tup(3, p.clone()),
        (1, "a\nb", 'c')
    );
    println!(
        "{:#?}",
        [
            E::A,
            E::B(-1, "x".to_string()),
            E::C {
                p: p.clone(),
                o: Some(Box::new(E::A))
            }
        ]
    );
    println!(
        "{:#?}",
        List::Cons(1, Box::new(List::Cons(2, Box::new(List::Nil))))
    );
    println!("{:?}", List::Cons(1, Box::new(List::Nil)));
    let v = vec![Some(1), None];
    println!("{v:#?} {:#?}", Vec::<u8>::new());
    let e: [u8; 0] = [];
    println!("{:#?} {:#?} {:#?}", e, (), (5,));
    let mut m = BTreeMap::new();
    m.insert("k".to_string(), vec![1, 2]);
    m.insert("l".to_string(), vec![]);
    println!("{m:#?} {m:?}");
    let s: BTreeSet<i32> = [3, 1].into_iter().collect();
    println!("{s:#?} {s:?}");
    let h: HashMap<u8, Point> = HashMap::from([(1u8, p.clone())]);
    println!("{h:#?}");
    println!("{:#?} {:?}", Custom(7), Custom(8));
    println!("{:#?}", (Custom(1), [Custom(2)]));
    println!("{:#?}", Some(Lines));
    println!("{:#?}", Lines);
    println!("{:?} {:#?}", T2(1, 2), Some(T2(3, 4)));
    println!("{:?} {:#?} {:?}", L(vec![1, 2]), L(vec![3]), L(vec![]));
    println!(
        "{:?} {:#?}",
        M(vec![("a".into(), 1)]),
        M(vec![("b".into(), 2)])
    );
    let k = Keep {
        v: vec![p.clone()],
        m,
        r: Rc::new(RefCell::new(p.clone())),
        c: Cell::new(4),
    };
    println!("{:?}", k);
    println!("{:#?}", k);
    let r: &dyn fmt::Debug = &p;
    println!("{:#?} {:?}", r, r);
    let d: VecDeque<Point> = VecDeque::from(vec![p.clone()]);
    println!("{:#?}", d);
    generic(&vec![(1, Some("s"))]);
    generic(&Rc::new(List::Nil));
    println!("{:#06x?} {:5?} {:#x}", vec![10, 11], Some(1), 255);
    println!("{:#?}", Ok::<Point, String>(p));
    let x: Result<u8, std::num::ParseIntError> = "q".parse::<u8>();
    println!("{x:#?}");
    println!("{:#?}", RefCell::new(3));
    println!("{:#?}", 1..4);
    assert_eq!(
        format!("{:#?}", Tup(1, Point { x: 2, y: 3.0 })),
        "Tup(\n    1,\n    Point {\n        x: 2,\n        y: 3.0,\n    },\n)"
    );
}
