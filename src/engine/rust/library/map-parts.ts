/** What maps of every kind have, written once: `K` and `V` are a map’s keys and values. */

export const HEAD = `
    use super::super::hash::AsKey;
    use super::super::cmp::{Eq, Ord, PartialEq, PartialOrd};
    use super::super::fmt::Debug;
    use super::super::vec::Vec;
`

/** What goes over a map, and what it gives of each entry. */
const GOING_OVER = [
  ['Iter', "'a, K, V", "(&'a K, &'a V)", "super::super::slice::Iter<'a, (K, V)>", '(&entry.0, &entry.1)'],
  [
    'IterMut',
    "'a, K, V",
    "(&'a K, &'a mut V)",
    "super::super::slice::IterMut<'a, (K, V)>",
    '(&entry.0, &mut entry.1)',
  ],
  ['Keys', "'a, K, V", "&'a K", "super::super::slice::Iter<'a, (K, V)>", '&entry.0'],
  ['Values', "'a, K, V", "&'a V", "super::super::slice::Iter<'a, (K, V)>", '&entry.1'],
  ['ValuesMut', "'a, K, V", "&'a mut V", "super::super::slice::IterMut<'a, (K, V)>", '&mut entry.1'],
  ['IntoKeys', 'K, V', 'K', 'super::super::vec::IntoIter<(K, V)>', 'entry.0'],
  ['IntoValues', 'K, V', 'V', 'super::super::vec::IntoIter<(K, V)>', 'entry.1'],
  ['IntoIter', 'K, V', '(K, V)', 'super::super::vec::IntoIter<(K, V)>', 'entry'],
  ['Drain', "'a, K, V", '(K, V)', "super::super::vec::Drain<'a, (K, V)>", 'entry'],
] as const

export const VIEWS = GOING_OVER.map(([name, gen, item, inner, expr]) => {
  const some = (next: string) => `match self.entries.${next}() {
                Some(entry) => Some(${expr}),
                None => None,
            }`
  return `
    pub struct ${name}<${gen}> {
        entries: ${inner},
    }
    impl<${gen}> super::super::iter::Iterator for ${name}<${gen}> {
        type Item = ${item};
        fn next(&mut self) -> Option<${item}> {
            ${some('next')}
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            self.entries.size_hint()
        }
    }
    impl<${gen}> super::super::iter::DoubleEndedIterator for ${name}<${gen}> {
        fn next_back(&mut self) -> Option<${item}> {
            ${some('next_back')}
        }
    }
    impl<${gen}> super::super::iter::ExactSizeIterator for ${name}<${gen}> {}
`
}).join('')

export const entryTypes = (M: string) => `
    pub enum Entry<'a, K, V> {
        Occupied(OccupiedEntry<'a, K, V>),
        Vacant(VacantEntry<'a, K, V>),
    }
    pub struct OccupiedEntry<'a, K, V> {
        map: &'a mut ${M}<K, V>,
        index: usize,
    }
    pub struct VacantEntry<'a, K, V> {
        map: &'a mut ${M}<K, V>,
        key: K,
        place: usize,
    }
`

