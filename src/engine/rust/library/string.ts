/** `String`: a text on the heap that can grow. */
export const STRING = `
pub mod string {
    use super::vec::Vec;

    pub struct String {
        vec: Vec<u8>,
    }

    #[derive(Debug, PartialEq, Eq, Clone)]
    pub struct FromUtf8Error {
        bytes: Vec<u8>,
        error: super::str::Utf8Error,
    }
    impl super::fmt::Display for FromUtf8Error {
        fn fmt(&self, f: &mut super::fmt::Formatter<'_>) -> super::fmt::Result {
            super::fmt::Display::fmt(&self.error, f)
        }
    }
    impl FromUtf8Error {
        pub fn utf8_error(&self) -> super::str::Utf8Error {
            self.error
        }
        pub fn into_bytes(self) -> Vec<u8> {
            self.bytes
        }
    }

    impl String {
        pub fn new() -> String {
            String { vec: Vec::new() }
        }

        pub fn with_capacity(capacity: usize) -> String {
            String { vec: Vec::with_capacity(capacity) }
        }

        pub fn from_utf8(bytes: Vec<u8>) -> Result<String, FromUtf8Error> {
            match super::str::utf8_error(bytes.as_slice()) {
                None => Ok(String { vec: bytes }),
                Some(error) => Err(FromUtf8Error { bytes, error }),
            }
        }

        pub unsafe fn from_utf8_unchecked(bytes: Vec<u8>) -> String {
            String { vec: bytes }
        }

        pub fn capacity(&self) -> usize {
            self.vec.capacity()
        }

        pub fn len(&self) -> usize {
            self.vec.len()
        }

        pub fn is_empty(&self) -> bool {
            self.vec.is_empty()
        }

        pub fn as_str(&self) -> &str {
            super::str::of_bytes(self.vec.as_slice())
        }

        pub fn as_mut_str(&mut self) -> &mut str {
            unsafe { &mut *(self.vec.as_mut_slice() as *mut [u8] as *mut str) }
        }

        pub fn into_bytes(self) -> Vec<u8> {
            self.vec
        }

        pub fn into_boxed_str(self) -> String {
            self
        }

        pub fn reserve(&mut self, additional: usize) {
            self.vec.reserve(additional);
        }

        pub fn shrink_to_fit(&mut self) {
            self.vec.shrink_to_fit();
        }

        pub fn push_str(&mut self, text: &str) {
            let bytes = text.as_bytes();
            let length = self.vec.len();
            self.vec.reserve(bytes.len());
            super::intrinsics::copy_elements(bytes.as_ptr(), unsafe { self.vec.as_mut_ptr().add(length) }, bytes.len());
            self.vec.set_len(length + bytes.len());
        }

        pub fn push(&mut self, character: char) {
            let mut bytes = [0u8; 4];
            let text = super::str::encoded(character, &mut bytes);
            self.push_str(text);
        }

        pub fn pop(&mut self) -> Option<char> {
            let last = self.as_str().chars().next_back();
            if let Some(character) = last {
                let length = self.vec.len() - super::str::bytes_of(character);
                self.vec.set_len(length);
            }
            last
        }

        pub fn truncate(&mut self, length: usize) {
            if length <= self.len() {
                if !self.as_str().is_char_boundary(length) {
                    panic!("assertion failed: self.is_char_boundary(new_len)");
                }
                self.vec.set_len(length);
            }
        }

        pub fn clear(&mut self) {
            self.vec.set_len(0);
        }

        pub fn insert(&mut self, index: usize, character: char) {
            let mut bytes = [0u8; 4];
            let text = super::str::encoded(character, &mut bytes);
            self.insert_str(index, text);
        }

        pub fn insert_str(&mut self, index: usize, text: &str) {
            if !self.as_str().is_char_boundary(index) {
                panic!("assertion failed: self.is_char_boundary(idx)");
            }
            let (length, count) = (self.vec.len(), text.len());
            self.vec.reserve(count);
            let place = unsafe { self.vec.as_mut_ptr().add(index) };
            super::intrinsics::copy_elements(place as *const u8, unsafe { place.add(count) }, length - index);
            super::intrinsics::copy_elements(text.as_ptr(), place, count);
            self.vec.set_len(length + count);
        }

        pub fn remove(&mut self, index: usize) -> char {
            let character = match self.as_str()[index..].chars().next() {
                Some(character) => character,
                None => panic!("cannot remove a char from the end of a string"),
            };
            let (length, count) = (self.vec.len(), super::str::bytes_of(character));
            let place = unsafe { self.vec.as_mut_ptr().add(index) };
            super::intrinsics::copy_elements(unsafe { place.add(count) } as *const u8, place, length - index - count);
            self.vec.set_len(length - count);
            character
        }

        pub fn retain<F: FnMut(char) -> bool>(&mut self, keep: F) {
            let mut keep = keep;
            let mut kept = String::with_capacity(self.len());
            for character in self.as_str().chars() {
                if keep(character) {
                    kept.push(character);
                }
            }
            self.clear();
            self.push_str(kept.as_str());
        }

        pub fn split_off(&mut self, at: usize) -> String {
            if !self.as_str().is_char_boundary(at) {
                panic!("assertion failed: self.is_char_boundary(at)");
            }
            String { vec: self.vec.split_off(at) }
        }

        pub fn replace_range<R: super::ops::RangeBounds<usize>>(&mut self, range: R, text: &str) {
            let (start, end) = super::slice::range(range, self.len());
            let behind = String::from(&self.as_str()[end..]);
            self.truncate(start);
            self.push_str(text);
            self.push_str(behind.as_str());
        }

        pub fn drain<R: super::ops::RangeBounds<usize>>(&mut self, range: R) -> super::vec::IntoIter<char> {
            let (start, end) = super::slice::range(range, self.len());
            let taken: Vec<char> = self.as_str()[start..end].chars().collect();
            self.replace_range(start..end, "");
            taken.into_iter()
        }
    }

    impl super::ops::Deref for String {
        type Target = str;
        fn deref(&self) -> &str {
            self.as_str()
        }
    }
    impl super::ops::DerefMut for String {
        fn deref_mut(&mut self) -> &mut str {
            self.as_mut_str()
        }
    }
    impl Clone for String {
        fn clone(&self) -> String {
            String { vec: self.vec.clone() }
        }
    }
    impl Default for String {
        fn default() -> String {
            String::new()
        }
    }
    impl<'a> Default for &'a str {
        fn default() -> &'a str {
            ""
        }
    }
    impl super::fmt::Debug for String {
        fn fmt(&self, f: &mut super::fmt::Formatter<'_>) -> super::fmt::Result {
            super::fmt::Debug::fmt(self.as_str(), f)
        }
    }
    impl super::fmt::Display for String {
        fn fmt(&self, f: &mut super::fmt::Formatter<'_>) -> super::fmt::Result {
            super::fmt::Display::fmt(self.as_str(), f)
        }
    }

    impl PartialEq for String {
        fn eq(&self, other: &String) -> bool {
            *self.as_str() == *other.as_str()
        }
    }
    impl PartialEq<str> for String {
        fn eq(&self, other: &str) -> bool {
            *self.as_str() == *other
        }
    }
    impl PartialEq<&str> for String {
        fn eq(&self, other: &&str) -> bool {
            *self.as_str() == **other
        }
    }
    impl PartialEq<String> for str {
        fn eq(&self, other: &String) -> bool {
            *self == *other.as_str()
        }
    }
    impl PartialEq<String> for &str {
        fn eq(&self, other: &String) -> bool {
            **self == *other.as_str()
        }
    }
    impl Eq for String {}
    impl PartialOrd for String {
        fn partial_cmp(&self, other: &String) -> Option<super::cmp::Ordering> {
            self.as_str().partial_cmp(other.as_str())
        }
    }
    impl Ord for String {
        fn cmp(&self, other: &String) -> super::cmp::Ordering {
            self.as_str().cmp(other.as_str())
        }
    }

    impl From<&str> for String {
        fn from(text: &str) -> String {
            String { vec: text.as_bytes().to_vec() }
        }
    }
    impl From<&mut str> for String {
        fn from(text: &mut str) -> String {
            String { vec: text.as_bytes().to_vec() }
        }
    }
    impl From<&String> for String {
        fn from(text: &String) -> String {
            text.clone()
        }
    }
    impl From<char> for String {
        fn from(character: char) -> String {
            let mut text = String::new();
            text.push(character);
            text
        }
    }
    impl From<String> for Vec<u8> {
        fn from(text: String) -> Vec<u8> {
            text.vec
        }
    }
    impl super::ops::Add<&str> for String {
        type Output = String;
        fn add(self, other: &str) -> String {
            let mut text = self;
            text.push_str(other);
            text
        }
    }
    impl super::ops::AddAssign<&str> for String {
        fn add_assign(&mut self, other: &str) {
            self.push_str(other);
        }
    }

    pub trait ToString {
        fn to_string(&self) -> String;
    }
    impl<T: super::fmt::Display + ?Sized> ToString for T {
        fn to_string(&self) -> String {
            let mut text = String::new();
            write!(text, "{}", self);
            text
        }
    }

    impl super::iter::FromIterator<char> for String {
        fn from_iter<I: super::iter::IntoIterator<Item = char>>(elements: I) -> String {
            let mut text = String::new();
            text.extend(elements);
            text
        }
    }
    impl<'a> super::iter::FromIterator<&'a char> for String {
        fn from_iter<I: super::iter::IntoIterator<Item = &'a char>>(elements: I) -> String {
            let mut text = String::new();
            for each in elements {
                text.push(*each);
            }
            text
        }
    }
    impl<'a> super::iter::FromIterator<&'a str> for String {
        fn from_iter<I: super::iter::IntoIterator<Item = &'a str>>(elements: I) -> String {
            let mut text = String::new();
            for each in elements {
                text.push_str(each);
            }
            text
        }
    }
    impl super::iter::FromIterator<String> for String {
        fn from_iter<I: super::iter::IntoIterator<Item = String>>(elements: I) -> String {
            let mut text = String::new();
            for each in elements {
                text.push_str(each.as_str());
            }
            text
        }
    }
    impl super::iter::Extend<char> for String {
        fn extend<I: super::iter::IntoIterator<Item = char>>(&mut self, elements: I) {
            let iterator = elements.into_iter();
            let (least, _) = iterator.size_hint();
            self.reserve(least);
            for each in iterator {
                self.push(each);
            }
        }
    }
    impl<'a> super::iter::Extend<&'a str> for String {
        fn extend<I: super::iter::IntoIterator<Item = &'a str>>(&mut self, elements: I) {
            for each in elements {
                self.push_str(each);
            }
        }
    }
    impl super::iter::Extend<String> for String {
        fn extend<I: super::iter::IntoIterator<Item = String>>(&mut self, elements: I) {
            for each in elements {
                self.push_str(each.as_str());
            }
        }
    }
}
`
