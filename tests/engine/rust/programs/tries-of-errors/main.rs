#[derive(Debug)] enum Low { Bad(u8) }
#[derive(Debug)] enum High { Low(Low), Text(&'static str) }
impl From<Low> for High { fn from(low: Low) -> High { println!("turned"); High::Low(low) } }
impl From<&'static str> for High { fn from(text: &'static str) -> High { High::Text(text) } }
fn low(n: u8) -> Result<u8, Low> { if n > 5 { Err(Low::Bad(n)) } else { Ok(n) } }
fn text(n: u8) -> Result<u8, &'static str> { if n == 3 { Err("three") } else { Ok(n) } }
fn high(n: u8) -> Result<u8, High> { let a = low(n)?; let b = text(a)?; if b == 0 { return Err(High::Text("zero")); } Ok(a + b) }
fn main() {
    println!("{:?} {:?} {:?} {:?}", high(1), high(9), high(3), high(0));
}