/** @param bound what is asked of keys */
export const entryMethods = (bound: string) => `
    impl<'a, K: ${bound}, V> Entry<'a, K, V> {
        pub fn or_insert(self, value: V) -> &'a mut V {
            match self {
                Entry::Occupied(entry) => entry.into_mut(),
                Entry::Vacant(entry) => entry.insert(value),
            }
        }
        pub fn or_insert_with<F: FnOnce() -> V>(self, value: F) -> &'a mut V {
            match self {
                Entry::Occupied(entry) => entry.into_mut(),
                Entry::Vacant(entry) => entry.insert(value()),
            }
        }
        pub fn or_insert_with_key<F: FnOnce(&K) -> V>(self, value: F) -> &'a mut V {
            match self {
                Entry::Occupied(entry) => entry.into_mut(),
                Entry::Vacant(entry) => {
                    let value = value(&entry.key);
                    entry.insert(value)
                }
            }
        }
        pub fn or_default(self) -> &'a mut V where V: Default {
            match self {
                Entry::Occupied(entry) => entry.into_mut(),
                Entry::Vacant(entry) => entry.insert(V::default()),
            }
        }
        pub fn and_modify<F: FnOnce(&mut V)>(self, change: F) -> Entry<'a, K, V> {
            match self {
                Entry::Occupied(entry) => {
                    let mut entry = entry;
                    change(entry.get_mut());
                    Entry::Occupied(entry)
                }
                Entry::Vacant(entry) => Entry::Vacant(entry),
            }
        }
        pub fn key(&self) -> &K {
            match self {
                Entry::Occupied(entry) => entry.key(),
                Entry::Vacant(entry) => entry.key(),
            }
        }
    }
    impl<'a, K: ${bound}, V> OccupiedEntry<'a, K, V> {
        pub fn key(&self) -> &K {
            &self.map.entries[self.index].0
        }
        pub fn get(&self) -> &V {
            &self.map.entries[self.index].1
        }
        pub fn get_mut(&mut self) -> &mut V {
            &mut self.map.entries[self.index].1
        }
        pub fn into_mut(self) -> &'a mut V {
            &mut self.map.entries[self.index].1
        }
        pub fn insert(&mut self, value: V) -> V {
            std::mem::replace(self.get_mut(), value)
        }
        pub fn remove(self) -> V {
            self.remove_entry().1
        }
        pub fn remove_entry(self) -> (K, V) {
            self.map.take(self.index)
        }
    }
    impl<'a, K: ${bound}, V> VacantEntry<'a, K, V> {
        pub fn key(&self) -> &K {
            &self.key
        }
        pub fn into_key(self) -> K {
            self.key
        }
        pub fn insert(self, value: V) -> &'a mut V {
            let index = self.map.put(self.place, self.key, value);
            &mut self.map.entries[index].1
        }
    }
`

