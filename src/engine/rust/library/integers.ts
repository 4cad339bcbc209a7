/**
 * What integers can do, in the course's own Rust, once for all widths: `Int` stands for the type, `Unsigned` and `Signed`
 * for those as wide, `BYTES` for how many bytes. Each function is a part of its own, with an empty line before it.
 */
/** Of every integer. */
const ALL = `
pub const fn checked_add(self, other: Int) -> Option<Int> {
    let (result, overflows) = self.overflowing_add(other);
    if overflows { None } else { Some(result) }
}

pub const fn checked_sub(self, other: Int) -> Option<Int> {
    let (result, overflows) = self.overflowing_sub(other);
    if overflows { None } else { Some(result) }
}

pub const fn checked_mul(self, other: Int) -> Option<Int> {
    let (result, overflows) = self.overflowing_mul(other);
    if overflows { None } else { Some(result) }
}

pub const fn checked_neg(self) -> Option<Int> {
    let (result, overflows) = self.overflowing_neg();
    if overflows { None } else { Some(result) }
}

pub const fn checked_shl(self, by: u32) -> Option<Int> {
    if by < Int::BITS { Some(self << by) } else { None }
}

pub const fn checked_shr(self, by: u32) -> Option<Int> {
    if by < Int::BITS { Some(self >> by) } else { None }
}

pub const fn checked_pow(self, exponent: u32) -> Option<Int> {
    let (result, overflows) = self.overflowing_pow(exponent);
    if overflows { None } else { Some(result) }
}

pub const fn wrapping_shl(self, by: u32) -> Int {
    self << (by & (Int::BITS - 1))
}

pub const fn wrapping_shr(self, by: u32) -> Int {
    self >> (by & (Int::BITS - 1))
}

pub const fn wrapping_pow(self, exponent: u32) -> Int {
    let mut base = self;
    let mut rest = exponent;
    let mut power: Int = 1;
    while rest > 0 {
        if rest & 1 == 1 {
            power = power.wrapping_mul(base);
        }
        base = base.wrapping_mul(base);
        rest >>= 1;
    }
    power
}

pub const fn overflowing_shl(self, by: u32) -> (Int, bool) {
    (self.wrapping_shl(by), by >= Int::BITS)
}

pub const fn overflowing_shr(self, by: u32) -> (Int, bool) {
    (self.wrapping_shr(by), by >= Int::BITS)
}

pub const fn overflowing_pow(self, exponent: u32) -> (Int, bool) {
    if exponent == 0 {
        return (1, false);
    }
    let mut base = self;
    let mut rest = exponent;
    let mut power: Int = 1;
    let mut overflows = false;
    while rest > 1 {
        if rest & 1 == 1 {
            let (product, beyond) = power.overflowing_mul(base);
            power = product;
            overflows |= beyond;
        }
        let (square, beyond) = base.overflowing_mul(base);
        base = square;
        overflows |= beyond;
        rest >>= 1;
    }
    let (product, beyond) = power.overflowing_mul(base);
    (product, overflows | beyond)
}

pub const fn saturating_pow(self, exponent: u32) -> Int {
    match self.checked_pow(exponent) {
        Some(power) => power,
        None => if self.is_below_zero() && exponent % 2 == 1 { Int::MIN } else { Int::MAX },
    }
}

pub const fn pow(self, exponent: u32) -> Int {
    if exponent == 0 {
        return 1;
    }
    let mut base = self;
    let mut rest = exponent;
    let mut power: Int = 1;
    while rest > 1 {
        if rest & 1 == 1 {
            power = power * base;
        }
        base = base * base;
        rest >>= 1;
    }
    power * base
}

pub const fn isqrt(self) -> Int {
    if self.is_below_zero() {
        panic!("argument of integer square root cannot be negative");
    }
    let mut root: Int = 0;
    let mut rest = self;
    let mut bit: Int = 1 << (Int::BITS - 2);
    while bit > rest {
        bit >>= 2;
    }
    while bit != 0 {
        if rest >= root + bit {
            rest -= root + bit;
            root = (root >> 1) + bit;
        } else {
            root >>= 1;
        }
        bit >>= 2;
    }
    root
}

pub const fn checked_ilog2(self) -> Option<u32> {
    if self <= 0 { None } else { Some(Int::BITS - 1 - self.leading_zeros()) }
}

pub const fn checked_ilog10(self) -> Option<u32> {
    if self <= 0 { None } else { Some(self.ilog(10)) }
}

pub const fn checked_ilog(self, base: Int) -> Option<u32> {
    if self <= 0 || base < 2 { None } else { Some(self.ilog(base)) }
}

pub const fn ilog2(self) -> u32 {
    match self.checked_ilog2() {
        Some(logarithm) => logarithm,
        None => panic!("argument of integer logarithm must be positive"),
    }
}

pub const fn ilog10(self) -> u32 {
    self.ilog(10)
}

pub const fn ilog(self, base: Int) -> u32 {
    if base < 2 {
        panic!("base of integer logarithm must be at least 2");
    }
    if self <= 0 {
        panic!("argument of integer logarithm must be positive");
    }
    let mut rest = self;
    let mut count = 0;
    while rest >= base {
        rest /= base;
        count += 1;
    }
    count
}

pub const fn count_ones(self) -> u32 {
    let mut rest = self as Unsigned;
    let mut count = 0;
    while rest != 0 {
        rest &= rest - 1;
        count += 1;
    }
    count
}

pub const fn count_zeros(self) -> u32 {
    (!self).count_ones()
}

pub const fn leading_zeros(self) -> u32 {
    let mut rest = self as Unsigned;
    let mut count = Int::BITS;
    while rest != 0 {
        rest >>= 1;
        count -= 1;
    }
    count
}

pub const fn leading_ones(self) -> u32 {
    (!self).leading_zeros()
}

pub const fn trailing_zeros(self) -> u32 {
    let mut rest = self as Unsigned;
    let mut count = 0;
    while count < Int::BITS && rest & 1 == 0 {
        rest >>= 1;
        count += 1;
    }
    count
}

pub const fn trailing_ones(self) -> u32 {
    (!self).trailing_zeros()
}

pub const fn rotate_left(self, by: u32) -> Int {
    let by = by % Int::BITS;
    if by == 0 {
        return self;
    }
    let bits = self as Unsigned;
    (bits << by | bits >> (Int::BITS - by)) as Int
}

pub const fn rotate_right(self, by: u32) -> Int {
    self.rotate_left(Int::BITS - by % Int::BITS)
}

pub const fn swap_bytes(self) -> Int {
    let mut rest = self as Unsigned;
    let mut swapped: Unsigned = 0;
    let mut count = 0;
    while count < BYTES {
        swapped = swapped.wrapping_shl(8) | rest & 0xFF;
        rest = rest.wrapping_shr(8);
        count += 1;
    }
    swapped as Int
}

pub const fn reverse_bits(self) -> Int {
    let mut rest = self as Unsigned;
    let mut reversed: Unsigned = 0;
    let mut count = 0;
    while count < Int::BITS {
        reversed = reversed << 1 | rest & 1;
        rest >>= 1;
        count += 1;
    }
    reversed as Int
}

pub const fn to_be(self) -> Int {
    self.swap_bytes()
}

pub const fn to_le(self) -> Int {
    self
}

pub const fn from_be(value: Int) -> Int {
    value.swap_bytes()
}

pub const fn from_le(value: Int) -> Int {
    value
}

pub const fn to_ne_bytes(self) -> [u8; BYTES] {
    unsafe { *(&self as *const Int as *const [u8; BYTES]) }
}

pub const fn to_le_bytes(self) -> [u8; BYTES] {
    self.to_ne_bytes()
}

pub const fn to_be_bytes(self) -> [u8; BYTES] {
    self.swap_bytes().to_ne_bytes()
}

pub const fn from_le_bytes(bytes: [u8; BYTES]) -> Int {
    let mut value: Int = 0;
    let mut index = BYTES;
    while index > 0 {
        index -= 1;
        value = value.wrapping_shl(8) | bytes[index] as Int;
    }
    value
}

pub const fn from_ne_bytes(bytes: [u8; BYTES]) -> Int {
    Int::from_le_bytes(bytes)
}

pub const fn from_be_bytes(bytes: [u8; BYTES]) -> Int {
    Int::from_le_bytes(bytes).swap_bytes()
}

pub const fn min_value() -> Int {
    Int::MIN
}

pub const fn max_value() -> Int {
    Int::MAX
}

pub fn from_str_radix(text: &str, radix: u32) -> Result<Int, ParseIntError> {
    if radix < 2 || radix > 36 {
        panic!("from_ascii_radix: radix must lie in the range \`[2, 36]\`");
    }
    let digits = text.as_bytes();
    if digits.is_empty() {
        return Err(ParseIntError { kind: IntErrorKind::Empty });
    }
    let is_negative = digits[0] == 45 && Int::MIN != 0;
    let mut index = if digits[0] == 43 || is_negative { 1 } else { 0 };
    if index == digits.len() {
        return Err(ParseIntError { kind: IntErrorKind::InvalidDigit });
    }
    let mut value: Int = 0;
    let mut beyond = false;
    while index < digits.len() {
        let Some(digit) = (digits[index] as char).to_digit(radix) else {
            return Err(ParseIntError { kind: IntErrorKind::InvalidDigit });
        };
        let (shifted, first) = value.overflowing_mul(radix as Int);
        let (sum, second) = if is_negative { shifted.overflowing_sub(digit as Int) } else { shifted.overflowing_add(digit as Int) };
        value = sum;
        beyond = first | second;
        if beyond {
            return Err(ParseIntError { kind: if is_negative { IntErrorKind::NegOverflow } else { IntErrorKind::PosOverflow } });
        }
        index += 1;
    }
    Ok(value)
}
`

