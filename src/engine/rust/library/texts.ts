/** What `str` has that looks for something in a text, takes it apart, or makes another one of it. */
export const TEXTS = `
pub mod str {
    /** What is known to be UTF-8. */
    pub fn of_bytes(bytes: &[u8]) -> &str {
        unsafe { &*(bytes as *const [u8] as *const str) }
    }

    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct Utf8Error {
        valid_up_to: usize,
        error_len: Option<u8>,
    }
    impl Utf8Error {
        pub fn valid_up_to(&self) -> usize {
            self.valid_up_to
        }
        /** Nothing where the text only ends too soon. */
        pub fn error_len(&self) -> Option<usize> {
            match self.error_len {
                Some(length) => Some(length as usize),
                None => None,
            }
        }
    }
    impl super::fmt::Display for Utf8Error {
        fn fmt(&self, f: &mut super::fmt::Formatter<'_>) -> super::fmt::Result {
            match self.error_len {
                Some(length) => write!(f, "invalid utf-8 sequence of {} bytes from index {}", length, self.valid_up_to),
                None => write!(f, "incomplete utf-8 byte sequence from index {}", self.valid_up_to),
            }
        }
    }

    pub fn from_utf8(bytes: &[u8]) -> Result<&str, Utf8Error> {
        match utf8_error(bytes) {
            None => Ok(of_bytes(bytes)),
            Some(error) => Err(error),
        }
    }

    pub unsafe fn from_utf8_unchecked(bytes: &[u8]) -> &str {
        of_bytes(bytes)
    }

    /** Where bytes are UTF-8 no more, and over how many of them (Unicode, table 3-7). */
    pub fn utf8_error(bytes: &[u8]) -> Option<Utf8Error> {
        let mut at = 0;
        while at < bytes.len() {
            let first = bytes[at];
            let (count, least, greatest) = if first < 0x80 {
                (1, 0, 0)
            } else if first < 0xC2 {
                return Some(Utf8Error { valid_up_to: at, error_len: Some(1) });
            } else if first < 0xE0 {
                (2, 0x80, 0xBF)
            } else if first == 0xE0 {
                (3, 0xA0, 0xBF)
            } else if first == 0xED {
                (3, 0x80, 0x9F)
            } else if first < 0xF0 {
                (3, 0x80, 0xBF)
            } else if first == 0xF0 {
                (4, 0x90, 0xBF)
            } else if first < 0xF4 {
                (4, 0x80, 0xBF)
            } else if first == 0xF4 {
                (4, 0x80, 0x8F)
            } else {
                return Some(Utf8Error { valid_up_to: at, error_len: Some(1) });
            };
            let mut index = 1;
            while index < count {
                if at + index == bytes.len() {
                    return Some(Utf8Error { valid_up_to: at, error_len: None });
                }
                let byte: u8 = bytes[at + index];
                let (from, to): (u8, u8) = if index == 1 { (least, greatest) } else { (0x80, 0xBF) };
                if byte < from || byte > to {
                    return Some(Utf8Error { valid_up_to: at, error_len: Some(index as u8) });
                }
                index += 1;
            }
            at += count;
        }
        None
    }

    pub fn bytes_of(character: char) -> usize {
        let code = character as u32;
        if code < 0x80 {
            1
        } else if code < 0x800 {
            2
        } else if code < 0x10000 {
            3
        } else {
            4
        }
    }

    /** A character in UTF-8. */
    pub fn encoded(character: char, bytes: &mut [u8]) -> &str {
        let (code, count) = (character as u32, bytes_of(character));
        if count == 1 {
            bytes[0] = code as u8;
        } else {
            let mut left = code;
            let mut index = count - 1;
            while index > 0 {
                bytes[index] = (left & 0x3F | 0x80) as u8;
                left = left >> 6;
                index -= 1;
            }
            let mark: u32 = if count == 2 { 0xC0 } else if count == 3 { 0xE0 } else { 0xF0 };
            bytes[0] = (left | mark) as u8;
        }
        of_bytes(&bytes[..count])
    }

    #[derive(Clone)]
    pub struct Chars<'a> {
        text: &'a str,
        start: usize,
        end: usize,
    }
    impl<'a> Chars<'a> {
        pub fn as_str(&self) -> &'a str {
            self.text.part(self.start, self.end)
        }
    }
    impl<'a> super::iter::Iterator for Chars<'a> {
        type Item = char;
        fn next(&mut self) -> Option<char> {
            if self.start == self.end {
                return None;
            }
            let character = self.text.char_at(self.start);
            self.start += bytes_of(character);
            Some(character)
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            let count = self.end - self.start;
            ((count + 3) / 4, Some(count))
        }
    }
    impl<'a> super::iter::DoubleEndedIterator for Chars<'a> {
        fn next_back(&mut self) -> Option<char> {
            if self.start == self.end {
                return None;
            }
            self.end = self.text.before_boundary(self.end - 1);
            Some(self.text.char_at(self.end))
        }
    }

    #[derive(Clone)]
    pub struct CharIndices<'a> {
        chars: Chars<'a>,
    }
    impl<'a> super::iter::Iterator for CharIndices<'a> {
        type Item = (usize, char);
        fn next(&mut self) -> Option<(usize, char)> {
            let start = self.chars.start;
            match self.chars.next() {
                Some(character) => Some((start, character)),
                None => None,
            }
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            self.chars.size_hint()
        }
    }
    impl<'a> super::iter::DoubleEndedIterator for CharIndices<'a> {
        fn next_back(&mut self) -> Option<(usize, char)> {
            match self.chars.next_back() {
                Some(character) => Some((self.chars.end, character)),
                None => None,
            }
        }
    }

    /** What is looked for in a text: a character, one of several, or a text. */
    pub trait Pattern {
        /** Where it is found next, from a place on: from, and to. */
        fn find_in(&mut self, text: &str, from: usize) -> Option<(usize, usize)>;
        fn find_last_in(&mut self, text: &str, to: usize) -> Option<(usize, usize)>;
        fn length_at_start(&mut self, text: &str) -> Option<usize>;
        fn length_at_end(&mut self, text: &str) -> Option<usize>;
        /** Something without letters is found everywhere. */
        fn is_empty(&self) -> bool {
            false
        }
    }
    trait OneOf {
        fn has(&mut self, character: char) -> bool;
    }
    impl OneOf for char {
        fn has(&mut self, character: char) -> bool {
            *self == character
        }
    }
    impl<F: FnMut(char) -> bool> OneOf for F {
        fn has(&mut self, character: char) -> bool {
            self(character)
        }
    }
    impl OneOf for &[char] {
        fn has(&mut self, character: char) -> bool {
            (*self).contains(&character)
        }
    }
    impl<A: super::intrinsics::Array<Element = char>> OneOf for A {
        fn has(&mut self, character: char) -> bool {
            super::array::as_slice(self).contains(&character)
        }
    }
    impl<A: super::intrinsics::Array<Element = char>> OneOf for &A {
        fn has(&mut self, character: char) -> bool {
            super::array::as_slice(*self).contains(&character)
        }
    }
    impl<P: OneOf> Pattern for P {
        fn find_in(&mut self, text: &str, from: usize) -> Option<(usize, usize)> {
            let mut at = from;
            while at < text.len() {
                let character = text.char_at(at);
                let end = at + bytes_of(character);
                if self.has(character) {
                    return Some((at, end));
                }
                at = end;
            }
            None
        }
        fn find_last_in(&mut self, text: &str, to: usize) -> Option<(usize, usize)> {
            let mut end = to;
            while end > 0 {
                let start = text.before_boundary(end - 1);
                if self.has(text.char_at(start)) {
                    return Some((start, end));
                }
                end = start;
            }
            None
        }
        fn length_at_start(&mut self, text: &str) -> Option<usize> {
            match text.chars().next() {
                Some(first) => if self.has(first) { Some(bytes_of(first)) } else { None },
                None => None,
            }
        }
        fn length_at_end(&mut self, text: &str) -> Option<usize> {
            match text.chars().next_back() {
                Some(last) => if self.has(last) { Some(bytes_of(last)) } else { None },
                None => None,
            }
        }
    }
    impl Pattern for &str {
        fn find_in(&mut self, text: &str, from: usize) -> Option<(usize, usize)> {
            let mut at = from;
            while at + self.len() <= text.len() {
                if text.is_at(*self, at) {
                    return Some((at, at + self.len()));
                }
                at = text.behind_boundary(at + 1);
            }
            None
        }
        fn find_last_in(&mut self, text: &str, to: usize) -> Option<(usize, usize)> {
            if to < self.len() {
                return None;
            }
            let mut at = to - self.len();
            loop {
                if text.is_at(*self, at) {
                    return Some((at, at + self.len()));
                }
                if at == 0 {
                    return None;
                }
                at -= 1;
            }
        }
        fn length_at_start(&mut self, text: &str) -> Option<usize> {
            if text.is_at(*self, 0) { Some(self.len()) } else { None }
        }
        fn length_at_end(&mut self, text: &str) -> Option<usize> {
            let length = self.len();
            if text.len() >= length && text.is_at(*self, text.len() - length) { Some(length) } else { None }
        }
        fn is_empty(&self) -> bool {
            self.len() == 0
        }
    }
    impl Pattern for &super::string::String {
        fn find_in(&mut self, text: &str, from: usize) -> Option<(usize, usize)> {
            self.as_str().find_in(text, from)
        }
        fn find_last_in(&mut self, text: &str, to: usize) -> Option<(usize, usize)> {
            self.as_str().find_last_in(text, to)
        }
        fn length_at_start(&mut self, text: &str) -> Option<usize> {
            self.as_str().length_at_start(text)
        }
        fn length_at_end(&mut self, text: &str) -> Option<usize> {
            self.as_str().length_at_end(text)
        }
        fn is_empty(&self) -> bool {
            self.len() == 0
        }
    }

    /** The parts of a text between what is looked for. */
    #[derive(Clone)]
    pub struct Split<'a, P> {
        text: &'a str,
        start: usize,
        end: usize,
        next: usize,
        pattern: P,
        left: usize,
        is_over: bool,
        keeps_end: bool,
        is_inclusive: bool,
    }
    impl<'a, P: Pattern> super::iter::Iterator for Split<'a, P> {
        type Item = &'a str;
        fn next(&mut self) -> Option<&'a str> {
            if self.is_over {
                return None;
            }
            let found = if self.left == 1 { None } else { self.found() };
            match found {
                Some((from, to)) => {
                    let part = self.text.part(self.start, if self.is_inclusive { to } else { from });
                    self.start = to;
                    self.left -= 1;
                    Some(part)
                }
                None => {
                    self.is_over = true;
                    if !self.keeps_end && self.start == self.end {
                        return None;
                    }
                    Some(self.text.part(self.start, self.end))
                }
            }
        }
    }
    impl<'a, P: Pattern> Split<'a, P> {
        fn found(&mut self) -> Option<(usize, usize)> {
            if !self.pattern.is_empty() {
                let found = self.pattern.find_in(self.text, self.start);
                return match found {
                    Some((_, to)) => if to <= self.end { found } else { None },
                    None => None,
                };
            }
            if self.next > self.text.len() {
                return None;
            }
            let at = self.next;
            self.next = if at == self.text.len() { at + 1 } else { self.text.behind_boundary(at + 1) };
            Some((at, at))
        }
    }
    impl<'a, P: Pattern> super::iter::DoubleEndedIterator for Split<'a, P> {
        fn next_back(&mut self) -> Option<&'a str> {
            if self.is_over {
                return None;
            }
            if !self.keeps_end {
                self.keeps_end = true;
                if self.is_inclusive {
                    panic!("the course has no split_inclusive from the end");
                }
                match self.next_back() {
                    Some(last) => if last.len() > 0 { return Some(last) } else if self.is_over { return None },
                    None => return None,
                }
            }
            let found = self.pattern.find_last_in(self.text.part(0, self.end), self.end);
            match found {
                Some((from, to)) => if from >= self.start {
                    let part = self.text.part(to, self.end);
                    self.end = from;
                    return Some(part);
                },
                None => {}
            }
            self.is_over = true;
            Some(self.text.part(self.start, self.end))
        }
    }

    /** The same from the end. */
    #[derive(Clone)]
    pub struct RSplit<'a, P> {
        of: Split<'a, P>,
        left: usize,
    }
    impl<'a, P: Pattern> super::iter::Iterator for RSplit<'a, P> {
        type Item = &'a str;
        fn next(&mut self) -> Option<&'a str> {
            if self.left == 0 {
                return None;
            }
            self.left -= 1;
            if self.left > 0 {
                return self.of.next_back();
            }
            if self.of.is_over {
                return None;
            }
            self.of.is_over = true;
            Some(self.of.text.part(self.of.start, self.of.end))
        }
    }

    #[derive(Clone)]
    pub struct SplitWhitespace<'a> {
        text: &'a str,
    }
    impl<'a> super::iter::Iterator for SplitWhitespace<'a> {
        type Item = &'a str;
        fn next(&mut self) -> Option<&'a str> {
            let text = self.text.trim_start();
            if text.is_empty() {
                self.text = text;
                return None;
            }
            let mut end = text.len();
            for (index, character) in text.char_indices() {
                if is_space(character) {
                    end = index;
                    break;
                }
            }
            self.text = text.part(end, text.len());
            Some(text.part(0, end))
        }
    }
    impl<'a> super::iter::DoubleEndedIterator for SplitWhitespace<'a> {
        fn next_back(&mut self) -> Option<&'a str> {
            let text = self.text.trim_end();
            if text.is_empty() {
                self.text = text;
                return None;
            }
            let mut start = text.len();
            while start > 0 {
                let before = text.before_boundary(start - 1);
                if is_space(text.char_at(before)) {
                    break;
                }
                start = before;
            }
            self.text = text.part(0, start);
            Some(text.part(start, text.len()))
        }
    }

    #[derive(Clone)]
    pub struct Lines<'a> {
        of: Split<'a, char>,
    }
    impl<'a> Lines<'a> {
        fn without_return(line: Option<&'a str>) -> Option<&'a str> {
            match line {
                Some(line) => Some(match line.strip_suffix('\\r') {
                    Some(shorter) => shorter,
                    None => line,
                }),
                None => None,
            }
        }
    }
    impl<'a> super::iter::Iterator for Lines<'a> {
        type Item = &'a str;
        fn next(&mut self) -> Option<&'a str> {
            Lines::without_return(self.of.next())
        }
    }
    impl<'a> super::iter::DoubleEndedIterator for Lines<'a> {
        fn next_back(&mut self) -> Option<&'a str> {
            Lines::without_return(self.of.next_back())
        }
    }

    /** Unicode's White_Space. */
    pub fn is_space(character: char) -> bool {
        let code = character as u32;
        code == 32 || (code >= 9 && code <= 13) || code == 0x85 || code == 0xA0 || code == 0x1680
            || (code >= 0x2000 && code <= 0x200A) || code == 0x2028 || code == 0x2029 || code == 0x202F
            || code == 0x205F || code == 0x3000
    }

    impl str {
        pub fn chars(&self) -> Chars<'_> {
            Chars { text: self, start: 0, end: self.len() }
        }

        pub fn char_indices(&self) -> CharIndices<'_> {
            CharIndices { chars: self.chars() }
        }

        pub fn bytes(&self) -> super::iter::Copied<super::slice::Iter<'_, u8>> {
            self.as_bytes().iter().copied()
        }

        pub fn to_owned(&self) -> super::string::String {
            super::string::String::from(self)
        }

        pub fn get<R: super::ops::RangeBounds<usize>>(&self, range: R) -> Option<&str> {
            match super::slice::bounds(range, self.len()) {
                Some((start, end)) => {
                    if self.is_char_boundary(start) && self.is_char_boundary(end) {
                        Some(self.part(start, end))
                    } else {
                        None
                    }
                }
                None => None,
            }
        }

        pub fn contains<P: Pattern>(&self, pattern: P) -> bool {
            self.find(pattern).is_some()
        }

        pub fn find<P: Pattern>(&self, pattern: P) -> Option<usize> {
            let mut pattern = pattern;
            match pattern.find_in(self, 0) {
                Some((start, _)) => Some(start),
                None => None,
            }
        }

        pub fn rfind<P: Pattern>(&self, pattern: P) -> Option<usize> {
            let mut pattern = pattern;
            match pattern.find_last_in(self, self.len()) {
                Some((start, _)) => Some(start),
                None => None,
            }
        }

        pub fn starts_with<P: Pattern>(&self, pattern: P) -> bool {
            let mut pattern = pattern;
            pattern.length_at_start(self).is_some()
        }

        pub fn ends_with<P: Pattern>(&self, pattern: P) -> bool {
            let mut pattern = pattern;
            pattern.length_at_end(self).is_some()
        }

        pub fn strip_prefix<P: Pattern>(&self, pattern: P) -> Option<&str> {
            let mut pattern = pattern;
            match pattern.length_at_start(self) {
                Some(length) => Some(self.part(length, self.len())),
                None => None,
            }
        }

        pub fn strip_suffix<P: Pattern>(&self, pattern: P) -> Option<&str> {
            let mut pattern = pattern;
            match pattern.length_at_end(self) {
                Some(length) => Some(self.part(0, self.len() - length)),
                None => None,
            }
        }

        pub fn split<P: Pattern>(&self, pattern: P) -> Split<'_, P> {
            Split {
                text: self, start: 0, end: self.len(), next: 0, pattern, left: usize::MAX,
                is_over: false, keeps_end: true, is_inclusive: false,
            }
        }

        pub fn rsplit<P: Pattern>(&self, pattern: P) -> RSplit<'_, P> {
            RSplit { of: self.split(pattern), left: usize::MAX }
        }

        pub fn splitn<P: Pattern>(&self, count: usize, pattern: P) -> Split<'_, P> {
            let mut parts = self.split(pattern);
            parts.left = count;
            parts.is_over = count == 0;
            parts
        }

        pub fn rsplitn<P: Pattern>(&self, count: usize, pattern: P) -> RSplit<'_, P> {
            RSplit { of: self.split(pattern), left: count }
        }

        pub fn split_terminator<P: Pattern>(&self, pattern: P) -> Split<'_, P> {
            let mut parts = self.split(pattern);
            parts.keeps_end = false;
            parts
        }

        pub fn split_inclusive<P: Pattern>(&self, pattern: P) -> Split<'_, P> {
            let mut parts = self.split_terminator(pattern);
            parts.is_inclusive = true;
            parts
        }

        pub fn split_once<P: Pattern>(&self, pattern: P) -> Option<(&str, &str)> {
            let mut pattern = pattern;
            match pattern.find_in(self, 0) {
                Some((start, end)) => Some((self.part(0, start), self.part(end, self.len()))),
                None => None,
            }
        }

        pub fn rsplit_once<P: Pattern>(&self, pattern: P) -> Option<(&str, &str)> {
            let mut pattern = pattern;
            match pattern.find_last_in(self, self.len()) {
                Some((start, end)) => Some((self.part(0, start), self.part(end, self.len()))),
                None => None,
            }
        }

        pub fn split_whitespace(&self) -> SplitWhitespace<'_> {
            SplitWhitespace { text: self }
        }

        pub fn split_ascii_whitespace(&self) -> SplitWhitespace<'_> {
            SplitWhitespace { text: self }
        }

        pub fn lines(&self) -> Lines<'_> {
            Lines { of: self.split_terminator('\\n') }
        }

        pub fn trim_start(&self) -> &str {
            let mut start = 0;
            while start < self.len() && is_space(self.char_at(start)) {
                start = self.behind_boundary(start + 1);
            }
            self.part(start, self.len())
        }

        pub fn trim_end(&self) -> &str {
            let mut end = self.len();
            while end > 0 {
                let before = self.before_boundary(end - 1);
                if !is_space(self.char_at(before)) {
                    break;
                }
                end = before;
            }
            self.part(0, end)
        }

        pub fn trim(&self) -> &str {
            self.trim_start().trim_end()
        }

        pub fn trim_start_matches<P: Pattern>(&self, pattern: P) -> &str {
            let mut pattern = pattern;
            let mut text = self;
            while let Some(length) = pattern.length_at_start(text) {
                if length == 0 {
                    break;
                }
                text = text.part(length, text.len());
            }
            text
        }

        pub fn trim_end_matches<P: Pattern>(&self, pattern: P) -> &str {
            let mut pattern = pattern;
            let mut text = self;
            while let Some(length) = pattern.length_at_end(text) {
                if length == 0 {
                    break;
                }
                text = text.part(0, text.len() - length);
            }
            text
        }

        pub fn trim_matches<P: Pattern>(&self, pattern: P) -> &str {
            let mut pattern = pattern;
            let mut text = self;
            while let Some(length) = pattern.length_at_start(text) {
                if length == 0 {
                    return text;
                }
                text = text.part(length, text.len());
            }
            while let Some(length) = pattern.length_at_end(text) {
                text = text.part(0, text.len() - length);
            }
            text
        }

        pub fn replace<P: Pattern>(&self, pattern: P, by: &str) -> super::string::String {
            self.replacen(pattern, by, usize::MAX)
        }

        pub fn replacen<P: Pattern>(&self, pattern: P, by: &str, count: usize) -> super::string::String {
            let mut replaced = super::string::String::new();
            let mut parts = self.split(pattern);
            let mut left = count;
            while left > 0 {
                match parts.found() {
                    Some((from, to)) => {
                        replaced.push_str(self.part(parts.start, from));
                        replaced.push_str(by);
                        parts.start = to;
                    }
                    None => break,
                }
                left -= 1;
            }
            replaced.push_str(self.part(parts.start, self.len()));
            replaced
        }

        pub fn repeat(&self, count: usize) -> super::string::String {
            let mut repeated = super::string::String::with_capacity(self.len() * count);
            for _ in 0..count {
                repeated.push_str(self);
            }
            repeated
        }

        pub fn to_ascii_uppercase(&self) -> super::string::String {
            let mut bytes = self.as_bytes().to_vec();
            for byte in bytes.iter_mut() {
                if *byte >= 97 && *byte <= 122 {
                    *byte -= 32;
                }
            }
            super::string::String { vec: bytes }
        }

        pub fn to_ascii_lowercase(&self) -> super::string::String {
            let mut bytes = self.as_bytes().to_vec();
            for byte in bytes.iter_mut() {
                if *byte >= 65 && *byte <= 90 {
                    *byte += 32;
                }
            }
            super::string::String { vec: bytes }
        }

        pub fn parse<F: FromStr>(&self) -> Result<F, F::Err> {
            F::from_str(self)
        }
    }

    pub trait FromStr {
        type Err;
        fn from_str(text: &str) -> Result<Self, Self::Err>;
    }
    impl FromStr for super::string::String {
        type Err = super::convert::Infallible;
        fn from_str(text: &str) -> Result<super::string::String, super::convert::Infallible> {
            Ok(super::string::String::from(text))
        }
    }
    #[derive(Debug, PartialEq, Eq, Clone)]
    pub struct ParseBoolError;
    impl super::fmt::Display for ParseBoolError {
        fn fmt(&self, f: &mut super::fmt::Formatter<'_>) -> super::fmt::Result {
            write!(f, "provided string was not \`true\` or \`false\`")
        }
    }
    impl FromStr for bool {
        type Err = ParseBoolError;
        fn from_str(text: &str) -> Result<bool, ParseBoolError> {
            if text == "true" {
                Ok(true)
            } else if text == "false" {
                Ok(false)
            } else {
                Err(ParseBoolError)
            }
        }
    }
}
`
