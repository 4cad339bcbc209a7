#[derive(Debug)]
enum Expr { Num(i64), Add(Box<Expr>, Box<Expr>), Mul(Box<Expr>, Box<Expr>), Neg(Box<Expr>), Div { top: Box<Expr>, bottom: Box<Expr> } }
use Expr::*;
#[derive(Debug, PartialEq)]
enum Fault { Zero, Large(i64) }
fn eval(e: &Expr) -> Result<i64, Fault> {
    match e {
        Num(n) if *n > 1000 => Err(Fault::Large(*n)),
        Num(n) => Ok(*n),
        Add(a, b) => match (eval(a), eval(b)) { (Ok(x), Ok(y)) => Ok(x + y), (Err(f), _) => Err(f), (_, Err(f)) => Err(f) },
        Mul(a, b) => { let x = match eval(a) { Ok(x) => x, Err(f) => return Err(f) }; let Ok(y) = eval(b) else { return Err(Fault::Zero) }; Ok(x * y) }
        Neg(a) => if let Ok(x) = eval(a) { Ok(-x) } else { Err(Fault::Zero) },
        Div { top, bottom } => match (eval(top), eval(bottom)) { (_, Ok(0)) => Err(Fault::Zero), (Ok(a), Ok(b)) => Ok(a / b), (Err(e), _) => Err(e), (_, Err(e)) => Err(e) },
    }
}
fn size(e: Expr) -> usize { match e { Num(_) => 1, Add(a, b) => size(*a) + size(*b) + 1, Mul(a, b) => size(*a) + size(*b) + 1, Neg(a) => size(*a) + 1, Div { top, bottom: _ } => size(*top) } }
fn main() {
    let e = Add(Box::new(Num(2)), Box::new(Mul(Box::new(Num(3)), Box::new(Neg(Box::new(Num(4)))))));
    println!("{:?}", e);
    println!("{:?}", eval(&e));
    println!("{}", size(e));
    let d = Div { top: Box::new(Num(1)), bottom: Box::new(Num(0)) };
    println!("{:?} {:?}", eval(&d), eval(&Num(5000)) == Err(Fault::Large(5000)));
    println!("{:?}", eval(&Add(Box::new(Num(1)), Box::new(Num(2000)))));
    println!("{}", size(Div { top: Box::new(d), bottom: Box::new(Num(7)) }));
}