/** Of integers and characters, whose `Ord` has another message; `This` stands for the type. */
export const CLAMP = `
pub fn clamp(self, min: This, max: This) -> This {
    if min > max {
        panic!("min > max. min = {:?}, max = {:?}", min, max);
    }
    if self < min { min } else if self > max { max } else { self }
}
`

/** Of those without a sign. */
export const UNSIGNED = `${ALL}
const fn is_below_zero(self) -> bool {
    false
}

pub const fn overflowing_add(self, other: Int) -> (Int, bool) {
    let result = self.wrapping_add(other);
    (result, result < self)
}

pub const fn overflowing_sub(self, other: Int) -> (Int, bool) {
    (self.wrapping_sub(other), self < other)
}

pub const fn overflowing_mul(self, other: Int) -> (Int, bool) {
    let result = self.wrapping_mul(other);
    (result, other != 0 && result / other != self)
}

pub const fn overflowing_neg(self) -> (Int, bool) {
    (self.wrapping_neg(), self != 0)
}

pub const fn overflowing_div(self, other: Int) -> (Int, bool) {
    (self / other, false)
}

pub const fn overflowing_rem(self, other: Int) -> (Int, bool) {
    (self % other, false)
}

pub const fn overflowing_add_signed(self, other: Signed) -> (Int, bool) {
    let (result, overflows) = self.overflowing_add(other as Int);
    (result, overflows != (other < 0))
}

pub const fn checked_add_signed(self, other: Signed) -> Option<Int> {
    let (result, overflows) = self.overflowing_add_signed(other);
    if overflows { None } else { Some(result) }
}

pub const fn wrapping_add_signed(self, other: Signed) -> Int {
    self.wrapping_add(other as Int)
}

pub const fn saturating_add_signed(self, other: Signed) -> Int {
    match self.checked_add_signed(other) {
        Some(sum) => sum,
        None => if other < 0 { 0 } else { Int::MAX },
    }
}

pub const fn checked_div(self, other: Int) -> Option<Int> {
    if other == 0 { None } else { Some(self / other) }
}

pub const fn checked_rem(self, other: Int) -> Option<Int> {
    if other == 0 { None } else { Some(self % other) }
}

pub const fn wrapping_div(self, other: Int) -> Int {
    self / other
}

pub const fn wrapping_rem(self, other: Int) -> Int {
    self % other
}

pub const fn saturating_add(self, other: Int) -> Int {
    let (result, overflows) = self.overflowing_add(other);
    if overflows { Int::MAX } else { result }
}

pub const fn saturating_sub(self, other: Int) -> Int {
    if self < other { 0 } else { self - other }
}

pub const fn saturating_mul(self, other: Int) -> Int {
    let (result, overflows) = self.overflowing_mul(other);
    if overflows { Int::MAX } else { result }
}

pub const fn saturating_div(self, other: Int) -> Int {
    self / other
}

pub const fn abs_diff(self, other: Int) -> Int {
    if self < other { other - self } else { self - other }
}

pub const fn div_euclid(self, other: Int) -> Int {
    self / other
}

pub const fn rem_euclid(self, other: Int) -> Int {
    self % other
}

pub const fn checked_div_euclid(self, other: Int) -> Option<Int> {
    self.checked_div(other)
}

pub const fn checked_rem_euclid(self, other: Int) -> Option<Int> {
    self.checked_rem(other)
}

pub const fn wrapping_div_euclid(self, other: Int) -> Int {
    self / other
}

pub const fn wrapping_rem_euclid(self, other: Int) -> Int {
    self % other
}

pub const fn div_ceil(self, other: Int) -> Int {
    let quotient = self / other;
    if self % other > 0 { quotient + 1 } else { quotient }
}

pub const fn is_multiple_of(self, other: Int) -> bool {
    if other == 0 { self == 0 } else { self % other == 0 }
}

pub const fn next_multiple_of(self, other: Int) -> Int {
    let rest = self % other;
    if rest == 0 { self } else { self + (other - rest) }
}

pub const fn is_power_of_two(self) -> bool {
    self.count_ones() == 1
}

pub const fn next_power_of_two(self) -> Int {
    self.one_less_than_next_power_of_two() + 1
}

pub const fn checked_next_power_of_two(self) -> Option<Int> {
    self.one_less_than_next_power_of_two().checked_add(1)
}

const fn one_less_than_next_power_of_two(self) -> Int {
    if self <= 1 {
        return 0;
    }
    Int::MAX >> (self - 1).leading_zeros()
}

pub const fn cast_signed(self) -> Signed {
    self as Signed
}
`

