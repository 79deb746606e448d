//! Numbers in decimal notation.

use super::value::Decimal;

/// Numbers below it are exact as 64-bit floats.
const EXACT: u64 = 1 << 53;

/// Most digits that a `u64` always holds.
const MAX_DIGITS: usize = 19;

/// Powers of ten that are exact as 64-bit floats.
const TENS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
];

/// A number without its sign, as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) decimal: Decimal,
    /// All digits as one number, if there are at most [`MAX_DIGITS`].
    mantissa: u64,
    digits: usize,
    /// How many of the digits come after the decimal sign.
    fraction: usize,
    exponent: bool,
}

impl Written {
    /// Reads `digits [. or , digits] [e [sign] digits]`.
    pub(super) fn read(mut bytes: &[u8]) -> Option<Self> {
        let mut written = Self {
            decimal: Decimal::None,
            mantissa: 0,
            digits: 0,
            fraction: 0,
            exponent: false,
        };
        loop {
            while let Some((eight, rest)) = bytes.split_first_chunk()
                && let Some(value) = eight_digits(*eight)
            {
                written.append(value, 8, 100_000_000);
                bytes = rest;
            }
            let Some((byte, rest)) = bytes.split_first() else {
                break;
            };
            bytes = rest;
            match byte {
                b'0'..=b'9' => written.append(u64::from(byte - b'0'), 1, 10),
                b'.' if written.decimal == Decimal::None => written.decimal = Decimal::Point,
                b',' if written.decimal == Decimal::None => written.decimal = Decimal::Comma,
                b'e' | b'E' if written.digits > 0 => {
                    written.exponent = true;
                    if written.decimal == Decimal::None {
                        written.decimal = Decimal::Point;
                    }
                    return is_exponent(bytes).then_some(written);
                }
                _ => return None,
            }
        }
        (written.digits > 0).then_some(written)
    }

    const fn append(&mut self, value: u64, digits: usize, power: u64) {
        self.mantissa = self.mantissa.wrapping_mul(power).wrapping_add(value);
        self.digits += digits;
        if !matches!(self.decimal, Decimal::None) {
            self.fraction += digits;
        }
    }

    /// The nearest 64-bit float, where that takes few steps; `None` for numbers of many digits or with an exponent.
    pub(super) fn nearest(&self) -> Option<f64> {
        if self.exponent || self.digits > MAX_DIGITS {
            return None;
        }
        let power = TENS.get(self.fraction)?;
        // Of two exact numbers the quotient is the nearest one (Clinger, *How to Read Floating Point Numbers
        // Accurately*, PLDI 1990).
        let quotient = self.mantissa as f64 / power;
        if self.mantissa <= EXACT || self.fraction == 0 {
            return Some(quotient);
        }
        nearest_quotient(self.mantissa, self.fraction as u32, quotient)
    }
}

/// Mends an approximation of `mantissa / 10^fraction` that may be off in its last place, by looking at the exact
/// remainder. `None` if that does not tell the nearest float.
fn nearest_quotient(mantissa: u64, fraction: u32, approximation: f64) -> Option<f64> {
    let bits = approximation.to_bits();
    // approximation = significand · 2^exponent, and 10^fraction = 5^fraction · 2^fraction.
    let significand = (bits & (EXACT / 2 - 1)) | (EXACT / 2);
    let exponent = (bits >> 52) as i32 - 1075;
    let shift = u32::try_from(-exponent - fraction as i32).ok()?;
    let five = 5_i128.pow(fraction);
    // Both products have at most 53 + 52 bits, because the approximation is nearly right.
    let remainder = (i128::from(mantissa) << shift) - i128::from(significand) * five;
    let step = (2 * remainder > five) as i64 - (2 * remainder < -five) as i64;
    let rest = 2 * (remainder - i128::from(step) * five);
    // Below a power of two the floats are closer together.
    let is_sure = rest.abs() < five && significand > EXACT / 2 + 1;
    is_sure.then(|| f64::from_bits(bits.wrapping_add_signed(step)))
}

fn is_exponent(bytes: &[u8]) -> bool {
    let digits = bytes
        .strip_prefix(b"-")
        .or_else(|| bytes.strip_prefix(b"+"))
        .unwrap_or(bytes);
    !digits.is_empty() && digits.iter().all(u8::is_ascii_digit)
}

/// The number that eight ASCII digits write, found in three multiplications (Lemire, *Number Parsing at a Gigabyte per
/// Second*, Software: Practice and Experience 51(8), 2021, §6).
fn eight_digits(bytes: [u8; 8]) -> Option<u64> {
    const ZEROS: u64 = u64::from_le_bytes([b'0'; 8]);
    let word = u64::from_le_bytes(bytes);
    let upper_half = |word: u64| word & 0xF0F0_F0F0_F0F0_F0F0;
    // A byte above '9' changes its upper half when six are added.
    let next = word.wrapping_add(0x0606_0606_0606_0606);
    if upper_half(word) != ZEROS || upper_half(next) != ZEROS {
        return None;
    }
    let pairs = word - ZEROS;
    let pairs = pairs.wrapping_mul(10) + (pairs >> 8);
    let upper = (pairs & 0x0000_00FF_0000_00FF).wrapping_mul(0x000F_4240_0000_0064);
    let lower = (pairs >> 16 & 0x0000_00FF_0000_00FF).wrapping_mul(0x0000_2710_0000_0001);
    Some(upper.wrapping_add(lower) >> 32)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn nearest(text: &str) -> Option<f64> {
        Written::read(text.as_bytes()).and_then(|written| written.nearest())
    }

    #[test]
    fn what_is_easy_is_read_here() {
        for text in [
            "0",
            "12",
            "1.5",
            "0.12345678901234567",
            "98765.43210987654",
            "12345678901.23456789",
        ] {
            assert_eq!(nearest(text), text.parse().ok(), "{text}");
        }
    }

    #[test]
    fn halfway_cases_are_left_to_others_or_right() {
        // 2^53 + 1, and halves of it, lie between two floats.
        for text in [
            "9007199254740993",
            "9007199254740993.0",
            "4503599627370496.5",
            "0.500000000000000166",
        ] {
            assert!(
                nearest(text).is_none_or(|found| Some(found) == text.parse().ok()),
                "{text}"
            );
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]

        #[test]
        fn it_is_what_the_standard_library_reads(text in "[0-9]{0,12}[.][0-9]{1,18}|[0-9]{1,20}") {
            let found = nearest(&text);
            prop_assert!(found.is_none() || found == text.parse().ok(), "{:?}", found);
        }

        #[test]
        fn shortest_forms_come_back(bits in any::<u64>(), exponent in 1003_u64..1083) {
            let value = f64::from_bits(bits >> 12 | exponent << 52);
            let found = nearest(&value.to_string());
            prop_assert!(found.is_none_or(|found| found == value), "{:?}", found);
        }

        #[test]
        fn eight_digits_are_eight_digits(text in "[0-9/:;]{8}|[0-9]{8}|[ -~]{8}") {
            let bytes: [u8; 8] = text.as_bytes().try_into().expect("eight");
            let expected = text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse::<u64>().expect("digits"));
            prop_assert_eq!(eight_digits(bytes), expected);
        }
    }
}
