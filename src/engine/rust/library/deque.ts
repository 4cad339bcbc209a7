/** `VecDeque`: elements that go round, so that both ends are near. */
export const DEQUE = `
    use super::vec::Vec;

    /** The first lies anywhere in the buffer, and behind its end comes its beginning. */
    pub struct VecDeque<T> {
        first: usize,
        count: usize,
        buffer: Vec<T>,
    }

    impl<T> VecDeque<T> {
        pub fn new() -> VecDeque<T> {
            VecDeque { first: 0, count: 0, buffer: Vec::new() }
        }

        pub fn with_capacity(capacity: usize) -> VecDeque<T> {
            VecDeque { first: 0, count: 0, buffer: Vec::with_capacity(capacity) }
        }

        pub fn len(&self) -> usize {
            self.count
        }

        pub fn is_empty(&self) -> bool {
            self.count == 0
        }

        pub fn capacity(&self) -> usize {
            self.buffer.capacity()
        }

        fn place(&self, index: usize) -> *mut T {
            let (at, room) = (self.first + index, self.buffer.capacity());
            unsafe { (self.buffer.as_ptr() as *mut T).add(if at >= room { at - room } else { at }) }
        }

        /** What is full moves to a wider buffer, the first to its beginning. */
        fn grow(&mut self) {
            if self.count < self.buffer.capacity() {
                return;
            }
            let mut wider = Vec::new();
            wider.reserve(if self.count == 0 { 1 } else { self.count * 2 });
            for index in 0..self.count {
                wider.push(unsafe { self.place(index).read() });
            }
            wider.set_len(0);
            self.buffer = wider;
            self.first = 0;
        }

        pub fn push_back(&mut self, value: T) {
            self.grow();
            unsafe { self.place(self.count).write(value) };
            self.count += 1;
        }

        pub fn rotate_left(&mut self, count: usize) {
            if count > self.count {
                panic!("assertion failed: n <= self.len()");
            }
            for _ in 0..count {
                if let Some(value) = self.pop_front() {
                    self.push_back(value);
                }
            }
        }

        pub fn rotate_right(&mut self, count: usize) {
            if count > self.count {
                panic!("assertion failed: n <= self.len()");
            }
            for _ in 0..count {
                if let Some(value) = self.pop_back() {
                    self.push_front(value);
                }
            }
        }

        pub fn push_front(&mut self, value: T) {
            self.grow();
            self.first = if self.first == 0 { self.buffer.capacity() - 1 } else { self.first - 1 };
            unsafe { self.place(0).write(value) };
            self.count += 1;
        }

        pub fn pop_front(&mut self) -> Option<T> {
            if self.count == 0 {
                return None;
            }
            let value = unsafe { self.place(0).read() };
            self.first += 1;
            if self.first >= self.buffer.capacity() {
                self.first = 0;
            }
            self.count -= 1;
            Some(value)
        }

        pub fn pop_back(&mut self) -> Option<T> {
            if self.count == 0 {
                return None;
            }
            self.count -= 1;
            Some(unsafe { self.place(self.count).read() })
        }

        pub fn get(&self, index: usize) -> Option<&T> {
            if index < self.count { Some(unsafe { &*self.place(index) }) } else { None }
        }

        pub fn get_mut(&mut self, index: usize) -> Option<&mut T> {
            if index < self.count { Some(unsafe { &mut *self.place(index) }) } else { None }
        }

        pub fn front(&self) -> Option<&T> {
            self.get(0)
        }

        pub fn back(&self) -> Option<&T> {
            if self.count == 0 { None } else { self.get(self.count - 1) }
        }

        pub fn front_mut(&mut self) -> Option<&mut T> {
            self.get_mut(0)
        }

        pub fn back_mut(&mut self) -> Option<&mut T> {
            if self.count == 0 { None } else { self.get_mut(self.count - 1) }
        }

        pub fn clear(&mut self) {
            while let Some(_) = self.pop_front() {}
        }

        pub fn iter(&self) -> Iter<'_, T> {
            Iter { of: self, next: 0, end: self.count }
        }

        pub fn contains(&self, wanted: &T) -> bool where T: PartialEq {
            for each in self.iter() {
                if *each == *wanted {
                    return true;
                }
            }
            false
        }
    }

    impl<T> Drop for VecDeque<T> {
        fn drop(&mut self) {
            self.clear();
        }
    }
    impl<T> Default for VecDeque<T> {
        fn default() -> VecDeque<T> {
            VecDeque::new()
        }
    }
    impl<T: Clone> Clone for VecDeque<T> {
        fn clone(&self) -> VecDeque<T> {
            let mut cloned = VecDeque::new();
            for each in self.iter() {
                cloned.push_back(each.clone());
            }
            cloned
        }
    }
    impl<T: super::fmt::Debug> super::fmt::Debug for VecDeque<T> {
        fn fmt(&self, f: &mut super::fmt::Formatter<'_>) -> super::fmt::Result {
            let all: Vec<&T> = self.iter().collect();
            super::fmt::Debug::fmt(&all, f)
        }
    }
    impl<T: PartialEq> PartialEq for VecDeque<T> {
        fn eq(&self, other: &VecDeque<T>) -> bool {
            self.iter().eq(other.iter())
        }
    }
    impl<T> super::ops::Index<usize> for VecDeque<T> {
        type Output = T;
        fn index(&self, index: usize) -> &T {
            self.get(index).expect("Out of bounds access")
        }
    }
    impl<T> super::ops::IndexMut<usize> for VecDeque<T> {
        fn index_mut(&mut self, index: usize) -> &mut T {
            self.get_mut(index).expect("Out of bounds access")
        }
    }
    impl<T> super::iter::FromIterator<T> for VecDeque<T> {
        fn from_iter<I: super::iter::IntoIterator<Item = T>>(elements: I) -> VecDeque<T> {
            let mut collected = VecDeque::new();
            collected.extend(elements);
            collected
        }
    }
    impl<T> super::iter::Extend<T> for VecDeque<T> {
        fn extend<I: super::iter::IntoIterator<Item = T>>(&mut self, elements: I) {
            for each in elements {
                self.push_back(each);
            }
        }
    }
    impl<T> From<Vec<T>> for VecDeque<T> {
        fn from(elements: Vec<T>) -> VecDeque<T> {
            elements.into_iter().collect()
        }
    }

    pub struct Iter<'a, T> {
        of: &'a VecDeque<T>,
        next: usize,
        end: usize,
    }
    impl<'a, T> super::iter::Iterator for Iter<'a, T> {
        type Item = &'a T;
        fn next(&mut self) -> Option<&'a T> {
            if self.next == self.end {
                return None;
            }
            self.next += 1;
            self.of.get(self.next - 1)
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            (self.end - self.next, Some(self.end - self.next))
        }
    }
    impl<'a, T> super::iter::DoubleEndedIterator for Iter<'a, T> {
        fn next_back(&mut self) -> Option<&'a T> {
            if self.next == self.end {
                return None;
            }
            self.end -= 1;
            self.of.get(self.end)
        }
    }
    impl<'a, T> super::iter::ExactSizeIterator for Iter<'a, T> {}
    impl<'a, T> super::iter::IntoIterator for &'a VecDeque<T> {
        type Item = &'a T;
        type IntoIter = Iter<'a, T>;
        fn into_iter(self) -> Iter<'a, T> {
            self.iter()
        }
    }

    pub struct IntoIter<T> {
        of: VecDeque<T>,
    }
    impl<T> super::iter::Iterator for IntoIter<T> {
        type Item = T;
        fn next(&mut self) -> Option<T> {
            self.of.pop_front()
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            (self.of.count, Some(self.of.count))
        }
    }
    impl<T> super::iter::DoubleEndedIterator for IntoIter<T> {
        fn next_back(&mut self) -> Option<T> {
            self.of.pop_back()
        }
    }
    impl<T> super::iter::IntoIterator for VecDeque<T> {
        type Item = T;
        type IntoIter = IntoIter<T>;
        fn into_iter(self) -> IntoIter<T> {
            IntoIter { of: self }
        }
    }
`