/** @param bound what is asked of keys */
export const common = (M: string, bound: string) => `
    impl<K, V> ${M}<K, V> {
        pub fn len(&self) -> usize {
            self.entries.len()
        }
        pub fn is_empty(&self) -> bool {
            self.entries.is_empty()
        }
        pub fn iter(&self) -> Iter<'_, K, V> {
            Iter { entries: self.entries.iter() }
        }
        pub fn iter_mut(&mut self) -> IterMut<'_, K, V> {
            IterMut { entries: self.entries.iter_mut() }
        }
        pub fn keys(&self) -> Keys<'_, K, V> {
            Keys { entries: self.entries.iter() }
        }
        pub fn values(&self) -> Values<'_, K, V> {
            Values { entries: self.entries.iter() }
        }
        pub fn values_mut(&mut self) -> ValuesMut<'_, K, V> {
            ValuesMut { entries: self.entries.iter_mut() }
        }
        pub fn into_keys(self) -> IntoKeys<K, V> {
            IntoKeys { entries: self.into_entries().into_iter() }
        }
        pub fn into_values(self) -> IntoValues<K, V> {
            IntoValues { entries: self.into_entries().into_iter() }
        }
    }

    impl<K: ${bound}, V> ${M}<K, V> {
        pub fn get<Q: ${bound} + ?Sized>(&self, key: &Q) -> Option<&V> where K: AsKey<Q> {
            match self.find(key) {
                Ok(index) => Some(&self.entries[index].1),
                Err(_) => None,
            }
        }
        pub fn get_mut<Q: ${bound} + ?Sized>(&mut self, key: &Q) -> Option<&mut V> where K: AsKey<Q> {
            match self.find(key) {
                Ok(index) => Some(&mut self.entries[index].1),
                Err(_) => None,
            }
        }
        pub fn get_key_value<Q: ${bound} + ?Sized>(&self, key: &Q) -> Option<(&K, &V)> where K: AsKey<Q> {
            match self.find(key) {
                Ok(index) => {
                    let entry = &self.entries[index];
                    Some((&entry.0, &entry.1))
                }
                Err(_) => None,
            }
        }
        pub fn contains_key<Q: ${bound} + ?Sized>(&self, key: &Q) -> bool where K: AsKey<Q> {
            self.find(key).is_ok()
        }
        pub fn insert(&mut self, key: K, value: V) -> Option<V> {
            match self.find(&key) {
                Ok(index) => Some(std::mem::replace(&mut self.entries[index].1, value)),
                Err(place) => {
                    self.put(place, key, value);
                    None
                }
            }
        }
        pub fn remove<Q: ${bound} + ?Sized>(&mut self, key: &Q) -> Option<V> where K: AsKey<Q> {
            match self.find(key) {
                Ok(index) => Some(self.take(index).1),
                Err(_) => None,
            }
        }
        pub fn remove_entry<Q: ${bound} + ?Sized>(&mut self, key: &Q) -> Option<(K, V)> where K: AsKey<Q> {
            match self.find(key) {
                Ok(index) => Some(self.take(index)),
                Err(_) => None,
            }
        }
        pub fn entry(&mut self, key: K) -> Entry<'_, K, V> {
            match self.find(&key) {
                Ok(index) => Entry::Occupied(OccupiedEntry { map: self, index }),
                Err(place) => Entry::Vacant(VacantEntry { map: self, key, place }),
            }
        }
        pub fn retain<F: FnMut(&K, &mut V) -> bool>(&mut self, keep: F) {
            let mut keep = keep;
            self.entries.retain_mut(|entry| keep(&entry.0, &mut entry.1));
            self.renew();
        }
    }

    impl<K: ${bound}, V> FromIterator<(K, V)> for ${M}<K, V> {
        fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> ${M}<K, V> {
            let mut map = ${M}::new();
            map.extend(entries);
            map
        }
    }
    impl<K: ${bound}, V> Extend<(K, V)> for ${M}<K, V> {
        fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
            for (key, value) in entries {
                self.insert(key, value);
            }
        }
    }
    impl<'a, K: ${bound} + Copy, V: Copy> Extend<(&'a K, &'a V)> for ${M}<K, V> {
        fn extend<I: IntoIterator<Item = (&'a K, &'a V)>>(&mut self, entries: I) {
            for (key, value) in entries {
                self.insert(*key, *value);
            }
        }
    }
    impl<K: ${bound}, V, A: super::super::intrinsics::Array<Element = (K, V)>> From<A> for ${M}<K, V> {
        fn from(entries: A) -> ${M}<K, V> {
            let mut map = ${M}::new();
            map.extend(super::super::array::into_vec(entries));
            map
        }
    }
    impl<K, V> IntoIterator for ${M}<K, V> {
        type Item = (K, V);
        type IntoIter = IntoIter<K, V>;
        fn into_iter(self) -> IntoIter<K, V> {
            IntoIter { entries: self.into_entries().into_iter() }
        }
    }
    impl<'a, K, V> IntoIterator for &'a ${M}<K, V> {
        type Item = (&'a K, &'a V);
        type IntoIter = Iter<'a, K, V>;
        fn into_iter(self) -> Iter<'a, K, V> {
            self.iter()
        }
    }
    impl<'a, K, V> IntoIterator for &'a mut ${M}<K, V> {
        type Item = (&'a K, &'a mut V);
        type IntoIter = IterMut<'a, K, V>;
        fn into_iter(self) -> IterMut<'a, K, V> {
            self.iter_mut()
        }
    }
    impl<K, V> Default for ${M}<K, V> {
        fn default() -> ${M}<K, V> {
            ${M}::new()
        }
    }
    impl<K: Debug, V: Debug> Debug for ${M}<K, V> {
        fn fmt(&self, f: &mut super::super::fmt::Formatter<'_>) -> super::super::fmt::Result {
            let mut count = 0;
            for (key, value) in self {
                let mut inside = f.part(count, "{", "");
                key.fmt(&mut inside);
                write!(inside, ": ");
                value.fmt(&mut inside);
                count += 1;
            }
            f.end(count, "{", "}")
        }
    }
    impl<K: ${bound} + AsKey<Q>, V, Q: ${bound} + ?Sized> super::super::ops::Index<&Q> for ${M}<K, V> {
        type Output = V;
        fn index(&self, key: &Q) -> &V {
            match self.get(key) {
                Some(value) => value,
                None => panic!("no entry found for key"),
            }
        }
    }
`
