struct D(u8);
impl Drop for D { fn drop(&mut self) { println!("drop {}", self.0); } }
impl D { fn some(&self) -> Option<u8> { if self.0 > 2 { Some(self.0) } else { None } } }
fn g(n: u8) -> Result<D, D> { if n > 2 { Ok(D(n)) } else { Err(D(n)) } }
fn kept(n: u8) -> u8 {
    let Ok(d) = g(n) else { println!("else of let"); return 0; };
    println!("kept {}", d.0);
    d.0
}
fn look(n: u8) -> u8 { let Some(x) = D(n).some() else { println!("none"); return 9; }; println!("some {x}"); x }
fn main() {
    if let Ok(d) = g(1) { println!("ok {}", d.0); } else { println!("else"); }
    if let Ok(d) = g(3) { println!("ok {}", d.0); } else { println!("else"); }
    if let Some(x) = D(1).some() { println!("some {x}"); } else { println!("nothing"); }
    if let Some(x) = D(4).some() { println!("some {x}"); } else { println!("nothing"); }
    println!("{} {} {} {}", kept(1), kept(5), look(2), look(6));
    let mut n = 5;
    while let Some(x) = D(n).some() { println!("round {x}"); n -= 1; }
    if n == 2 && let Some(x) = D(7).some() && let Some(y) = D(1).some() { println!("{x} {y}"); } else { println!("chain"); }
    let v = if let Some(x) = D(8).some() { x } else { 0 };
    println!("{v}");
    match g(2) { Ok(d) => println!("{}", d.0), _ => println!("match") }
}
