/** `str`, whose values are texts in UTF-8. */
export const TEXT = `
pub mod str {
    impl str {
        pub fn as_bytes(&self) -> &[u8] {
            unsafe { &*(self as *const str as *const [u8]) }
        }

        pub fn as_ptr(&self) -> *const u8 {
            self.as_bytes().as_ptr()
        }

        pub fn is_char_boundary(&self, index: usize) -> bool {
            let bytes = self.as_bytes();
            if index >= bytes.len() {
                index == bytes.len()
            } else {
                bytes[index] & 0xC0 != 0x80
            }
        }

        fn part(&self, start: usize, end: usize) -> &str {
            unsafe { &*(&self.as_bytes()[start..end] as *const [u8] as *const str) }
        }

        fn char_at(&self, start: usize) -> char {
            let bytes = self.as_bytes();
            let first = bytes[start] as u32;
            if first < 0x80 {
                return first as u8 as char;
            }
            let mut code = if first < 0xE0 { first & 0x1F } else if first < 0xF0 { first & 0x0F } else { first & 0x07 };
            let mut index = start + 1;
            while index < bytes.len() && bytes[index] & 0xC0 == 0x80 {
                code = code << 6 | (bytes[index] & 0x3F) as u32;
                index += 1;
            }
            unsafe { *(&code as *const u32 as *const char) }
        }

        fn before_boundary(&self, index: usize) -> usize {
            let mut start = index;
            while !self.is_char_boundary(start) {
                start -= 1;
            }
            start
        }

        fn behind_boundary(&self, index: usize) -> usize {
            let mut end = index;
            while !self.is_char_boundary(end) {
                end += 1;
            }
            end
        }

        fn check_within(&self, which: &str, index: usize) {
            if index > self.len() {
                panic!("{} byte index {} is out of bounds of \`{}\`", which, index, self);
            }
        }

        fn check_uncut(&self, which: &str, index: usize) {
            if self.is_char_boundary(index) {
                return;
            }
            let (from, to) = (self.before_boundary(index), self.behind_boundary(index));
            panic!(
                "{} byte index {} is not a char boundary; it is inside {:?} (bytes {}..{}) of \`{}\`",
                which, index, self.char_at(from), from, to, self
            );
        }

        fn from_to(&self, start: usize, end: usize) -> &str {
            self.check_within("start", start);
            self.check_within("end", end);
            if start > end {
                panic!("begin > end ({} > {}) when slicing \`{}\`", start, end, self);
            }
            self.check_uncut("start", start);
            self.check_uncut("end", end);
            self.part(start, end)
        }

        fn through(&self, start: usize, last: usize) -> &str {
            if last == usize::MAX {
                self.check_within("end", last);
            }
            self.from_to(start, last + 1)
        }

        fn from(&self, start: usize) -> &str {
            self.from_to(start, self.len())
        }

        fn until(&self, end: usize) -> &str {
            self.from_to(0, end)
        }

        fn whole(&self) -> &str {
            self
        }

        pub fn eq_ignore_ascii_case(&self, other: &str) -> bool {
            let (ours, others) = (self.as_bytes(), other.as_bytes());
            if ours.len() != others.len() {
                return false;
            }
            let mut index = 0;
            while index < ours.len() {
                let (one, two) = (ours[index], others[index]);
                let lower = one | 0x20;
                if one != two && (lower != two | 0x20 || lower < 97 || lower > 122) {
                    return false;
                }
                index += 1;
            }
            true
        }

        pub fn is_ascii(&self) -> bool {
            let bytes = self.as_bytes();
            let mut index = 0;
            while index < bytes.len() {
                if bytes[index] >= 128 {
                    return false;
                }
                index += 1;
            }
            true
        }

        fn is_at(&self, text: &str, start: usize) -> bool {
            let (ours, others) = (self.as_bytes(), text.as_bytes());
            if ours.len() < start || ours.len() - start < others.len() {
                return false;
            }
            ours[start..start + others.len()] == *others
        }

        pub fn split_at(&self, middle: usize) -> (&str, &str) {
            (self.until(middle), self.part(middle, self.len()))
        }

        pub fn trim_ascii_start(&self) -> &str {
            let bytes = self.as_bytes();
            let mut start = 0;
            while start < bytes.len() && is_ascii_space(bytes[start]) {
                start += 1;
            }
            self.part(start, bytes.len())
        }

        pub fn trim_ascii_end(&self) -> &str {
            let bytes = self.as_bytes();
            let mut end = bytes.len();
            while end > 0 && is_ascii_space(bytes[end - 1]) {
                end -= 1;
            }
            self.part(0, end)
        }

        pub fn trim_ascii(&self) -> &str {
            self.trim_ascii_start().trim_ascii_end()
        }
    }

    fn is_ascii_space(byte: u8) -> bool {
        byte == 32 || byte == 9 || byte == 10 || byte == 12 || byte == 13
    }
}
`
