/**
 * What stands between the parts of a value that is printed by `{:?}`: commas on one line, or with `{:#?}` each part on a
 * line of its own (std, `fmt::builders`). How deep it is in others is kept above the fill.
 */
export const FORMATTING = `
pub mod formatting {
    use super::fmt::{Debug, Formatter, Result};
    use super::iter::IntoIterator;

    impl<'b> Formatter<'b> {
        /** Before a part: what opens the whole, or parts it from the one before. */
        pub fn part(&mut self, count: usize, open: &str, room: &str) -> Formatter<'b> {
            let mut inside = Formatter { flags: self.flags, width: self.width, fill: self.fill, rest: None };
            if self.alternate() {
                inside.fill += 4294967296;
                write!(self, "{}", if count == 0 { open } else { "," });
                write!(inside, "\\n");
            } else if count == 0 {
                write!(self, "{}{}", open, room);
            } else {
                write!(self, ", ");
            }
            inside
        }
        /** A struct up to the value of its first field. */
        pub fn begun(&mut self, name: &str, field: &str) -> Formatter<'b> {
            write!(self, "{}", name);
            let mut inside = self.part(0, " {", " ");
            write!(inside, "{}: ", field);
            inside
        }
        pub fn close(&mut self, room: &str, close: &str) -> Result {
            if self.alternate() {
                write!(self, ",\\n{}", close)
            } else {
                write!(self, "{}{}", room, close)
            }
        }
        /** The close of a list, or all of an empty one. */
        pub fn end(&mut self, count: usize, open: &str, close: &str) -> Result {
            if count == 0 { write!(self, "{}{}", open, close) } else { self.close("", close) }
        }
        pub fn debug_struct<'a>(&'a mut self, name: &str) -> DebugStruct<'a, 'b> {
            write!(self, "{}", name);
            DebugStruct { f: self, count: 0 }
        }
        pub fn debug_tuple<'a>(&'a mut self, name: &str) -> DebugTuple<'a, 'b> {
            write!(self, "{}", name);
            DebugTuple { f: self, count: 0, is_named: !name.is_empty() }
        }
        pub fn debug_list<'a>(&'a mut self) -> DebugList<'a, 'b> {
            DebugList { f: self, count: 0, open: "[", close: "]" }
        }
        pub fn debug_set<'a>(&'a mut self) -> DebugList<'a, 'b> {
            DebugList { f: self, count: 0, open: "{", close: "}" }
        }
        pub fn debug_map<'a>(&'a mut self) -> DebugMap<'a, 'b> {
            DebugMap { f: self, count: 0 }
        }
    }

    pub struct DebugStruct<'a, 'b> {
        f: &'a mut Formatter<'b>,
        count: usize,
    }
    impl<'a, 'b> DebugStruct<'a, 'b> {
        pub fn field(&mut self, name: &str, value: &dyn Debug) -> &mut DebugStruct<'a, 'b> {
            let mut inside = self.f.part(self.count, " {", " ");
            write!(inside, "{}: ", name);
            value.fmt(&mut inside);
            self.count += 1;
            self
        }
        pub fn finish(&mut self) -> Result {
            if self.count == 0 { Ok(()) } else { self.f.close(" ", "}") }
        }
        pub fn finish_non_exhaustive(&mut self) -> Result {
            if self.count == 0 { return write!(self.f, " {{ .. }}"); }
            let mut inside = self.f.part(self.count, "", "");
            write!(inside, "..");
            if self.f.alternate() { write!(self.f, "\\n}}") } else { write!(self.f, " }}") }
        }
    }

    pub struct DebugTuple<'a, 'b> {
        f: &'a mut Formatter<'b>,
        count: usize,
        is_named: bool,
    }
    impl<'a, 'b> DebugTuple<'a, 'b> {
        pub fn field(&mut self, value: &dyn Debug) -> &mut DebugTuple<'a, 'b> {
            let mut inside = self.f.part(self.count, "(", "");
            value.fmt(&mut inside);
            self.count += 1;
            self
        }
        pub fn finish(&mut self) -> Result {
            if self.count == 0 { return Ok(()); }
            let comma = if self.count == 1 && !self.is_named { "," } else { "" };
            self.f.close(comma, ")")
        }
    }

    pub struct DebugList<'a, 'b> {
        f: &'a mut Formatter<'b>,
        count: usize,
        open: &'a str,
        close: &'a str,
    }
    impl<'a, 'b> DebugList<'a, 'b> {
        pub fn entry(&mut self, value: &dyn Debug) -> &mut DebugList<'a, 'b> {
            let mut inside = self.f.part(self.count, self.open, "");
            value.fmt(&mut inside);
            self.count += 1;
            self
        }
        pub fn entries<D: Debug, I: IntoIterator<Item = D>>(&mut self, entries: I) -> &mut DebugList<'a, 'b> {
            for entry in entries {
                self.entry(&entry);
            }
            self
        }
        pub fn finish(&mut self) -> Result {
            self.f.end(self.count, self.open, self.close)
        }
    }

    pub trait Entry {
        fn key(&self) -> &dyn Debug;
        fn value(&self) -> &dyn Debug;
    }
    impl<K: Debug, V: Debug> Entry for (K, V) {
        fn key(&self) -> &dyn Debug {
            &self.0
        }
        fn value(&self) -> &dyn Debug {
            &self.1
        }
    }

    pub struct DebugMap<'a, 'b> {
        f: &'a mut Formatter<'b>,
        count: usize,
    }
    impl<'a, 'b> DebugMap<'a, 'b> {
        pub fn entry(&mut self, key: &dyn Debug, value: &dyn Debug) -> &mut DebugMap<'a, 'b> {
            let mut inside = self.f.part(self.count, "{", "");
            key.fmt(&mut inside);
            write!(inside, ": ");
            value.fmt(&mut inside);
            self.count += 1;
            self
        }
        pub fn entries<I: IntoIterator>(&mut self, entries: I) -> &mut DebugMap<'a, 'b>
        where
            I::Item: Entry,
        {
            for entry in entries {
                self.entry(entry.key(), entry.value());
            }
            self
        }
        pub fn finish(&mut self) -> Result {
            self.f.end(self.count, "{", "}")
        }
    }
}
`
