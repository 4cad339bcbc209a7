fn main() {
    let n = 5;
    let ref m = n;
    let ref k = String::from("abc");
    let ref mut q = 7;
    *q += 1;
    println!("{} {} {}", *m, k, q);
}
