// What is compiled only elsewhere or for tests is not there; `dbg!` passes its value on; a name may be a word of Rust's own.
#[derive(Debug)]
struct Rectangle {
    r#type: u8,
    width: u32,
}

#[cfg(windows)]
fn system() -> &'static str {
    "windows"
}

#[cfg(all(unix, not(windows), any(target_os = "linux", feature = "x")))]
fn system() -> &'static str {
    "linux"
}

fn r#match(a: u32, b: u32) -> bool {
    a == b
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fits() {
        let wide: u128 = 6;
        assert_eq!(doubled(3) as u128, wide);
    }
}

#[test]
fn alone() {
    assert!(undefined());
}

fn doubled(x: u32) -> u32 {
    dbg!(x * 2)
}

fn main() {
    let r#fn = Rectangle { // what stands behind this brace is no block
        r#type: 1,
        width: doubled(3),
    };
    dbg!(r#fn.width, r#fn.r#type);
    println!("{} {:?} {}", system(), r#fn, r#match(r#fn.width, 6));
    #[cfg(test)]
    println!("in a test");
    if cfg!(debug_assertions) {
        debug_assert_eq!(r#fn.width, 6);
        debug_assert!(r#fn.width == 7, "{} is not 7", r#fn.width);
    }
}
