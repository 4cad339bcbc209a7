struct N(&'static str);
impl Drop for N {
    fn drop(&mut self) {
        println!("drop {}", self.0);
        if self.0 == "bad" {
            let _i = N("in");
            panic!("second");
        }
    }
}
fn main() {
    let _m = N("m");
    let _b = N("bad");
    let _c = N("c");
    panic!("first {}", 1);
}
