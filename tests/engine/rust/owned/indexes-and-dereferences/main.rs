use std::ops::{Index, IndexMut, Deref, DerefMut};
struct Grid { cells: [u8; 6], w: usize }
impl Index<usize> for Grid { type Output = u8; fn index(&self, i: usize) -> &u8 { &self.cells[i] } }
impl IndexMut<usize> for Grid { fn index_mut(&mut self, i: usize) -> &mut u8 { &mut self.cells[i] } }
impl Index<(usize, usize)> for Grid { type Output = u8; fn index(&self, (r, c): (usize, usize)) -> &u8 { &self.cells[r * self.w + c] } }
struct MyBox<T>(T);
impl<T> Deref for MyBox<T> { type Target = T; fn deref(&self) -> &T { &self.0 } }
impl<T> DerefMut for MyBox<T> { fn deref_mut(&mut self) -> &mut T { println!("mut"); &mut self.0 } }
struct P { x: u32 }
impl P { fn get(&self) -> u32 { self.x } fn set(&mut self, v: u32) { self.x = v; } }
struct List { items: [u16; 4] }
impl Deref for List { type Target = [u16]; fn deref(&self) -> &[u16] { &self.items } }
struct Guard { n: u8 }
impl Deref for Guard { type Target = u8; fn deref(&self) -> &u8 { &self.n } }
impl Drop for Guard { fn drop(&mut self) { println!("drop {}", self.n); } }
fn main() {
    let mut g = Grid { cells: [1, 2, 3, 4, 5, 6], w: 2 };
    println!("{} {}", g[3], g[(2, 1)]);
    g[0] = 9;
    g[1] += 10;
    let k = g[0] as usize - 9;
    g[k] -= 1;
    let r = &g;
    println!("{} {} {}", g.cells[0], r[1], r[(0, 0)]);
    let m = &mut g[2];
    *m = 77;
    println!("{}", g[2]);
    let mut b = MyBox(P { x: 5 });
    println!("{} {}", b.get(), b.x);
    b.set(6);
    b.x += 1;
    println!("{} {}", (*b).x, b.get());
    let n = MyBox(MyBox(8));
    println!("{}", **n + 1);
    let mut c = MyBox(3);
    *c = 4;
    *c += 1;
    println!("{}", *c);
    let l = List { items: [1, 2, 3, 4] };
    println!("{} {} {}", l.len(), l[2], l.is_empty());
    let q = Guard { n: 3 };
    println!("{}", *q + 1);
}
