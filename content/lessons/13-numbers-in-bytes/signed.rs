fn main() {
    let minus: i8 = -5;
    let plus: u8 = 251;
    let wide = minus as i32;
    let wide_too = plus as i32;
}