/** Of those with a sign. */
export const SIGNED = `${ALL}
const fn is_below_zero(self) -> bool {
    self < 0
}

pub const fn overflowing_add(self, other: Int) -> (Int, bool) {
    let result = self.wrapping_add(other);
    (result, (other < 0) != (result < self))
}

pub const fn overflowing_sub(self, other: Int) -> (Int, bool) {
    let result = self.wrapping_sub(other);
    (result, (other < 0) != (result > self))
}

pub const fn overflowing_mul(self, other: Int) -> (Int, bool) {
    let result = self.wrapping_mul(other);
    if other == -1 {
        return (result, self == Int::MIN);
    }
    (result, other != 0 && result / other != self)
}

pub const fn overflowing_neg(self) -> (Int, bool) {
    (self.wrapping_neg(), self == Int::MIN)
}

pub const fn overflowing_abs(self) -> (Int, bool) {
    (self.wrapping_abs(), self == Int::MIN)
}

pub const fn overflowing_div(self, other: Int) -> (Int, bool) {
    if self == Int::MIN && other == -1 { (self, true) } else { (self / other, false) }
}

pub const fn overflowing_rem(self, other: Int) -> (Int, bool) {
    if other == -1 { (0, self == Int::MIN) } else { (self % other, false) }
}

pub const fn checked_abs(self) -> Option<Int> {
    if self == Int::MIN { None } else { Some(self.wrapping_abs()) }
}

pub const fn checked_div(self, other: Int) -> Option<Int> {
    if other == 0 || self == Int::MIN && other == -1 { None } else { Some(self / other) }
}

pub const fn checked_rem(self, other: Int) -> Option<Int> {
    if other == 0 || self == Int::MIN && other == -1 { None } else { Some(self % other) }
}

pub const fn wrapping_div(self, other: Int) -> Int {
    if self == Int::MIN && other == -1 { self } else { self / other }
}

pub const fn wrapping_rem(self, other: Int) -> Int {
    if other == -1 { 0 } else { self % other }
}

pub const fn wrapping_abs(self) -> Int {
    if self < 0 { self.wrapping_neg() } else { self }
}

pub const fn saturating_add(self, other: Int) -> Int {
    let (result, overflows) = self.overflowing_add(other);
    if !overflows { result } else if other < 0 { Int::MIN } else { Int::MAX }
}

pub const fn saturating_sub(self, other: Int) -> Int {
    let (result, overflows) = self.overflowing_sub(other);
    if !overflows { result } else if other < 0 { Int::MAX } else { Int::MIN }
}

pub const fn saturating_mul(self, other: Int) -> Int {
    let (result, overflows) = self.overflowing_mul(other);
    if !overflows { result } else if (self < 0) == (other < 0) { Int::MAX } else { Int::MIN }
}

pub const fn saturating_div(self, other: Int) -> Int {
    if self == Int::MIN && other == -1 { Int::MAX } else { self / other }
}

pub const fn saturating_neg(self) -> Int {
    if self == Int::MIN { Int::MAX } else { -self }
}

pub const fn saturating_abs(self) -> Int {
    if self == Int::MIN { Int::MAX } else { self.wrapping_abs() }
}

pub const fn abs(self) -> Int {
    if self < 0 { -self } else { self }
}

pub const fn unsigned_abs(self) -> Unsigned {
    self.wrapping_abs() as Unsigned
}

pub const fn abs_diff(self, other: Int) -> Unsigned {
    if self < other {
        (other as Unsigned).wrapping_sub(self as Unsigned)
    } else {
        (self as Unsigned).wrapping_sub(other as Unsigned)
    }
}

pub const fn signum(self) -> Int {
    if self < 0 { -1 } else if self == 0 { 0 } else { 1 }
}

pub const fn is_positive(self) -> bool {
    self > 0
}

pub const fn is_negative(self) -> bool {
    self < 0
}

pub const fn div_euclid(self, other: Int) -> Int {
    let quotient = self / other;
    if self % other >= 0 { quotient } else if other > 0 { quotient - 1 } else { quotient + 1 }
}

pub const fn rem_euclid(self, other: Int) -> Int {
    let rest = self % other;
    if rest < 0 { rest.wrapping_add(other.wrapping_abs()) } else { rest }
}

pub const fn checked_div_euclid(self, other: Int) -> Option<Int> {
    if other == 0 || self == Int::MIN && other == -1 { None } else { Some(self.div_euclid(other)) }
}

pub const fn checked_rem_euclid(self, other: Int) -> Option<Int> {
    if other == 0 || self == Int::MIN && other == -1 { None } else { Some(self.rem_euclid(other)) }
}

pub const fn wrapping_div_euclid(self, other: Int) -> Int {
    if self == Int::MIN && other == -1 { self } else { self.div_euclid(other) }
}

pub const fn wrapping_rem_euclid(self, other: Int) -> Int {
    if other == -1 { 0 } else { self.rem_euclid(other) }
}

pub const fn checked_isqrt(self) -> Option<Int> {
    if self < 0 { None } else { Some(self.isqrt()) }
}

pub const fn overflowing_add_unsigned(self, other: Unsigned) -> (Int, bool) {
    let (result, overflows) = self.overflowing_add(other as Int);
    (result, overflows != ((other as Int) < 0))
}

pub const fn checked_add_unsigned(self, other: Unsigned) -> Option<Int> {
    let (result, overflows) = self.overflowing_add_unsigned(other);
    if overflows { None } else { Some(result) }
}

pub const fn wrapping_add_unsigned(self, other: Unsigned) -> Int {
    self.wrapping_add(other as Int)
}

pub const fn cast_unsigned(self) -> Unsigned {
    self as Unsigned
}
`
