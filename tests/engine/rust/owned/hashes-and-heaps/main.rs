use std::cmp::Reverse;
use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet};
use std::hash::{Hash, Hasher};
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Kind {
    A,
    B(u8),
    C { x: i32, s: String },
}
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct P<T> {
    x: T,
    y: T,
}
fn h<T: Hash>(t: &T) -> u64 {
    let mut s = DefaultHasher::new();
    t.hash(&mut s);
    s.finish()
}
fn main() {
    println!(
        "{:x} {:x} {:x}",
        h(&5i32),
        h(&"abc"),
        h(&P { x: 1u8, y: 2 })
    );
    println!(
        "{:x} {:x} {:x}",
        h(&Kind::A),
        h(&Kind::B(3)),
        h(&Kind::C {
            x: -1,
            s: "q".to_string()
        })
    );
    println!(
        "{:x} {:x} {:x} {:x}",
        h(&(1u8, 'x')),
        h(&vec![1u16, 2]),
        h(&Some(true)),
        h(&String::from("long text for two words"))
    );
    let mut m = BTreeMap::new();
    for (i, w) in ["delta", "alpha", "charlie", "bravo"].iter().enumerate() {
        m.insert(*w, i);
    }
    println!("{:?}", m);
    for (k, v) in &m {
        print!("{}={} ", k, v);
    }
    println!(
        "{:?} {:?}",
        m.first_key_value(),
        m.range("b".."d").collect::<Vec<_>>()
    );
    m.entry("alpha").and_modify(|v| *v += 10).or_insert(99);
    m.entry("zulu").and_modify(|v| *v += 10).or_insert(99);
    println!("{:?} {}", m.get("alpha"), m["zulu"]);
    m.retain(|_, v| *v % 2 == 1);
    println!("{:?} {:?}", m, m.keys().collect::<Vec<_>>());
    let a: BTreeSet<i32> = [1, 2, 3, 5].into_iter().collect();
    let b = BTreeSet::from([3, 4, 5]);
    println!(
        "{:?} {:?} {:?} {:?}",
        a.union(&b).collect::<Vec<_>>(),
        &a & &b,
        a.difference(&b).cloned().collect::<Vec<i32>>(),
        a.symmetric_difference(&b).count()
    );
    let mut seen = HashSet::new();
    let firsts: Vec<i32> = vec![3, 1, 3, 2, 1]
        .into_iter()
        .filter(|n| seen.insert(*n))
        .collect();
    println!("{:?} {} {}", firsts, seen.len(), seen.contains(&2));
    let mut heap = BinaryHeap::new();
    heap.push(5);
    heap.push(1);
    heap.push(8);
    heap.push(3);
    while let Some(x) = heap.pop() {
        print!("{} ", x);
    }
    let mut q = BinaryHeap::from(vec![Reverse((4, "d")), Reverse((2, "b"))]);
    if let Some(Reverse((n, s))) = q.pop() {
        println!("{} {}", n, s);
    }
    let mut groups: HashMap<usize, Vec<String>> = HashMap::new();
    for w in ["a", "bb", "cc", "d"] {
        groups.entry(w.len()).or_default().push(w.to_string());
    }
    let mut g: Vec<_> = groups.into_iter().collect();
    g.sort();
    println!("{:?}", g);
    let mut ps: HashMap<P<i32>, Kind> = HashMap::new();
    ps.insert(P { x: 1, y: 2 }, Kind::A);
    println!(
        "{:?} {:?}",
        ps.get(&P { x: 1, y: 2 }),
        ps.get(&P { x: 2, y: 2 })
    );
    let mut big = HashMap::new();
    for i in 0..500 {
        big.insert(i * 7 % 501, i);
    }
    for i in (0..500).step_by(3) {
        big.remove(&(i * 7 % 501));
    }
    let mut s = 0;
    for (k, v) in &big {
        s += k * v;
        if v % 3 == 0 {
            println!("bad");
        }
    }
    println!(
        "{} {} {}",
        big.len(),
        s,
        (0..500)
            .filter(|i| big.get(&(i * 7 % 501)) == Some(i))
            .count()
    );
}
