/**
 * How floating-point numbers are printed, in the course's own Rust: a number is written out in decimal, exactly, and cut
 * to the fewest digits that no other number is nearer to, or to as many as are asked for.
 */
const PRINTED = ['f64', 'f32']
  .map((type) => {
    const [bits, fraction, exponentBits, least] =
      type === 'f64' ? ['u64', 52, 2047, 1075] : ['u32', 23, 255, 150]
    const fmt = (trait: string, body: string) =>
      `impl super::fmt::${trait} for ${type} {
    fn fmt(&self, f: &mut super::fmt::Formatter<'_>) -> super::fmt::Result {
        ${body}
    }
}`
    const shown = (tail: string) => `
        let bits = unsafe { *(self as *const ${type} as *const ${bits}) };
        let power = (bits >> ${fraction} & ${exponentBits}) as i32;
        let mut mantissa = (bits & ${(1n << BigInt(fraction as number)) - 1n}) as u64;
        let is_lowest = mantissa == 0 && power > 1;
        let exponent = if power == 0 { 1 } else { mantissa += ${1n << BigInt(fraction as number)}; power } - ${least};
        let number = Number { mantissa, exponent, is_lowest, is_negative: bits >> ${(fraction as number) + (type === 'f64' ? 11 : 8)} == 1, is_finite: power != ${exponentBits} };
        ${tail}`
    return [
      fmt('Display', shown('number.plain(f, 0)')),
      fmt(
        'Debug',
        shown(
          'if f.precision().is_none() && self.is_beyond() { number.with_exponent(f, 101) } else { number.plain(f, 1) }',
        ),
      ),
      fmt('LowerExp', shown('number.with_exponent(f, 101)')),
      fmt('UpperExp', shown('number.with_exponent(f, 69)')),
      `impl ${type} {
    fn is_beyond(self) -> bool {
        let size = if self < 0.0 { -self } else { self };
        size < 1e-4 && size != 0.0 || size >= 1e16
    }
}`,
    ].join('\n')
  })
  .join('\n')

