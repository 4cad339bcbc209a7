use std::fmt;
use std::process;
#[derive(Debug)]
enum AppError {
    Parse(std::num::ParseIntError),
    Negative(i64),
}
impl fmt::Display for AppError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AppError::Parse(e) => write!(f, "parse: {}", e),
            AppError::Negative(n) => write!(f, "negative: {n}"),
        }
    }
}
impl std::error::Error for AppError {}
impl From<std::num::ParseIntError> for AppError {
    fn from(e: std::num::ParseIntError) -> Self {
        AppError::Parse(e)
    }
}
fn parse(s: &str) -> Result<i64, AppError> {
    let n: i64 = s.trim().parse()?;
    if n < 0 {
        return Err(AppError::Negative(n));
    }
    Ok(n)
}
struct D;
impl Drop for D {
    fn drop(&mut self) {
        println!("drop");
    }
}
fn main() -> Result<(), AppError> {
    let _d = D;
    println!("{}", parse("12")?);
    match parse("-3") {
        Err(e) => println!("{}", e),
        Ok(_) => {}
    }
    if let Err(e) = parse("x") {
        println!("{} {:?}", e, e);
    }
    parse("-9")?;
    Ok(())
}
