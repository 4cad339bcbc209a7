/** What only a set in order has. */
export const ORDERED = `
        pub fn first(&self) -> Option<&T> {
            match self.map.entries.first() {
                Some(entry) => Some(&entry.0),
                None => None,
            }
        }
        pub fn last(&self) -> Option<&T> {
            match self.map.entries.last() {
                Some(entry) => Some(&entry.0),
                None => None,
            }
        }
        pub fn pop_first(&mut self) -> Option<T> {
            match self.map.pop_first() {
                Some(entry) => Some(entry.0),
                None => None,
            }
        }
        pub fn pop_last(&mut self) -> Option<T> {
            match self.map.pop_last() {
                Some(entry) => Some(entry.0),
                None => None,
            }
        }
        pub fn range<R: super::super::ops::RangeBounds<T>>(&self, range: R) -> Iter<'_, T> {
            let (start, end) = self.map.reach(&range);
            Iter { keys: super::btree_map::Keys { entries: self.map.entries[start..end].iter() } }
        }`

const OPERATORS = [
  ['BitOr', 'bitor', 'union'],
  ['BitAnd', 'bitand', 'intersection'],
  ['Sub', 'sub', 'difference'],
  ['BitXor', 'bitxor', 'symmetric_difference'],
] as const

/** A set is a map whose values are nothing. @param bound what is asked of what is in it; @param more methods */
export function sets(S: string, M: string, bound: string, more: string): string {
  const m = M === 'HashMap' ? 'hash_map' : 'btree_map'
  const inOrder = more === '' ? '' : '            all.sort();\n'
  const merge = `            let mut all: super::super::vec::Vec<&'a T> = self.iter().collect();
            all.extend(other.iter().filter(|each| !self.contains(*each)));
${inOrder}`
  const mergex = `            let mut all: super::super::vec::Vec<&'a T> = self.iter().filter(|each| !other.contains(*each)).collect();
            all.extend(other.iter().filter(|each| !self.contains(*each)));
${inOrder}`
  const ops = OPERATORS.map(
    ([trait, method, how]) => `
    impl<T: ${bound} + Clone> super::super::ops::${trait}<&${S}<T>> for &${S}<T> {
        type Output = ${S}<T>;
        fn ${method}(self, other: &${S}<T>) -> ${S}<T> {
            self.${how}(other).cloned().collect()
        }
    }`,
  ).join('')
  return `
    pub struct ${S}<T> {
        map: super::${m}::${M}<T, ()>,
    }

    impl<T> ${S}<T> {
        pub fn new() -> ${S}<T> {
            ${S} { map: ${M}::new() }
        }
        pub fn len(&self) -> usize {
            self.map.len()
        }
        pub fn is_empty(&self) -> bool {
            self.map.is_empty()
        }
        pub fn iter(&self) -> Iter<'_, T> {
            Iter { keys: self.map.keys() }
        }
        pub fn clear(&mut self) {
            self.map.clear();
        }
    }

    impl<T: ${bound}> ${S}<T> {
        pub fn insert(&mut self, value: T) -> bool {
            match self.map.find(&value) {
                Ok(_) => false,
                Err(place) => {
                    self.map.put(place, value, ());
                    true
                }
            }
        }
        pub fn replace(&mut self, value: T) -> Option<T> {
            let before = self.take(&value);
            self.insert(value);
            before
        }
        pub fn contains<Q: ${bound} + ?Sized>(&self, value: &Q) -> bool where T: AsKey<Q> {
            self.map.contains_key(value)
        }
        pub fn get<Q: ${bound} + ?Sized>(&self, value: &Q) -> Option<&T> where T: AsKey<Q> {
            match self.map.find(value) {
                Ok(index) => Some(&self.map.entries[index].0),
                Err(_) => None,
            }
        }
        pub fn remove<Q: ${bound} + ?Sized>(&mut self, value: &Q) -> bool where T: AsKey<Q> {
            self.map.remove(value).is_some()
        }
        pub fn take<Q: ${bound} + ?Sized>(&mut self, value: &Q) -> Option<T> where T: AsKey<Q> {
            match self.map.remove_entry(value) {
                Some((value, _)) => Some(value),
                None => None,
            }
        }
        pub fn retain<F: FnMut(&T) -> bool>(&mut self, keep: F) {
            let mut keep = keep;
            self.map.retain(|value, _| keep(value));
        }
        pub fn is_subset(&self, other: &${S}<T>) -> bool {
            self.iter().all(|each| other.contains(each))
        }
        pub fn is_superset(&self, other: &${S}<T>) -> bool {
            other.is_subset(self)
        }
        pub fn is_disjoint(&self, other: &${S}<T>) -> bool {
            !self.iter().any(|each| other.contains(each))
        }
        pub fn union<'a>(&'a self, other: &'a ${S}<T>) -> super::super::vec::IntoIter<&'a T> {
${merge}            all.into_iter()
        }
        pub fn intersection<'a>(&'a self, other: &'a ${S}<T>) -> super::super::vec::IntoIter<&'a T> {
            let all: super::super::vec::Vec<&'a T> = self.iter().filter(|each| other.contains(*each)).collect();
            all.into_iter()
        }
        pub fn difference<'a>(&'a self, other: &'a ${S}<T>) -> super::super::vec::IntoIter<&'a T> {
            let all: super::super::vec::Vec<&'a T> = self.iter().filter(|each| !other.contains(*each)).collect();
            all.into_iter()
        }
        pub fn symmetric_difference<'a>(&'a self, other: &'a ${S}<T>) -> super::super::vec::IntoIter<&'a T> {
${mergex}            all.into_iter()
        }${more}
    }
${ops}

    pub struct Iter<'a, T> {
        keys: super::${m}::Keys<'a, T, ()>,
    }
    impl<'a, T> super::super::iter::Iterator for Iter<'a, T> {
        type Item = &'a T;
        fn next(&mut self) -> Option<&'a T> {
            self.keys.next()
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            self.keys.size_hint()
        }
    }
    impl<'a, T> super::super::iter::DoubleEndedIterator for Iter<'a, T> {
        fn next_back(&mut self) -> Option<&'a T> {
            self.keys.next_back()
        }
    }
    impl<'a, T> super::super::iter::ExactSizeIterator for Iter<'a, T> {}

    impl<T> IntoIterator for ${S}<T> {
        type Item = T;
        type IntoIter = super::${m}::IntoKeys<T, ()>;
        fn into_iter(self) -> super::${m}::IntoKeys<T, ()> {
            self.map.into_keys()
        }
    }
    impl<'a, T> IntoIterator for &'a ${S}<T> {
        type Item = &'a T;
        type IntoIter = Iter<'a, T>;
        fn into_iter(self) -> Iter<'a, T> {
            self.iter()
        }
    }
    impl<T: ${bound}> FromIterator<T> for ${S}<T> {
        fn from_iter<I: IntoIterator<Item = T>>(values: I) -> ${S}<T> {
            let mut set = ${S}::new();
            set.extend(values);
            set
        }
    }
    impl<T: ${bound}> Extend<T> for ${S}<T> {
        fn extend<I: IntoIterator<Item = T>>(&mut self, values: I) {
            for value in values {
                self.insert(value);
            }
        }
    }
    impl<T: ${bound}, A: super::super::intrinsics::Array<Element = T>> From<A> for ${S}<T> {
        fn from(values: A) -> ${S}<T> {
            let mut set = ${S}::new();
            set.extend(super::super::array::into_vec(values));
            set
        }
    }
    impl<T> Default for ${S}<T> {
        fn default() -> ${S}<T> {
            ${S}::new()
        }
    }
    impl<T: Clone> Clone for ${S}<T> {
        fn clone(&self) -> ${S}<T> {
            ${S} { map: self.map.clone() }
        }
    }
    impl<T: Debug> Debug for ${S}<T> {
        fn fmt(&self, f: &mut super::super::fmt::Formatter<'_>) -> super::super::fmt::Result {
            let mut count = 0;
            for value in self {
                let mut inside = f.part(count, "{", "");
                value.fmt(&mut inside);
                count += 1;
            }
            f.end(count, "{", "}")
        }
    }
`
}
