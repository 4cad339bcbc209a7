// What a map is made of takes the types that the map is said to have.
use std::collections::{BTreeMap, HashMap, HashSet};
#[derive(Debug)]
struct P(u8);
struct Keep {
    m: HashMap<u64, &'static str>,
}
fn take(m: HashMap<String, u64>) -> u64 {
    m.values().sum()
}
fn main() {
    let h: HashMap<u8, P> = HashMap::from([(1, P(2))]);
    println!("{h:?}");
    let v: Vec<u8> = Vec::from([1, 2]);
    println!("{v:?}");
    let s: HashSet<u8> = HashSet::from([1]);
    println!("{s:?} {}", take(HashMap::from([("a".to_string(), 3)])));
    let k = Keep {
        m: HashMap::from([(1, "a")]),
    };
    println!("{:?}", k.m.get(&1));
    let b: BTreeMap<_, f32> = BTreeMap::from([("x", 1.5), ("y", 2.0)]);
    println!("{b:?}");
    let c: HashMap<i8, i8> = [(1, 2)].into();
    println!("{c:?}");
}
