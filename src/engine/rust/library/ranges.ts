import { INTEGER_TYPES } from '../1-parse/syntax.ts'

/** How numbers follow one another. */
const STEPS = [...INTEGER_TYPES]
  .map(
    (type) => `    impl Step for ${type} {
        fn forward(&self, count: usize) -> ${type} {
            (*self).wrapping_add(count as ${type})
        }
        fn backward(&self, count: usize) -> ${type} {
            (*self).wrapping_sub(count as ${type})
        }
        fn steps_to(&self, end: &${type}) -> usize {
            if *self < *end { (*end).wrapping_sub(*self) as ${type.replace(/^i/, 'u')} as usize } else { 0 }
        }
    }`,
  )
  .join('\n')

/** Ranges as values, in `std::ops`. */
export const RANGES = `
pub mod ops {
    #[derive(Clone, PartialEq, Eq, Default)]
    pub struct Range<T> {
        pub start: T,
        pub end: T,
    }
    #[derive(Clone, PartialEq, Eq)]
    pub struct RangeInclusive<T> {
        start: T,
        end: T,
        is_over: bool,
    }
    #[derive(Clone, PartialEq, Eq)]
    pub struct RangeFrom<T> {
        pub start: T,
    }
    #[derive(Clone, Copy, PartialEq, Eq)]
    pub struct RangeTo<T> {
        pub end: T,
    }
    #[derive(Clone, Copy, PartialEq, Eq)]
    pub struct RangeToInclusive<T> {
        pub end: T,
    }
    #[derive(Clone, Copy, PartialEq, Eq)]
    pub struct RangeFull;

    pub enum Bound<T> {
        Included(T),
        Excluded(T),
        Unbounded,
    }
    pub trait RangeBounds<T> {
        fn start_bound(&self) -> Bound<&T>;
        fn end_bound(&self) -> Bound<&T>;
        fn contains(&self, item: &T) -> bool where T: PartialOrd {
            let is_behind = match self.start_bound() {
                Bound::Included(start) => *start <= *item,
                Bound::Excluded(start) => *start < *item,
                Bound::Unbounded => true,
            };
            is_behind && match self.end_bound() {
                Bound::Included(end) => *item <= *end,
                Bound::Excluded(end) => *item < *end,
                Bound::Unbounded => true,
            }
        }
    }
    impl<T> RangeBounds<T> for Range<T> {
        fn start_bound(&self) -> Bound<&T> { Bound::Included(&self.start) }
        fn end_bound(&self) -> Bound<&T> { Bound::Excluded(&self.end) }
    }
    impl<T> RangeBounds<T> for RangeInclusive<T> {
        fn start_bound(&self) -> Bound<&T> { Bound::Included(&self.start) }
        fn end_bound(&self) -> Bound<&T> { Bound::Included(&self.end) }
    }
    impl<T> RangeBounds<T> for RangeFrom<T> {
        fn start_bound(&self) -> Bound<&T> { Bound::Included(&self.start) }
        fn end_bound(&self) -> Bound<&T> { Bound::Unbounded }
    }
    impl<T> RangeBounds<T> for RangeTo<T> {
        fn start_bound(&self) -> Bound<&T> { Bound::Unbounded }
        fn end_bound(&self) -> Bound<&T> { Bound::Excluded(&self.end) }
    }
    impl<T> RangeBounds<T> for RangeToInclusive<T> {
        fn start_bound(&self) -> Bound<&T> { Bound::Unbounded }
        fn end_bound(&self) -> Bound<&T> { Bound::Included(&self.end) }
    }
    impl<T> RangeBounds<T> for RangeFull {
        fn start_bound(&self) -> Bound<&T> { Bound::Unbounded }
        fn end_bound(&self) -> Bound<&T> { Bound::Unbounded }
    }

    impl<T> RangeInclusive<T> {
        pub fn new(start: T, end: T) -> RangeInclusive<T> {
            RangeInclusive { start, end, is_over: false }
        }
        pub fn start(&self) -> &T {
            &self.start
        }
        pub fn end(&self) -> &T {
            &self.end
        }
    }
    impl<T: PartialOrd> Range<T> {
        pub fn is_empty(&self) -> bool {
            !(self.start < self.end)
        }
        pub fn contains(&self, item: &T) -> bool {
            self.start <= *item && *item < self.end
        }
    }
    impl<T: PartialOrd> RangeInclusive<T> {
        pub fn is_empty(&self) -> bool {
            self.is_over || !(self.start <= self.end)
        }
        pub fn contains(&self, item: &T) -> bool {
            self.start <= *item && (if self.is_over { *item < self.end } else { *item <= self.end })
        }
    }
    impl<T: super::fmt::Debug> super::fmt::Debug for Range<T> {
        fn fmt(&self, f: &mut super::fmt::Formatter<'_>) -> super::fmt::Result {
            super::fmt::Debug::fmt(&self.start, f);
            write!(f, "..");
            super::fmt::Debug::fmt(&self.end, f)
        }
    }
    impl<T: super::fmt::Debug> super::fmt::Debug for RangeInclusive<T> {
        fn fmt(&self, f: &mut super::fmt::Formatter<'_>) -> super::fmt::Result {
            super::fmt::Debug::fmt(&self.start, f);
            write!(f, "..=");
            super::fmt::Debug::fmt(&self.end, f)
        }
    }
    impl<T: super::fmt::Debug> super::fmt::Debug for RangeFrom<T> {
        fn fmt(&self, f: &mut super::fmt::Formatter<'_>) -> super::fmt::Result {
            super::fmt::Debug::fmt(&self.start, f);
            write!(f, "..")
        }
    }

    pub trait Step: Clone + PartialOrd {
        fn forward(&self, count: usize) -> Self;
        fn backward(&self, count: usize) -> Self;
        fn steps_to(&self, end: &Self) -> usize;
    }
${STEPS}
    impl Step for char {
        fn forward(&self, count: usize) -> char {
            let code = *self as u32;
            let next = code + count as u32;
            let next = if code < 0xD800 && next >= 0xD800 { next + 0x800 } else { next };
            super::intrinsics::reinterpret(next)
        }
        fn backward(&self, count: usize) -> char {
            let code = *self as u32;
            let next = code - count as u32;
            let next = if code >= 0xE000 && next < 0xE000 { next - 0x800 } else { next };
            super::intrinsics::reinterpret(next)
        }
        fn steps_to(&self, end: &char) -> usize {
            let (from, to) = (*self as usize, *end as usize);
            if from >= to {
                0
            } else if from < 0xD800 && to >= 0xE000 {
                to - from - 0x800
            } else {
                to - from
            }
        }
    }

    impl<T: Step> super::iter::Iterator for Range<T> {
        type Item = T;
        fn next(&mut self) -> Option<T> {
            if self.start < self.end {
                let next = self.start.clone();
                self.start = next.forward(1);
                Some(next)
            } else {
                None
            }
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            let count = self.start.steps_to(&self.end);
            (count, Some(count))
        }
        fn nth(&mut self, count: usize) -> Option<T> {
            if count >= self.start.steps_to(&self.end) {
                self.start = self.end.clone();
                return None;
            }
            let found = self.start.forward(count);
            self.start = found.forward(1);
            Some(found)
        }
    }
    impl<T: Step> super::iter::DoubleEndedIterator for Range<T> {
        fn next_back(&mut self) -> Option<T> {
            if self.start < self.end {
                self.end = self.end.backward(1);
                Some(self.end.clone())
            } else {
                None
            }
        }
    }
    impl<T: Step> super::iter::ExactSizeIterator for Range<T> {}

    impl<T: Step> super::iter::Iterator for RangeInclusive<T> {
        type Item = T;
        fn next(&mut self) -> Option<T> {
            if self.is_over || !(self.start <= self.end) {
                return None;
            }
            let next = self.start.clone();
            if next < self.end {
                self.start = next.forward(1);
            } else {
                self.is_over = true;
            }
            Some(next)
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            if self.is_over || !(self.start <= self.end) {
                return (0, Some(0));
            }
            let count = self.start.steps_to(&self.end) + 1;
            (count, Some(count))
        }
        fn nth(&mut self, count: usize) -> Option<T> {
            if self.is_over || !(self.start <= self.end) {
                return None;
            }
            let left = self.start.steps_to(&self.end);
            if count > left {
                self.is_over = true;
                return None;
            }
            let found = self.start.forward(count);
            if count == left {
                self.is_over = true;
            } else {
                self.start = found.forward(1);
            }
            Some(found)
        }
    }
    impl<T: Step> super::iter::DoubleEndedIterator for RangeInclusive<T> {
        fn next_back(&mut self) -> Option<T> {
            if self.is_over || !(self.start <= self.end) {
                return None;
            }
            let next = self.end.clone();
            if self.start < next {
                self.end = next.backward(1);
            } else {
                self.is_over = true;
            }
            Some(next)
        }
    }
    impl<T: Step> super::iter::ExactSizeIterator for RangeInclusive<T> {}

    impl<T: Step> super::iter::Iterator for RangeFrom<T> {
        type Item = T;
        fn next(&mut self) -> Option<T> {
            let next = self.start.clone();
            self.start = next.forward(1);
            Some(next)
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            (usize::MAX, None)
        }
    }
}
`