export const FLOAT_FORMAT = `
/** A number, or what is none: a whole number, times a power of two. */
struct Number {
    mantissa: u64,
    exponent: i32,
    /** Its lower neighbour is half as far away as the upper one. */
    is_lowest: bool,
    is_negative: bool,
    is_finite: bool,
}

const MOST_DIGITS: usize = 1100;

/** Digits behind the point, times a power of ten. */
struct Decimal {
    digits: [u8; MOST_DIGITS],
    count: usize,
    point: i32,
}

impl Decimal {
    /** All of its digits, or at least so many; the last is then not zero. */
    fn of(mantissa: u64, exponent: i32, limit: usize) -> Decimal {
        let mut decimal = Decimal { digits: [0; MOST_DIGITS], count: 0, point: 0 };
        if exponent >= 0 {
            decimal.whole(mantissa, exponent as u32);
        } else {
            let shift = (-exponent) as u32;
            let whole = if shift < 64 { mantissa >> shift } else { 0 };
            decimal.whole(whole, 0);
            let rest = if shift < 64 { mantissa - (whole << shift) } else { mantissa };
            decimal.fraction(rest, shift, limit);
        }
        decimal.trim();
        decimal
    }

    /** A whole number, times a power of two, by parts of nine digits. */
    fn whole(&mut self, number: u64, shift: u32) {
        let mut parts = [0u32; 40];
        parts[0] = (number % 1_000_000_000) as u32;
        parts[1] = (number / 1_000_000_000 % 1_000_000_000) as u32;
        parts[2] = (number / 1_000_000_000 / 1_000_000_000) as u32;
        let mut count = 3;
        let mut rest = shift;
        while rest > 0 {
            let step = if rest > 29 { 29 } else { rest };
            rest -= step;
            let mut carry = 0u64;
            let mut index = 0;
            while index < count {
                let product = ((parts[index] as u64) << step) + carry;
                carry = product / 1_000_000_000;
                parts[index] = (product % 1_000_000_000) as u32;
                index += 1;
            }
            if carry > 0 {
                parts[count] = carry as u32;
                count += 1;
            }
        }
        while count > 0 {
            count -= 1;
            self.push(parts[count], true);
        }
    }

    /** What is left of a number behind so many bits. */
    fn fraction(&mut self, rest: u64, shift: u32, limit: usize) {
        let mut parts = [0u32; 40];
        let count = ((shift + 31) / 32) as usize;
        let by = count as u32 * 32 - shift;
        parts[0] = (rest << by) as u32;
        parts[1] = (rest << by >> 32) as u32;
        parts[2] = if by == 0 { 0 } else { (rest >> (64 - by)) as u32 };
        let mut first = 0;
        while first < count {
            if parts[first] == 0 {
                first += 1;
                continue;
            }
            let mut carry = 0u64;
            let mut index = first;
            while index < count {
                let product = parts[index] as u64 * 1_000_000_000 + carry;
                parts[index] = product as u32;
                carry = product >> 32;
                index += 1;
            }
            if self.count >= limit {
                self.digits[self.count] = 1;
                self.count += 1;
                return;
            }
            self.push(carry as u32, false);
        }
    }

    /** Nine digits more. Zeros in front are left out; behind the point they count. */
    fn push(&mut self, part: u32, is_whole: bool) {
        let mut unit = 100_000_000;
        while unit > 0 {
            let digit = (part / unit % 10) as u8;
            if digit != 0 || self.count > 0 {
                self.digits[self.count] = digit;
                self.count += 1;
                if is_whole {
                    self.point += 1;
                }
            } else if !is_whole {
                self.point -= 1;
            }
            unit /= 10;
        }
    }

    fn trim(&mut self) {
        while self.count > 0 && self.digits[self.count - 1] == 0 {
            self.count -= 1;
        }
        if self.count == 0 {
            self.point = 0;
        }
    }

    fn digit(&self, index: i32) -> u8 {
        if index >= 0 && (index as usize) < self.count { self.digits[index as usize] } else { 0 }
    }

    /** To the nearest with so many digits; of two as near, the even one. */
    fn round(&mut self, count: i32) {
        if count < 0 {
            self.cut(0);
        } else if (count as usize) < self.count {
            let next = self.digits[count as usize];
            let is_half = next == 5 && count as usize + 1 == self.count;
            let is_up = if is_half { count > 0 && self.digits[count as usize - 1] % 2 == 1 } else { next >= 5 };
            if is_up { self.raise(count as usize) } else { self.cut(count as usize) }
        }
    }

    fn cut(&mut self, count: usize) {
        self.count = count;
        self.trim();
    }

    fn raise(&mut self, count: usize) {
        let mut index = count;
        while index > 0 {
            index -= 1;
            if self.digits[index] < 9 {
                self.digits[index] += 1;
                self.count = index + 1;
                return;
            }
        }
        self.digits[0] = 1;
        self.count = 1;
        self.point += 1;
    }

    /** The fewest digits between the middles to both neighbours. */
    fn shorten(&mut self, lower: &Decimal, upper: &Decimal, includes_ends: bool) {
        let mut distance = 0;
        let mut at = 0i32;
        loop {
            let middle_at = at - upper.point + self.point;
            if middle_at >= self.count as i32 {
                return;
            }
            let lower_at = at - upper.point + lower.point;
            let low = lower.digit(lower_at);
            let middle = self.digit(middle_at);
            let high = upper.digit(at);
            let may_fall = low != middle || includes_ends && lower_at + 1 == lower.count as i32;
            if distance == 0 && middle + 1 < high {
                distance = 2;
            } else if distance == 0 && middle != high {
                distance = 1;
            } else if distance == 1 && (middle != 9 || high != 0) {
                distance = 2;
            }
            let may_rise = distance > 0 && (includes_ends || distance > 1 || at + 1 < upper.count as i32);
            let count = middle_at + 1;
            if may_fall && may_rise {
                // Of two as near, the greater one.
                let is_up = self.digit(count) >= 5;
                return if is_up { self.raise(count as usize) } else { self.cut(count as usize) };
            }
            if may_fall {
                return self.cut(count as usize);
            }
            if may_rise {
                return self.raise(count as usize);
            }
            at += 1;
        }
    }
}

/** What is printed, put together before it is known how much room there is around it. */
struct Text {
    bytes: [u8; 1600],
    count: usize,
}

impl Text {
    fn put(&mut self, byte: u8) {
        self.bytes[self.count] = byte;
        self.count += 1;
    }

    fn put_number(&mut self, number: i32) {
        if number >= 10 {
            self.put_number(number / 10);
        }
        self.put(48 + (number % 10) as u8);
    }

    fn as_str(&self) -> &str {
        unsafe { &*(&self.bytes[..self.count] as *const [u8] as *const str) }
    }
}

const LIMIT: usize = 60;

impl Number {
    fn shortest(&self) -> Decimal {
        let mut decimal = Decimal::of(self.mantissa, self.exponent, LIMIT);
        if self.mantissa == 0 {
            return decimal;
        }
        let upper = Decimal::of(self.mantissa * 2 + 1, self.exponent - 1, LIMIT);
        let lower = if self.is_lowest {
            Decimal::of(self.mantissa * 4 - 1, self.exponent - 2, LIMIT)
        } else {
            Decimal::of(self.mantissa * 2 - 1, self.exponent - 1, LIMIT)
        };
        decimal.shorten(&lower, &upper, self.mantissa % 2 == 0);
        decimal
    }

    /** All digits, with at least so many behind the point. */
    fn plain(&self, f: &mut super::fmt::Formatter<'_>, least: usize) -> super::fmt::Result {
        if !self.is_finite {
            return self.finish(f, "", 0, "");
        }
        let (decimal, places) = match f.precision() {
            None => {
                let decimal = self.shortest();
                let behind = decimal.count as i32 - decimal.point;
                let places = if behind > least as i32 { behind as usize } else { least };
                (decimal, places)
            }
            Some(places) => {
                let mut decimal = Decimal::of(self.mantissa, self.exponent, MOST_DIGITS - 20);
                if places < MOST_DIGITS {
                    let count = decimal.point + places as i32;
                    decimal.round(count);
                }
                (decimal, places)
            }
        };
        let mut text = Text { bytes: [0; 1600], count: 0 };
        let mut index = 0;
        if decimal.point <= 0 {
            text.put(48);
        }
        while index < decimal.point {
            text.put(48 + decimal.digit(index));
            index += 1;
        }
        let kept = if places > MOST_DIGITS { MOST_DIGITS } else { places };
        if places > 0 {
            text.put(46);
            index = decimal.point;
            while index < decimal.point + kept as i32 {
                text.put(48 + decimal.digit(index));
                index += 1;
            }
        }
        self.finish(f, text.as_str(), places - kept, "")
    }

    /** One digit before the point, and a power of ten. */
    fn with_exponent(&self, f: &mut super::fmt::Formatter<'_>, letter: u8) -> super::fmt::Result {
        if !self.is_finite {
            return self.finish(f, "", 0, "");
        }
        let (decimal, places) = match f.precision() {
            None => {
                let decimal = self.shortest();
                let places = if decimal.count > 0 { decimal.count - 1 } else { 0 };
                (decimal, places)
            }
            Some(places) => {
                let mut decimal = Decimal::of(self.mantissa, self.exponent, MOST_DIGITS - 20);
                if places < MOST_DIGITS {
                    decimal.round(places as i32 + 1);
                }
                (decimal, places)
            }
        };
        let mut text = Text { bytes: [0; 1600], count: 0 };
        text.put(48 + decimal.digit(0));
        let kept = if places > MOST_DIGITS { MOST_DIGITS } else { places };
        if places > 0 {
            text.put(46);
        }
        let mut index = 1;
        while index <= kept as i32 {
            text.put(48 + decimal.digit(index));
            index += 1;
        }
        let mut power = Text { bytes: [0; 1600], count: 0 };
        power.put(letter);
        let exponent = if decimal.count == 0 { 0 } else { decimal.point - 1 };
        if exponent < 0 {
            power.put(45);
        }
        power.put_number(if exponent < 0 { -exponent } else { exponent });
        self.finish(f, text.as_str(), places - kept, power.as_str())
    }

    /** With sign, and padded. */
    fn finish(&self, f: &mut super::fmt::Formatter<'_>, digits: &str, zeros: usize, end: &str) -> super::fmt::Result {
        let is_nan = !self.is_finite && self.mantissa != NO_FRACTION_64 && self.mantissa != NO_FRACTION_32;
        let text = if self.is_finite { digits } else if is_nan { "NaN" } else { "inf" };
        let sign = if is_nan { "" } else if self.is_negative { "-" } else if f.sign_plus() { "+" } else { "" };
        let length = sign.len() + text.len() + zeros + end.len();
        let missing = match f.width() {
            Some(width) => if width > length { width - length } else { 0 },
            None => 0,
        };
        if f.sign_aware_zero_pad() {
            write!(f, "{}", sign);
            repeated(f, '0', missing);
        } else {
            repeated(f, f.fill(), f.before(missing, true));
            write!(f, "{}", sign);
        }
        write!(f, "{}", text);
        repeated(f, '0', zeros);
        write!(f, "{}", end);
        if !f.sign_aware_zero_pad() {
            repeated(f, f.fill(), missing - f.before(missing, true));
        }
        super::result::Result::Ok(())
    }
}

const NO_FRACTION_64: u64 = 4503599627370496;
const NO_FRACTION_32: u64 = 8388608;

fn repeated(f: &mut super::fmt::Formatter<'_>, character: char, count: usize) {
    let mut left = count;
    while left > 0 {
        write!(f, "{}", character);
        left -= 1;
    }
}

${PRINTED}
`
