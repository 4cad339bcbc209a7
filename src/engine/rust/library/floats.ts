/**
 * What floating-point numbers can do, in the course's own Rust, once for both widths: `Float` stands for the type, `Bits` and
 * `SignedBits` for integers as wide. What SSE2 and arithmetic give is exact; what only a mathematical library knows
 * (`sin`, `powf` …) is left out, since its last bit is its own.
 */
export const FLOAT = `
pub const RADIX: u32 = 2;

pub const fn sqrt(self) -> Float {
    self.square_root()
}

pub const fn to_bits(self) -> Bits {
    unsafe { *(&self as *const Float as *const Bits) }
}

pub const fn from_bits(bits: Bits) -> Float {
    unsafe { *(&bits as *const Bits as *const Float) }
}

pub const fn to_ne_bytes(self) -> [u8; BYTES] {
    self.to_bits().to_ne_bytes()
}

pub const fn to_le_bytes(self) -> [u8; BYTES] {
    self.to_bits().to_le_bytes()
}

pub const fn to_be_bytes(self) -> [u8; BYTES] {
    self.to_bits().to_be_bytes()
}

pub const fn from_ne_bytes(bytes: [u8; BYTES]) -> Float {
    <Float>::from_bits(Bits::from_ne_bytes(bytes))
}

pub const fn from_le_bytes(bytes: [u8; BYTES]) -> Float {
    <Float>::from_bits(Bits::from_le_bytes(bytes))
}

pub const fn from_be_bytes(bytes: [u8; BYTES]) -> Float {
    <Float>::from_bits(Bits::from_be_bytes(bytes))
}

pub const fn is_nan(self) -> bool {
    self != self
}

pub const fn is_infinite(self) -> bool {
    self.abs() == <Float>::INFINITY
}

pub const fn is_finite(self) -> bool {
    self.abs() < <Float>::INFINITY
}

pub const fn is_normal(self) -> bool {
    self.is_finite() && self.abs() >= <Float>::MIN_POSITIVE
}

pub const fn is_subnormal(self) -> bool {
    self != 0.0 && self.abs() < <Float>::MIN_POSITIVE
}

pub const fn is_sign_negative(self) -> bool {
    self.to_bits() >> (Bits::BITS - 1) == 1
}

pub const fn is_sign_positive(self) -> bool {
    !self.is_sign_negative()
}

pub const fn abs(self) -> Float {
    <Float>::from_bits(self.to_bits() & (Bits::MAX >> 1))
}

pub const fn copysign(self, sign: Float) -> Float {
    let highest: Bits = 1 << (Bits::BITS - 1);
    <Float>::from_bits(self.to_bits() & !highest | sign.to_bits() & highest)
}

pub const fn signum(self) -> Float {
    if self.is_nan() { self } else { <Float>::copysign(1.0, self) }
}

pub const fn trunc(self) -> Float {
    if self.abs() < WHOLE { (self as SignedBits as Float).copysign(self) } else { self }
}

pub const fn floor(self) -> Float {
    let whole = self.trunc();
    if whole > self { whole - 1.0 } else { whole }
}

pub const fn ceil(self) -> Float {
    let whole = self.trunc();
    if whole < self { (whole + 1.0).copysign(self) } else { whole }
}

pub const fn round(self) -> Float {
    let whole = self.trunc();
    if (self - whole).abs() >= 0.5 { whole + <Float>::copysign(1.0, self) } else { whole }
}

pub const fn round_ties_even(self) -> Float {
    let whole = self.trunc();
    let rest = (self - whole).abs();
    if rest > 0.5 || rest == 0.5 && whole % 2.0 != 0.0 { whole + <Float>::copysign(1.0, self) } else { whole }
}

pub const fn fract(self) -> Float {
    self - self.trunc()
}

pub const fn recip(self) -> Float {
    1.0 / self
}

pub const fn powi(self, exponent: i32) -> Float {
    let mut base = self;
    let mut rest = exponent;
    let mut power: Float = 1.0;
    loop {
        if rest % 2 != 0 {
            power *= base;
        }
        rest /= 2;
        if rest == 0 {
            break;
        }
        base *= base;
    }
    if exponent < 0 { 1.0 / power } else { power }
}

pub const fn min(self, other: Float) -> Float {
    if self < other || other.is_nan() { self } else { other }
}

pub const fn max(self, other: Float) -> Float {
    if self > other || other.is_nan() { self } else { other }
}

pub fn clamp(self, min: Float, max: Float) -> Float {
    if !(min <= max) {
        panic!("min > max, or either was NaN. min = {:?}, max = {:?}", min, max);
    }
    let mut clamped = self;
    if clamped < min {
        clamped = min;
    }
    if clamped > max {
        clamped = max;
    }
    clamped
}

pub const fn rem_euclid(self, other: Float) -> Float {
    let rest = self % other;
    if rest < 0.0 { rest + other.abs() } else { rest }
}

pub const fn div_euclid(self, other: Float) -> Float {
    let quotient = (self / other).trunc();
    if self % other < 0.0 {
        if other > 0.0 { quotient - 1.0 } else { quotient + 1.0 }
    } else {
        quotient
    }
}

pub fn total_cmp(&self, other: &Float) -> super::cmp::Ordering {
    let mut left = self.to_bits() as SignedBits;
    let mut right = other.to_bits() as SignedBits;
    left ^= ((left >> (Bits::BITS - 1)) as Bits >> 1) as SignedBits;
    right ^= ((right >> (Bits::BITS - 1)) as Bits >> 1) as SignedBits;
    left.cmp(&right)
}

pub const fn to_radians(self) -> Float {
    self * IN_RADIANS
}

pub const fn to_degrees(self) -> Float {
    self * IN_DEGREES
}
`

