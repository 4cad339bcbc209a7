/** What `char`, `u8` as an ASCII character, and `bool` can do, in the course's own Rust: functions with empty lines between. */

/** Of `char` and `u8` alike: `This` stands for the type. */
const ASCII = `
pub const fn is_ascii(&self) -> bool {
    (*self as u32) < 128
}

pub const fn is_ascii_digit(&self) -> bool {
    let code = *self as u32;
    code >= 48 && code <= 57
}

pub const fn is_ascii_hexdigit(&self) -> bool {
    let code = *self as u32;
    code >= 48 && code <= 57 || code | 32 >= 97 && code | 32 <= 102
}

pub const fn is_ascii_uppercase(&self) -> bool {
    let code = *self as u32;
    code >= 65 && code <= 90
}

pub const fn is_ascii_lowercase(&self) -> bool {
    let code = *self as u32;
    code >= 97 && code <= 122
}

pub const fn is_ascii_alphabetic(&self) -> bool {
    self.is_ascii_lowercase() || self.is_ascii_uppercase()
}

pub const fn is_ascii_alphanumeric(&self) -> bool {
    self.is_ascii_alphabetic() || self.is_ascii_digit()
}

pub const fn is_ascii_whitespace(&self) -> bool {
    let code = *self as u32;
    code == 32 || code == 9 || code == 10 || code == 12 || code == 13
}

pub const fn is_ascii_graphic(&self) -> bool {
    let code = *self as u32;
    code >= 33 && code <= 126
}

pub const fn is_ascii_punctuation(&self) -> bool {
    self.is_ascii_graphic() && !self.is_ascii_alphanumeric()
}

pub const fn is_ascii_control(&self) -> bool {
    let code = *self as u32;
    code < 32 || code == 127
}

pub const fn to_ascii_uppercase(&self) -> This {
    if self.is_ascii_lowercase() { (*self as u8 - 32) as This } else { *self }
}

pub const fn to_ascii_lowercase(&self) -> This {
    if self.is_ascii_uppercase() { (*self as u8 + 32) as This } else { *self }
}

pub const fn make_ascii_uppercase(&mut self) {
    *self = self.to_ascii_uppercase();
}

pub const fn make_ascii_lowercase(&mut self) {
    *self = self.to_ascii_lowercase();
}

pub const fn eq_ignore_ascii_case(&self, other: &This) -> bool {
    self.to_ascii_lowercase() == other.to_ascii_lowercase()
}
`

export const BYTE = ASCII

export const CHARACTER = `${ASCII}
pub const fn to_digit(self, radix: u32) -> Option<u32> {
    if radix < 2 || radix > 36 {
        panic!("to_digit: invalid radix -- radix must be in the range 2 to 36 inclusive");
    }
    let code = self as u32;
    let digit = if code >= 48 && code <= 57 {
        code - 48
    } else if code | 32 >= 97 && code | 32 <= 122 {
        (code | 32) - 87
    } else {
        return None;
    };
    if digit < radix { Some(digit) } else { None }
}

pub const fn is_digit(self, radix: u32) -> bool {
    match self.to_digit(radix) {
        Some(_) => true,
        None => false,
    }
}

pub const fn from_digit(digit: u32, radix: u32) -> Option<char> {
    if radix > 36 {
        panic!("from_digit: radix is too high (maximum 36)");
    }
    if digit >= radix {
        return None;
    }
    let code = digit as u8;
    Some(if code < 10 { (code + 48) as char } else { (code + 87) as char })
}

pub const fn from_u32(code: u32) -> Option<char> {
    if code > 0x10FFFF || code >= 0xD800 && code <= 0xDFFF {
        return None;
    }
    Some(unsafe { *(&code as *const u32 as *const char) })
}

pub const unsafe fn from_u32_unchecked(code: u32) -> char {
    unsafe { *(&code as *const u32 as *const char) }
}

pub const fn len_utf8(self) -> usize {
    let code = self as u32;
    if code < 0x80 { 1 } else if code < 0x800 { 2 } else if code < 0x10000 { 3 } else { 4 }
}

pub const fn len_utf16(self) -> usize {
    if (self as u32) < 0x10000 { 1 } else { 2 }
}

pub const fn is_control(self) -> bool {
    let code = self as u32;
    code < 32 || code >= 127 && code < 160
}
`

/** Beyond ASCII by tables of Unicode's. */
export const UNICODE = `
pub fn is_alphabetic(self) -> bool {
    let code = self as u32;
    if code < 128 { self.is_ascii_alphabetic() } else { lies_within(code, &ALPHABETIC) }
}

pub fn is_numeric(self) -> bool {
    let code = self as u32;
    if code < 128 { self.is_ascii_digit() } else { lies_within(code, &NUMERIC) }
}

pub fn is_alphanumeric(self) -> bool {
    self.is_alphabetic() || self.is_numeric()
}

pub const fn is_uppercase(self) -> bool {
    let code = self as u32;
    if code < 128 { self.is_ascii_uppercase() } else { lies_within(code, &UPPERCASE) }
}

pub const fn is_lowercase(self) -> bool {
    let code = self as u32;
    if code < 128 { self.is_ascii_lowercase() } else { lies_within(code, &LOWERCASE) }
}

pub const fn is_whitespace(self) -> bool {
    let code = self as u32;
    if code < 128 { code == 32 || code >= 9 && code <= 13 } else { lies_within(code, &WHITESPACE) }
}
`

export const BOOLEAN = `
pub fn then<T, F: FnOnce() -> T>(self, value: F) -> Option<T> {
    if self { Some(value()) } else { None }
}

pub const fn then_some<T>(self, value: T) -> Option<T> {
    if self { Some(value) } else { None }
}
`
