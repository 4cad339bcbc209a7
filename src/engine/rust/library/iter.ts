import { INTEGER_TYPES } from '../1-parse/syntax.ts'

/** A sum of no numbers with a point is the zero that changes none. */
const SUMS = [...INTEGER_TYPES, 'f32', 'f64']
  .flatMap((type) =>
    [type, `&'a ${type}`].flatMap((item) => {
      const [open, value] = item === type ? ['', 'each'] : ["<'a>", '*each']
      const isFloat = type.startsWith('f')
      return (
        [
          ['Sum', 'sum', isFloat ? '-0.0' : '0', '+'],
          ['Product', 'product', isFloat ? '1.0' : '1', '*'],
        ] as const
      ).map(
        ([trait, name, start, operator]) => `    impl${open} ${trait}<${item}> for ${type} {
        fn ${name}<I: Iterator<Item = ${item}>>(elements: I) -> ${type} {
            let mut all: ${type} = ${start};
            for each in elements {
                all = all ${operator} ${value};
            }
            all
        }
    }`,
      )
    }),
  )
  .join('\n')

/** What gives one value after the other. */
export const ITER = `
pub mod iter {
    use super::cmp::Ordering;

    pub trait IntoIterator {
        type Item;
        type IntoIter: Iterator<Item = Self::Item>;
        fn into_iter(self) -> Self::IntoIter;
    }
    impl<I: Iterator> IntoIterator for I {
        type Item = I::Item;
        type IntoIter = I;
        fn into_iter(self) -> I {
            self
        }
    }

    pub trait FromIterator<A> {
        fn from_iter<I: IntoIterator<Item = A>>(elements: I) -> Self;
    }
    pub trait Extend<A> {
        fn extend<I: IntoIterator<Item = A>>(&mut self, elements: I);
    }

    pub trait Sum<A = Self> {
        fn sum<I: Iterator<Item = A>>(elements: I) -> Self;
    }
    pub trait Product<A = Self> {
        fn product<I: Iterator<Item = A>>(elements: I) -> Self;
    }
${SUMS}

    /** What may have gone well: an Option or a Result. (Rust's Try.) */
    pub trait Attempt {
        type Output;
        fn done(value: Self::Output) -> Self;
        /** What came of it, or itself where it failed. */
        fn attempted(self) -> Result<Self::Output, Self>;
    }
    impl<T> Attempt for Option<T> {
        type Output = T;
        fn done(value: T) -> Option<T> {
            Some(value)
        }
        fn attempted(self) -> Result<T, Option<T>> {
            match self {
                Some(value) => Ok(value),
                None => Err(None),
            }
        }
    }
    impl<T, E> Attempt for Result<T, E> {
        type Output = T;
        fn done(value: T) -> Result<T, E> {
            Ok(value)
        }
        fn attempted(self) -> Result<T, Result<T, E>> {
            match self {
                Ok(value) => Ok(value),
                Err(error) => Err(Err(error)),
            }
        }
    }

    pub trait Iterator {
        type Item;
        fn next(&mut self) -> Option<Self::Item>;

        fn size_hint(&self) -> (usize, Option<usize>) {
            (0, None)
        }

        fn count(self) -> usize where Self: Sized {
            let mut elements = self;
            let mut count = 0;
            while let Some(_) = elements.next() {
                count += 1;
            }
            count
        }

        fn last(self) -> Option<Self::Item> where Self: Sized {
            let mut last = None;
            for each in self {
                last = Some(each);
            }
            last
        }

        fn nth(&mut self, count: usize) -> Option<Self::Item> {
            let mut left = count;
            while left > 0 {
                if self.next().is_none() {
                    return None;
                }
                left -= 1;
            }
            self.next()
        }

        fn by_ref(&mut self) -> &mut Self where Self: Sized {
            self
        }

        fn sum<S: Sum<Self::Item>>(self) -> S where Self: Sized {
            S::sum(self)
        }

        fn product<P: Product<Self::Item>>(self) -> P where Self: Sized {
            P::product(self)
        }

        fn max(self) -> Option<Self::Item> where Self: Sized, Self::Item: Ord {
            let mut elements = self;
            let mut greatest = match elements.next() {
                Some(first) => first,
                None => return None,
            };
            for each in elements {
                if each.cmp(&greatest) != Ordering::Less {
                    greatest = each;
                }
            }
            Some(greatest)
        }

        fn min(self) -> Option<Self::Item> where Self: Sized, Self::Item: Ord {
            let mut elements = self;
            let mut least = match elements.next() {
                Some(first) => first,
                None => return None,
            };
            for each in elements {
                if each.cmp(&least) == Ordering::Less {
                    least = each;
                }
            }
            Some(least)
        }

        fn collect<B: FromIterator<Self::Item>>(self) -> B where Self: Sized {
            B::from_iter(self)
        }

        fn enumerate(self) -> Enumerate<Self> where Self: Sized {
            Enumerate { of: self, count: 0 }
        }

        fn zip<U: IntoIterator>(self, other: U) -> Zip<Self, U::IntoIter> where Self: Sized {
            Zip { one: self, other: other.into_iter() }
        }

        fn rev(self) -> Rev<Self> where Self: Sized + DoubleEndedIterator {
            Rev { of: self }
        }

        fn take(self, count: usize) -> Take<Self> where Self: Sized {
            Take { of: self, left: count }
        }

        fn skip(self, count: usize) -> Skip<Self> where Self: Sized {
            Skip { of: self, left: count }
        }

        fn step_by(self, step: usize) -> StepBy<Self> where Self: Sized {
            if step == 0 {
                panic!("assertion failed: step != 0");
            }
            StepBy { of: self, step: step - 1, is_first: true }
        }

        fn chain<U: IntoIterator<Item = Self::Item>>(self, other: U) -> Chain<Self, U::IntoIter> where Self: Sized {
            Chain { one: Some(self), other: Some(other.into_iter()) }
        }

        fn cloned<'a, T: Clone>(self) -> Cloned<Self> where Self: Sized + Iterator<Item = &'a T> {
            Cloned { of: self }
        }

        fn copied<'a, T: Copy>(self) -> Copied<Self> where Self: Sized + Iterator<Item = &'a T> {
            Copied { of: self }
        }

        fn cycle(self) -> Cycle<Self> where Self: Sized + Clone {
            Cycle { first: self.clone(), of: self }
        }

        fn peekable(self) -> Peekable<Self> where Self: Sized {
            Peekable { of: self, peeked: None }
        }

        fn fuse(self) -> Fuse<Self> where Self: Sized {
            Fuse { of: Some(self) }
        }

        fn map<B, F: FnMut(Self::Item) -> B>(self, f: F) -> Map<Self, F> where Self: Sized {
            Map { of: self, f }
        }

        fn filter<P: FnMut(&Self::Item) -> bool>(self, keep: P) -> Filter<Self, P> where Self: Sized {
            Filter { of: self, keep }
        }

        fn filter_map<B, F: FnMut(Self::Item) -> Option<B>>(self, f: F) -> FilterMap<Self, F> where Self: Sized {
            FilterMap { of: self, f }
        }

        fn inspect<F: FnMut(&Self::Item)>(self, f: F) -> Inspect<Self, F> where Self: Sized {
            Inspect { of: self, f }
        }

        fn take_while<P: FnMut(&Self::Item) -> bool>(self, keep: P) -> TakeWhile<Self, P> where Self: Sized {
            TakeWhile { of: self, keep, is_over: false }
        }

        fn skip_while<P: FnMut(&Self::Item) -> bool>(self, skip: P) -> SkipWhile<Self, P> where Self: Sized {
            SkipWhile { of: self, skip, has_begun: false }
        }

        fn map_while<B, F: FnMut(Self::Item) -> Option<B>>(self, f: F) -> MapWhile<Self, F> where Self: Sized {
            MapWhile { of: self, f }
        }

        fn scan<S, B, F: FnMut(&mut S, Self::Item) -> Option<B>>(self, state: S, f: F) -> Scan<Self, S, F> where Self: Sized {
            Scan { of: self, state, f }
        }

        fn flat_map<U: IntoIterator, F: FnMut(Self::Item) -> U>(self, f: F) -> Flatten<Map<Self, F>, U::IntoIter> where Self: Sized {
            Flatten { of: Map { of: self, f }, front: None, back: None }
        }

        fn flatten(self) -> Flatten<Self, <Self::Item as IntoIterator>::IntoIter> where Self: Sized, Self::Item: IntoIterator {
            Flatten { of: self, front: None, back: None }
        }

        fn try_fold<B, R: Attempt<Output = B>, F: FnMut(B, Self::Item) -> R>(&mut self, start: B, f: F) -> R {
            let mut f = f;
            let mut folded = start;
            while let Some(item) = self.next() {
                match f(folded, item).attempted() {
                    Ok(value) => folded = value,
                    Err(failed) => return failed,
                }
            }
            R::done(folded)
        }

        fn try_for_each<R: Attempt<Output = ()>, F: FnMut(Self::Item) -> R>(&mut self, f: F) -> R {
            let mut f = f;
            while let Some(item) = self.next() {
                match f(item).attempted() {
                    Ok(_) => {}
                    Err(failed) => return failed,
                }
            }
            R::done(())
        }

        fn fold<B, F: FnMut(B, Self::Item) -> B>(self, start: B, f: F) -> B where Self: Sized {
            let mut f = f;
            let mut all = start;
            for each in self {
                all = f(all, each);
            }
            all
        }

        fn reduce<F: FnMut(Self::Item, Self::Item) -> Self::Item>(self, f: F) -> Option<Self::Item> where Self: Sized {
            let (mut f, mut elements) = (f, self);
            let mut all = match elements.next() {
                Some(first) => first,
                None => return None,
            };
            for each in elements {
                all = f(all, each);
            }
            Some(all)
        }

        fn for_each<F: FnMut(Self::Item)>(self, f: F) where Self: Sized {
            let mut f = f;
            for each in self {
                f(each);
            }
        }

        fn all<F: FnMut(Self::Item) -> bool>(&mut self, f: F) -> bool where Self: Sized {
            let mut f = f;
            while let Some(each) = self.next() {
                if !f(each) {
                    return false;
                }
            }
            true
        }

        fn any<F: FnMut(Self::Item) -> bool>(&mut self, f: F) -> bool where Self: Sized {
            let mut f = f;
            while let Some(each) = self.next() {
                if f(each) {
                    return true;
                }
            }
            false
        }

        fn find<P: FnMut(&Self::Item) -> bool>(&mut self, wanted: P) -> Option<Self::Item> where Self: Sized {
            let mut wanted = wanted;
            while let Some(each) = self.next() {
                if wanted(&each) {
                    return Some(each);
                }
            }
            None
        }

        fn find_map<B, F: FnMut(Self::Item) -> Option<B>>(&mut self, f: F) -> Option<B> where Self: Sized {
            let mut f = f;
            while let Some(each) = self.next() {
                let found = f(each);
                if found.is_some() {
                    return found;
                }
            }
            None
        }

        fn position<P: FnMut(Self::Item) -> bool>(&mut self, wanted: P) -> Option<usize> where Self: Sized {
            let mut wanted = wanted;
            let mut index = 0;
            while let Some(each) = self.next() {
                if wanted(each) {
                    return Some(index);
                }
                index += 1;
            }
            None
        }

        fn rposition<P: FnMut(Self::Item) -> bool>(&mut self, wanted: P) -> Option<usize> where Self: Sized + ExactSizeIterator + DoubleEndedIterator {
            let mut wanted = wanted;
            let mut index = self.len();
            while let Some(each) = self.next_back() {
                index -= 1;
                if wanted(each) {
                    return Some(index);
                }
            }
            None
        }

        fn max_by<F: FnMut(&Self::Item, &Self::Item) -> Ordering>(self, compare: F) -> Option<Self::Item> where Self: Sized {
            let (mut compare, mut elements) = (compare, self);
            let mut greatest = match elements.next() {
                Some(first) => first,
                None => return None,
            };
            for each in elements {
                if compare(&greatest, &each) != Ordering::Greater {
                    greatest = each;
                }
            }
            Some(greatest)
        }

        fn min_by<F: FnMut(&Self::Item, &Self::Item) -> Ordering>(self, compare: F) -> Option<Self::Item> where Self: Sized {
            let (mut compare, mut elements) = (compare, self);
            let mut least = match elements.next() {
                Some(first) => first,
                None => return None,
            };
            for each in elements {
                if compare(&least, &each) == Ordering::Greater {
                    least = each;
                }
            }
            Some(least)
        }

        fn max_by_key<B: Ord, F: FnMut(&Self::Item) -> B>(self, key: F) -> Option<Self::Item> where Self: Sized {
            let (mut key, mut elements) = (key, self);
            let mut greatest = match elements.next() {
                Some(first) => first,
                None => return None,
            };
            let mut greatest_key = key(&greatest);
            for each in elements {
                let next_key = key(&each);
                if next_key.cmp(&greatest_key) != Ordering::Less {
                    greatest = each;
                    greatest_key = next_key;
                }
            }
            Some(greatest)
        }

        fn min_by_key<B: Ord, F: FnMut(&Self::Item) -> B>(self, key: F) -> Option<Self::Item> where Self: Sized {
            let (mut key, mut elements) = (key, self);
            let mut least = match elements.next() {
                Some(first) => first,
                None => return None,
            };
            let mut least_key = key(&least);
            for each in elements {
                let next_key = key(&each);
                if next_key.cmp(&least_key) == Ordering::Less {
                    least = each;
                    least_key = next_key;
                }
            }
            Some(least)
        }

        fn partition<B: Default + Extend<Self::Item>, F: FnMut(&Self::Item) -> bool>(self, is_first: F) -> (B, B) where Self: Sized {
            let mut is_first = is_first;
            let (mut one, mut other) = (B::default(), B::default());
            for each in self {
                if is_first(&each) {
                    one.extend(Some(each));
                } else {
                    other.extend(Some(each));
                }
            }
            (one, other)
        }

        fn unzip<C: Default + Extend< <Self::Item as Pair>::Left>, D: Default + Extend< <Self::Item as Pair>::Right>>(self) -> (C, D) where Self: Sized, Self::Item: Pair {
            let (mut one, mut other) = (C::default(), D::default());
            for each in self {
                let (left, right) = each.parts();
                one.extend(Some(left));
                other.extend(Some(right));
            }
            (one, other)
        }

        fn is_sorted(self) -> bool where Self: Sized, Self::Item: PartialOrd {
            let mut elements = self;
            let mut last = match elements.next() {
                Some(first) => first,
                None => return true,
            };
            for each in elements {
                if !(last <= each) {
                    return false;
                }
                last = each;
            }
            true
        }

        fn eq<I: IntoIterator>(self, other: I) -> bool where Self: Sized, Self::Item: PartialEq<I::Item> {
            let (mut ours, mut others) = (self, other.into_iter());
            loop {
                match (ours.next(), others.next()) {
                    (Some(one), Some(two)) => {
                        if one != two {
                            return false;
                        }
                    }
                    (None, None) => return true,
                    _ => return false,
                }
            }
        }
    }

    pub trait Pair {
        type Left;
        type Right;
        fn parts(self) -> (Self::Left, Self::Right);
    }
    impl<A, B> Pair for (A, B) {
        type Left = A;
        type Right = B;
        fn parts(self) -> (A, B) {
            self
        }
    }

    impl<I: Iterator> Iterator for &mut I {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> {
            (**self).next()
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            (**self).size_hint()
        }
    }
    impl<I: Iterator> Iterator for Box<I> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> {
            (**self).next()
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            (**self).size_hint()
        }
    }

    pub trait DoubleEndedIterator: Iterator {
        fn next_back(&mut self) -> Option<Self::Item>;
    }
    pub trait ExactSizeIterator: Iterator {
        fn len(&self) -> usize {
            self.size_hint().0
        }
    }

    fn less(one: (usize, Option<usize>), by: usize) -> (usize, Option<usize>) {
        let left = if one.0 > by { one.0 - by } else { 0 };
        let most = match one.1 {
            Some(most) => Some(if most > by { most - by } else { 0 }),
            None => None,
        };
        (left, most)
    }

    #[derive(Clone)]
    pub struct Enumerate<I> {
        of: I,
        count: usize,
    }
    impl<I: Iterator> Iterator for Enumerate<I> {
        type Item = (usize, I::Item);
        fn next(&mut self) -> Option<(usize, I::Item)> {
            match self.of.next() {
                Some(next) => {
                    self.count += 1;
                    Some((self.count - 1, next))
                }
                None => None,
            }
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            self.of.size_hint()
        }
    }
    impl<I: ExactSizeIterator + DoubleEndedIterator> DoubleEndedIterator for Enumerate<I> {
        fn next_back(&mut self) -> Option<(usize, I::Item)> {
            match self.of.next_back() {
                Some(next) => Some((self.count + self.of.len(), next)),
                None => None,
            }
        }
    }
    impl<I: ExactSizeIterator> ExactSizeIterator for Enumerate<I> {}

    #[derive(Clone)]
    pub struct Zip<A, B> {
        one: A,
        other: B,
    }
    impl<A: Iterator, B: Iterator> Iterator for Zip<A, B> {
        type Item = (A::Item, B::Item);
        fn next(&mut self) -> Option<(A::Item, B::Item)> {
            match self.one.next() {
                Some(one) => match self.other.next() {
                    Some(other) => Some((one, other)),
                    None => None,
                },
                None => None,
            }
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            let (one, other) = (self.one.size_hint(), self.other.size_hint());
            let least = if one.0 < other.0 { one.0 } else { other.0 };
            let most = match (one.1, other.1) {
                (Some(first), Some(second)) => Some(if first < second { first } else { second }),
                (Some(first), None) => Some(first),
                (None, second) => second,
            };
            (least, most)
        }
    }
    impl<A: ExactSizeIterator + DoubleEndedIterator, B: ExactSizeIterator + DoubleEndedIterator> DoubleEndedIterator for Zip<A, B> {
        fn next_back(&mut self) -> Option<(A::Item, B::Item)> {
            while self.one.len() > self.other.len() {
                self.one.next_back();
            }
            while self.other.len() > self.one.len() {
                self.other.next_back();
            }
            match (self.one.next_back(), self.other.next_back()) {
                (Some(one), Some(other)) => Some((one, other)),
                _ => None,
            }
        }
    }
    impl<A: ExactSizeIterator, B: ExactSizeIterator> ExactSizeIterator for Zip<A, B> {}

    #[derive(Clone)]
    pub struct Rev<I> {
        of: I,
    }
    impl<I: DoubleEndedIterator> Iterator for Rev<I> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> {
            self.of.next_back()
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            self.of.size_hint()
        }
    }
    impl<I: DoubleEndedIterator> DoubleEndedIterator for Rev<I> {
        fn next_back(&mut self) -> Option<I::Item> {
            self.of.next()
        }
    }
    impl<I: ExactSizeIterator + DoubleEndedIterator> ExactSizeIterator for Rev<I> {}

    #[derive(Clone)]
    pub struct Take<I> {
        of: I,
        left: usize,
    }
    impl<I: Iterator> Iterator for Take<I> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> {
            if self.left == 0 {
                return None;
            }
            self.left -= 1;
            self.of.next()
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            let (least, most) = self.of.size_hint();
            let most = match most {
                Some(most) => if most < self.left { most } else { self.left },
                None => self.left,
            };
            (if least < self.left { least } else { self.left }, Some(most))
        }
    }
    impl<I: ExactSizeIterator + DoubleEndedIterator> DoubleEndedIterator for Take<I> {
        fn next_back(&mut self) -> Option<I::Item> {
            if self.left == 0 {
                return None;
            }
            while self.of.len() > self.left {
                self.of.next_back();
            }
            self.left -= 1;
            self.of.next_back()
        }
    }
    impl<I: ExactSizeIterator> ExactSizeIterator for Take<I> {}

    #[derive(Clone)]
    pub struct Skip<I> {
        of: I,
        left: usize,
    }
    impl<I: Iterator> Iterator for Skip<I> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> {
            let left = self.left;
            self.left = 0;
            self.of.nth(left)
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            less(self.of.size_hint(), self.left)
        }
    }
    impl<I: ExactSizeIterator + DoubleEndedIterator> DoubleEndedIterator for Skip<I> {
        fn next_back(&mut self) -> Option<I::Item> {
            if self.of.len() > self.left { self.of.next_back() } else { None }
        }
    }
    impl<I: ExactSizeIterator> ExactSizeIterator for Skip<I> {}

    #[derive(Clone)]
    pub struct StepBy<I> {
        of: I,
        step: usize,
        is_first: bool,
    }
    impl<I: Iterator> Iterator for StepBy<I> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> {
            if self.is_first {
                self.is_first = false;
                return self.of.next();
            }
            self.of.nth(self.step)
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            let (least, most) = self.of.size_hint();
            let count = self.count_among(least);
            let most = match most {
                Some(most) => Some(self.count_among(most)),
                None => None,
            };
            (count, most)
        }
    }
    impl<I> StepBy<I> {
        fn count_among(&self, count: usize) -> usize {
            if !self.is_first {
                count / (self.step + 1)
            } else if count == 0 {
                0
            } else {
                1 + (count - 1) / (self.step + 1)
            }
        }
    }
    impl<I: ExactSizeIterator + DoubleEndedIterator> DoubleEndedIterator for StepBy<I> {
        fn next_back(&mut self) -> Option<I::Item> {
            let rest = self.of.len() % (self.step + 1);
            let surplus = if !self.is_first {
                rest
            } else if rest == 0 {
                self.step
            } else {
                rest - 1
            };
            for _ in 0..surplus {
                self.of.next_back();
            }
            self.of.next_back()
        }
    }
    impl<I: ExactSizeIterator> ExactSizeIterator for StepBy<I> {}

    #[derive(Clone)]
    pub struct Chain<A, B> {
        one: Option<A>,
        other: Option<B>,
    }
    impl<A: Iterator, B: Iterator<Item = A::Item>> Iterator for Chain<A, B> {
        type Item = A::Item;
        fn next(&mut self) -> Option<A::Item> {
            if let Some(one) = &mut self.one {
                let next = one.next();
                if next.is_some() {
                    return next;
                }
                self.one = None;
            }
            match &mut self.other {
                Some(other) => other.next(),
                None => None,
            }
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            let first = match &self.one {
                Some(one) => one.size_hint(),
                None => (0, Some(0)),
            };
            let second = match &self.other {
                Some(other) => other.size_hint(),
                None => (0, Some(0)),
            };
            let most = match (first.1, second.1) {
                (Some(one), Some(other)) => Some(one + other),
                _ => None,
            };
            (first.0 + second.0, most)
        }
    }
    impl<A: DoubleEndedIterator, B: DoubleEndedIterator<Item = A::Item>> DoubleEndedIterator for Chain<A, B> {
        fn next_back(&mut self) -> Option<A::Item> {
            if let Some(other) = &mut self.other {
                let next = other.next_back();
                if next.is_some() {
                    return next;
                }
                self.other = None;
            }
            match &mut self.one {
                Some(one) => one.next_back(),
                None => None,
            }
        }
    }

    #[derive(Clone)]
    pub struct Cloned<I> {
        of: I,
    }
    impl<'a, T: Clone, I: Iterator<Item = &'a T>> Iterator for Cloned<I> {
        type Item = T;
        fn next(&mut self) -> Option<T> {
            match self.of.next() {
                Some(next) => Some(next.clone()),
                None => None,
            }
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            self.of.size_hint()
        }
    }
    impl<'a, T: Clone, I: DoubleEndedIterator<Item = &'a T>> DoubleEndedIterator for Cloned<I> {
        fn next_back(&mut self) -> Option<T> {
            match self.of.next_back() {
                Some(next) => Some(next.clone()),
                None => None,
            }
        }
    }
    impl<'a, T: Clone, I: ExactSizeIterator<Item = &'a T>> ExactSizeIterator for Cloned<I> {}

    #[derive(Clone)]
    pub struct Copied<I> {
        of: I,
    }
    impl<'a, T: Copy, I: Iterator<Item = &'a T>> Iterator for Copied<I> {
        type Item = T;
        fn next(&mut self) -> Option<T> {
            match self.of.next() {
                Some(next) => Some(*next),
                None => None,
            }
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            self.of.size_hint()
        }
    }
    impl<'a, T: Copy, I: DoubleEndedIterator<Item = &'a T>> DoubleEndedIterator for Copied<I> {
        fn next_back(&mut self) -> Option<T> {
            match self.of.next_back() {
                Some(next) => Some(*next),
                None => None,
            }
        }
    }
    impl<'a, T: Copy, I: ExactSizeIterator<Item = &'a T>> ExactSizeIterator for Copied<I> {}

    #[derive(Clone)]
    pub struct Map<I, F> {
        of: I,
        f: F,
    }
    impl<B, I: Iterator, F: FnMut(I::Item) -> B> Iterator for Map<I, F> {
        type Item = B;
        fn next(&mut self) -> Option<B> {
            match self.of.next() {
                Some(next) => Some((self.f)(next)),
                None => None,
            }
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            self.of.size_hint()
        }
    }
    impl<B, I: DoubleEndedIterator, F: FnMut(I::Item) -> B> DoubleEndedIterator for Map<I, F> {
        fn next_back(&mut self) -> Option<B> {
            match self.of.next_back() {
                Some(next) => Some((self.f)(next)),
                None => None,
            }
        }
    }
    impl<B, I: ExactSizeIterator, F: FnMut(I::Item) -> B> ExactSizeIterator for Map<I, F> {}

    #[derive(Clone)]
    pub struct Filter<I, P> {
        of: I,
        keep: P,
    }
    impl<I: Iterator, P: FnMut(&I::Item) -> bool> Iterator for Filter<I, P> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> {
            while let Some(next) = self.of.next() {
                if (self.keep)(&next) {
                    return Some(next);
                }
            }
            None
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            (0, self.of.size_hint().1)
        }
    }
    impl<I: DoubleEndedIterator, P: FnMut(&I::Item) -> bool> DoubleEndedIterator for Filter<I, P> {
        fn next_back(&mut self) -> Option<I::Item> {
            while let Some(next) = self.of.next_back() {
                if (self.keep)(&next) {
                    return Some(next);
                }
            }
            None
        }
    }

    #[derive(Clone)]
    pub struct FilterMap<I, F> {
        of: I,
        f: F,
    }
    impl<B, I: Iterator, F: FnMut(I::Item) -> Option<B>> Iterator for FilterMap<I, F> {
        type Item = B;
        fn next(&mut self) -> Option<B> {
            while let Some(next) = self.of.next() {
                let found = (self.f)(next);
                if found.is_some() {
                    return found;
                }
            }
            None
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            (0, self.of.size_hint().1)
        }
    }
    impl<B, I: DoubleEndedIterator, F: FnMut(I::Item) -> Option<B>> DoubleEndedIterator for FilterMap<I, F> {
        fn next_back(&mut self) -> Option<B> {
            while let Some(next) = self.of.next_back() {
                let found = (self.f)(next);
                if found.is_some() {
                    return found;
                }
            }
            None
        }
    }

    #[derive(Clone)]
    pub struct Inspect<I, F> {
        of: I,
        f: F,
    }
    impl<I: Iterator, F: FnMut(&I::Item)> Iterator for Inspect<I, F> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> {
            let next = self.of.next();
            if let Some(seen) = &next {
                (self.f)(seen);
            }
            next
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            self.of.size_hint()
        }
    }

    #[derive(Clone)]
    pub struct TakeWhile<I, P> {
        of: I,
        keep: P,
        is_over: bool,
    }
    impl<I: Iterator, P: FnMut(&I::Item) -> bool> Iterator for TakeWhile<I, P> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> {
            if self.is_over {
                return None;
            }
            if let Some(next) = self.of.next() {
                if (self.keep)(&next) {
                    return Some(next);
                }
                self.is_over = true;
            }
            None
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            (0, self.of.size_hint().1)
        }
    }

    #[derive(Clone)]
    pub struct SkipWhile<I, P> {
        of: I,
        skip: P,
        has_begun: bool,
    }
    impl<I: Iterator, P: FnMut(&I::Item) -> bool> Iterator for SkipWhile<I, P> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> {
            while let Some(next) = self.of.next() {
                if self.has_begun || !(self.skip)(&next) {
                    self.has_begun = true;
                    return Some(next);
                }
            }
            None
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            (0, self.of.size_hint().1)
        }
    }

    #[derive(Clone)]
    pub struct MapWhile<I, F> {
        of: I,
        f: F,
    }
    impl<B, I: Iterator, F: FnMut(I::Item) -> Option<B>> Iterator for MapWhile<I, F> {
        type Item = B;
        fn next(&mut self) -> Option<B> {
            match self.of.next() {
                Some(next) => (self.f)(next),
                None => None,
            }
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            (0, self.of.size_hint().1)
        }
    }

    #[derive(Clone)]
    pub struct Scan<I, S, F> {
        of: I,
        state: S,
        f: F,
    }
    impl<B, S, I: Iterator, F: FnMut(&mut S, I::Item) -> Option<B>> Iterator for Scan<I, S, F> {
        type Item = B;
        fn next(&mut self) -> Option<B> {
            match self.of.next() {
                Some(next) => (self.f)(&mut self.state, next),
                None => None,
            }
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            (0, self.of.size_hint().1)
        }
    }

    #[derive(Clone)]
    pub struct Flatten<I, U> {
        of: I,
        front: Option<U>,
        back: Option<U>,
    }
    impl<U: Iterator, I: Iterator> Iterator for Flatten<I, U> where I::Item: IntoIterator<IntoIter = U, Item = U::Item> {
        type Item = U::Item;
        fn next(&mut self) -> Option<U::Item> {
            loop {
                if let Some(inner) = &mut self.front {
                    let next = inner.next();
                    if next.is_some() {
                        return next;
                    }
                    self.front = None;
                }
                match self.of.next() {
                    Some(inner) => self.front = Some(inner.into_iter()),
                    None => {
                        return match &mut self.back {
                            Some(inner) => inner.next(),
                            None => None,
                        };
                    }
                }
            }
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            let front = match &self.front {
                Some(inner) => inner.size_hint().0,
                None => 0,
            };
            let back = match &self.back {
                Some(inner) => inner.size_hint().0,
                None => 0,
            };
            (front + back, None)
        }
    }
    impl<U: DoubleEndedIterator, I: DoubleEndedIterator> DoubleEndedIterator for Flatten<I, U> where I::Item: IntoIterator<IntoIter = U, Item = U::Item> {
        fn next_back(&mut self) -> Option<U::Item> {
            loop {
                if let Some(inner) = &mut self.back {
                    let next = inner.next_back();
                    if next.is_some() {
                        return next;
                    }
                    self.back = None;
                }
                match self.of.next_back() {
                    Some(inner) => self.back = Some(inner.into_iter()),
                    None => {
                        return match &mut self.front {
                            Some(inner) => inner.next_back(),
                            None => None,
                        };
                    }
                }
            }
        }
    }

    #[derive(Clone)]
    pub struct FromFn<F> {
        f: F,
    }
    pub fn from_fn<T, F: FnMut() -> Option<T>>(f: F) -> FromFn<F> {
        FromFn { f }
    }
    impl<T, F: FnMut() -> Option<T>> Iterator for FromFn<F> {
        type Item = T;
        fn next(&mut self) -> Option<T> {
            (self.f)()
        }
    }

    pub struct RepeatWith<F> {
        f: F,
    }
    pub fn repeat_with<T, F: FnMut() -> T>(f: F) -> RepeatWith<F> {
        RepeatWith { f }
    }
    impl<T, F: FnMut() -> T> Iterator for RepeatWith<F> {
        type Item = T;
        fn next(&mut self) -> Option<T> {
            Some((self.f)())
        }
    }

    #[derive(Clone)]
    pub struct Successors<T, F> {
        following: Option<T>,
        f: F,
    }
    pub fn successors<T, F: FnMut(&T) -> Option<T>>(first: Option<T>, f: F) -> Successors<T, F> {
        Successors { following: first, f }
    }
    impl<T, F: FnMut(&T) -> Option<T>> Iterator for Successors<T, F> {
        type Item = T;
        fn next(&mut self) -> Option<T> {
            match self.following.take() {
                Some(value) => {
                    self.following = (self.f)(&value);
                    Some(value)
                }
                None => None,
            }
        }
    }

    #[derive(Clone)]
    pub struct Cycle<I> {
        first: I,
        of: I,
    }
    impl<I: Iterator + Clone> Iterator for Cycle<I> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> {
            let next = self.of.next();
            if next.is_some() {
                return next;
            }
            self.of = self.first.clone();
            self.of.next()
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            let (least, _) = self.first.size_hint();
            if least == 0 { (0, Some(0)) } else { (usize::MAX, None) }
        }
    }

    pub struct Peekable<I: Iterator> {
        of: I,
        peeked: Option<Option<I::Item>>,
    }
    impl<I: Iterator> Iterator for Peekable<I> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> {
            match self.peeked.take() {
                Some(peeked) => peeked,
                None => self.of.next(),
            }
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            let (least, most) = self.of.size_hint();
            match &self.peeked {
                Some(Some(_)) => (least + 1, match most {
                    Some(most) => Some(most + 1),
                    None => None,
                }),
                Some(None) => (0, Some(0)),
                None => (least, most),
            }
        }
    }
    impl<I: Iterator> Peekable<I> {
        pub fn peek(&mut self) -> Option<&I::Item> {
            if self.peeked.is_none() {
                self.peeked = Some(self.of.next());
            }
            match &self.peeked {
                Some(Some(next)) => Some(next),
                _ => None,
            }
        }
        pub fn next_if_eq<R>(&mut self, wanted: &R) -> Option<I::Item> where I::Item: PartialEq<R> {
            let is_wanted = match self.peek() {
                Some(next) => *next == *wanted,
                None => false,
            };
            if is_wanted { self.next() } else { None }
        }
        pub fn next_if<F: FnOnce(&I::Item) -> bool>(&mut self, wanted: F) -> Option<I::Item> {
            match self.next() {
                Some(next) => {
                    if wanted(&next) {
                        return Some(next);
                    }
                    self.peeked = Some(Some(next));
                    None
                }
                None => {
                    self.peeked = Some(None);
                    None
                }
            }
        }
        pub fn peek_mut(&mut self) -> Option<&mut I::Item> {
            if self.peeked.is_none() {
                self.peeked = Some(self.of.next());
            }
            match &mut self.peeked {
                Some(Some(next)) => Some(next),
                _ => None,
            }
        }
    }

    #[derive(Clone)]
    pub struct Fuse<I> {
        of: Option<I>,
    }
    impl<I: Iterator> Iterator for Fuse<I> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> {
            let next = match &mut self.of {
                Some(of) => of.next(),
                None => None,
            };
            if next.is_none() {
                self.of = None;
            }
            next
        }
    }

    #[derive(Clone)]
    pub struct Once<T> {
        value: Option<T>,
    }
    pub fn once<T>(value: T) -> Once<T> {
        Once { value: Some(value) }
    }
    impl<T> Iterator for Once<T> {
        type Item = T;
        fn next(&mut self) -> Option<T> {
            self.value.take()
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            let count = if self.value.is_some() { 1 } else { 0 };
            (count, Some(count))
        }
    }
    impl<T> DoubleEndedIterator for Once<T> {
        fn next_back(&mut self) -> Option<T> {
            self.value.take()
        }
    }

    #[derive(Clone)]
    pub struct Empty<T> {
        none: Option<T>,
    }
    pub fn empty<T>() -> Empty<T> {
        Empty { none: None }
    }
    impl<T> Iterator for Empty<T> {
        type Item = T;
        fn next(&mut self) -> Option<T> {
            None
        }
    }

    #[derive(Clone)]
    pub struct Repeat<T> {
        value: T,
    }
    pub fn repeat<T: Clone>(value: T) -> Repeat<T> {
        Repeat { value }
    }
    impl<T: Clone> Iterator for Repeat<T> {
        type Item = T;
        fn next(&mut self) -> Option<T> {
            Some(self.value.clone())
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            (usize::MAX, None)
        }
    }

    impl<T> IntoIterator for Option<T> {
        type Item = T;
        type IntoIter = Once<T>;
        fn into_iter(self) -> Once<T> {
            Once { value: self }
        }
    }
    impl<'a, T> IntoIterator for &'a Option<T> {
        type Item = &'a T;
        type IntoIter = Once<&'a T>;
        fn into_iter(self) -> Once<&'a T> {
            Once { value: self.as_ref() }
        }
    }

    /** What an iterator of options gives up to the first that is nothing. */
    struct Present<'a, I> {
        of: I,
        is_missing: &'a mut bool,
    }
    impl<'a, T, I: Iterator<Item = Option<T>>> Iterator for Present<'a, I> {
        type Item = T;
        fn next(&mut self) -> Option<T> {
            match self.of.next() {
                Some(Some(value)) => Some(value),
                Some(None) => {
                    *self.is_missing = true;
                    None
                }
                None => None,
            }
        }
    }
    impl<A, S: Sum<A>> Sum<Option<A>> for Option<S> {
        fn sum<I: Iterator<Item = Option<A>>>(elements: I) -> Option<S> {
            let mut is_missing = false;
            let sum = S::sum(Present { of: elements, is_missing: &mut is_missing });
            if is_missing { None } else { Some(sum) }
        }
    }
    impl<A, E, S: Sum<A>> Sum<Result<A, E>> for Result<S, E> {
        fn sum<I: Iterator<Item = Result<A, E>>>(elements: I) -> Result<S, E> {
            let mut error = None;
            let sum = S::sum(Fine { of: elements, error: &mut error });
            match error {
                Some(error) => Err(error),
                None => Ok(sum),
            }
        }
    }
    impl<A, V: FromIterator<A>> FromIterator<Option<A>> for Option<V> {
        fn from_iter<I: IntoIterator<Item = Option<A>>>(elements: I) -> Option<V> {
            let mut is_missing = false;
            let found = V::from_iter(Present { of: elements.into_iter(), is_missing: &mut is_missing });
            if is_missing { None } else { Some(found) }
        }
    }

    struct Fine<'a, I, E> {
        of: I,
        error: &'a mut Option<E>,
    }
    impl<'a, T, E, I: Iterator<Item = Result<T, E>>> Iterator for Fine<'a, I, E> {
        type Item = T;
        fn next(&mut self) -> Option<T> {
            match self.of.next() {
                Some(Ok(value)) => Some(value),
                Some(Err(error)) => {
                    *self.error = Some(error);
                    None
                }
                None => None,
            }
        }
    }
    impl<A, E, V: FromIterator<A>> FromIterator<Result<A, E>> for Result<V, E> {
        fn from_iter<I: IntoIterator<Item = Result<A, E>>>(elements: I) -> Result<V, E> {
            let mut error = None;
            let found = V::from_iter(Fine { of: elements.into_iter(), error: &mut error });
            match error {
                Some(error) => Err(error),
                None => Ok(found),
            }
        }
    }
}
`
