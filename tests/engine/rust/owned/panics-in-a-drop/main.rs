struct N(&'static str);
impl Drop for N {
    fn drop(&mut self) {
        println!("drop {}", self.0);
        if self.0 == "bad" {
            panic!("in drop");
        }
    }
}
struct Pair {
    a: N,
    b: N,
}
fn f(_x: N) {
    let _y = N("y");
    let p = Pair {
        a: N("bad"),
        b: N("b"),
    };
    println!("made {}", p.a.0);
}
fn main() {
    let _m = N("m");
    let v = vec![N("v1"), N("v2")];
    f(N("arg"));
    println!("no {}", v.len());
}
