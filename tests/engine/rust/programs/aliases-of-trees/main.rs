type Link<T> = Option<Box<Nd<T>>>;
struct Nd<T> { e: T, l: Link<T>, r: Link<T> }
fn ins<T: PartialOrd>(t: Link<T>, e: T) -> Link<T> { match t { None => Some(Box::new(Nd { e, l: None, r: None })), Some(mut n) => { if e < n.e { n.l = ins(n.l.take(), e) } else { n.r = ins(n.r.take(), e) } Some(n) } } }
fn has<T: PartialOrd>(t: &Link<T>, e: &T) -> bool { match t { None => false, Some(n) => if *e == n.e { true } else if *e < n.e { has(&n.l, e) } else { has(&n.r, e) } } }
fn count<T>(t: &Link<T>) -> usize { let Some(n) = t else { return 0 }; 1 + count(&n.l) + count(&n.r) }
fn flip<T>(t: Link<T>) -> Link<T> { t_map(t) }
fn t_map<T>(t: Link<T>) -> Link<T> { if let Some(n) = t { let Nd { e, l, r } = *n; Some(Box::new(Nd { e, l: flip(r), r: flip(l) })) } else { None } }
fn main() { let mut t = None; let xs = [5u16, 2, 8, 1, 9, 3]; for i in 0..6 { t = ins(t, xs[i]) } println!("{} {} {}", count(&t), has(&t, &9), has(&t, &4)); let f = flip(t); if let Some(n) = &f && let Some(m) = &n.l { println!("{} {}", n.e, m.e) } 
 let mut c = ins(None, 'q'); c = ins(c, 'a'); println!("{}", count(&c)); }