/** Constants of each. */
export const F64 = `
pub const MAX: f64 = 1.7976931348623157e308;

pub const MIN: f64 = -1.7976931348623157e308;

pub const MIN_POSITIVE: f64 = 2.2250738585072014e-308;

pub const EPSILON: f64 = 2.220446049250313e-16;

pub const INFINITY: f64 = 1.0 / 0.0;

pub const NEG_INFINITY: f64 = -1.0 / 0.0;

pub const NAN: f64 = 0.0 / 0.0;

pub const DIGITS: u32 = 15;

pub const MANTISSA_DIGITS: u32 = 53;

pub const MAX_EXP: i32 = 1024;

pub const MIN_EXP: i32 = -1021;

pub const MAX_10_EXP: i32 = 308;

pub const MIN_10_EXP: i32 = -307;
`

export const F32 = `
pub const MAX: f32 = 3.40282347e38;

pub const MIN: f32 = -3.40282347e38;

pub const MIN_POSITIVE: f32 = 1.17549435e-38;

pub const EPSILON: f32 = 1.1920929e-7;

pub const INFINITY: f32 = 1.0 / 0.0;

pub const NEG_INFINITY: f32 = -1.0 / 0.0;

pub const NAN: f32 = 0.0 / 0.0;

pub const DIGITS: u32 = 6;

pub const MANTISSA_DIGITS: u32 = 24;

pub const MAX_EXP: i32 = 128;

pub const MIN_EXP: i32 = -125;

pub const MAX_10_EXP: i32 = 38;

pub const MIN_10_EXP: i32 = -37;
`

/** Numbers from which on there is nothing behind the point, and factors between degrees and radians. */
export const FLOAT_MEANINGS = {
  f64: {
    WHOLE: '4503599627370496.0',
    IN_RADIANS: '(3.14159265358979323846 / 180.0)',
    IN_DEGREES: '(180.0 / 3.14159265358979323846)',
  },
  f32: {
    WHOLE: '8388608.0',
    IN_RADIANS: '(3.14159265358979323846 / 180.0)',
    IN_DEGREES: '57.2957795130823208767981548141051703',
  },
} as const

const CONSTANTS = `
pub const PI: Float = 3.14159265358979323846264338327950288;
pub const TAU: Float = 6.28318530717958647692528676655900577;
pub const E: Float = 2.71828182845904523536028747135266250;
pub const SQRT_2: Float = 1.41421356237309504880168872420969808;
pub const FRAC_1_SQRT_2: Float = 0.707106781186547524400844362104849039;
pub const LN_2: Float = 0.693147180559945309417232121458176568;
pub const LN_10: Float = 2.30258509299404568401799145468436421;
pub const LOG2_E: Float = 1.44269504088896340735992468100189214;
pub const LOG10_E: Float = 0.434294481903251827651128918916605082;
pub const LOG2_10: Float = 3.32192809488736234787031942948939018;
pub const LOG10_2: Float = 0.301029995663981195213738894724493027;
pub const FRAC_PI_2: Float = 1.57079632679489661923132169163975144;
pub const FRAC_PI_3: Float = 1.04719755119659774615421446109316763;
pub const FRAC_PI_4: Float = 0.785398163397448309615660845819875721;
pub const FRAC_PI_6: Float = 0.52359877559829887307710723054658381;
pub const FRAC_PI_8: Float = 0.39269908169872415480783042290993786;
pub const FRAC_1_PI: Float = 0.318309886183790671537767526745028724;
pub const FRAC_2_PI: Float = 0.636619772367581343075535053490057448;
pub const FRAC_2_SQRT_PI: Float = 1.12837916709551257389615890312154517;
`

/** `std::f64::consts::PI`, and the older names `std::f64::MAX`. */
export const FLOAT_MODULES = Object.entries({ f32: F32, f64: F64 })
  .map(
    ([type, own]) => `pub mod ${type} {\npub mod consts {${CONSTANTS.replaceAll('Float', type)}}\n${own}\n}`,
  )
  .join('\n')
