//! What a single cell says: nothing, a number, a moment, or a word.

use super::moment::{Moment, parse_moment};

/// A cell, understood.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Value {
    /// Empty, or a word for "nothing".
    Missing,
    /// A finite number.
    Number(f64, Decimal),
    /// An infinity, or a number beyond the range of a 64-bit float.
    OutOfRange,
    /// A date or time.
    Moment(Moment),
    /// Anything else.
    Word,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Decimal {
    /// Digits only: goes with either.
    None,
    /// `1.5` or `2e3`.
    Point,
    /// `1,5`.
    Comma,
}

/// Words that count as empty cells, in any case.
pub(crate) const MISSING_WORDS: [&str; 4] = ["nan", "none", "null", "na"];

/// Whether a trimmed cell counts as empty: nothing, or one of the [`MISSING_WORDS`].
pub(crate) fn is_missing(cell: &str) -> bool {
    cell.is_empty()
        || (cell.len() <= 4
            && MISSING_WORDS
                .iter()
                .any(|word| cell.eq_ignore_ascii_case(word)))
}

/// Understands a trimmed cell.
pub(crate) fn parse(cell: &str) -> Value {
    if is_missing(cell) {
        return Value::Missing;
    }
    match parse_number(cell) {
        Some(number) => number,
        None => parse_moment(cell).map_or(Value::Word, Value::Moment),
    }
}

/// A number in decimal notation, or an infinity. Never `Missing`, `Moment` or `Word`.
fn parse_number(cell: &str) -> Option<Value> {
    let bytes = cell.as_bytes();
    let unsigned = bytes
        .strip_prefix(b"-")
        .or_else(|| bytes.strip_prefix(b"+"))
        .unwrap_or(bytes);
    if !unsigned.first()?.is_ascii_digit() && !matches!(unsigned[0], b'.' | b',') {
        let infinite = [&b"inf"[..], b"infinity"]
            .iter()
            .any(|word| unsigned.eq_ignore_ascii_case(word));
        return infinite.then_some(Value::OutOfRange);
    }
    let (decimal, digits) = notation(unsigned)?;
    // Few digits without a fraction are exact as they are.
    if decimal == Decimal::None && digits <= 15 {
        let magnitude = unsigned
            .iter()
            .fold(0_u64, |value, byte| value * 10 + u64::from(byte - b'0'));
        let signed = if bytes[0] == b'-' {
            -(magnitude as f64)
        } else {
            magnitude as f64
        };
        return Some(Value::Number(signed + 0.0, decimal));
    }
    let number: f64 = match decimal {
        Decimal::Comma => cell.replace(',', ".").parse().ok()?,
        _ => cell.parse().ok()?,
    };
    if number.is_finite() {
        // Adding zero turns −0 into 0, so that equal numbers have equal bytes.
        Some(Value::Number(number + 0.0, decimal))
    } else {
        Some(Value::OutOfRange)
    }
}

/// Checks `digits [. or , digits] [e [sign] digits]` and counts the digits before the exponent.
fn notation(unsigned: &[u8]) -> Option<(Decimal, usize)> {
    let mut decimal = Decimal::None;
    let mut digits = 0;
    let mut bytes = unsigned.iter();
    while let Some(byte) = bytes.next() {
        match byte {
            b'0'..=b'9' => digits += 1,
            b'.' if decimal == Decimal::None => decimal = Decimal::Point,
            b',' if decimal == Decimal::None => decimal = Decimal::Comma,
            b'e' | b'E' if digits > 0 => {
                let exponent = bytes.as_slice();
                let exponent = exponent
                    .strip_prefix(b"-")
                    .or_else(|| exponent.strip_prefix(b"+"))
                    .unwrap_or(exponent);
                let sound = !exponent.is_empty() && exponent.iter().all(u8::is_ascii_digit);
                let decimal = if decimal == Decimal::None {
                    Decimal::Point
                } else {
                    decimal
                };
                return sound.then_some((decimal, digits));
            }
            _ => return None,
        }
    }
    (digits > 0).then_some((decimal, digits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_nothing_are_missing() {
        for cell in ["", "NaN", "none", "NULL", "Na"] {
            assert_eq!(parse(cell), Value::Missing, "{cell}");
        }
        assert_eq!(parse("nano"), Value::Word);
    }

    #[test]
    fn numbers_are_recognised_in_common_notations() {
        let number = |cell| match parse(cell) {
            Value::Number(number, decimal) => (number, decimal),
            other => panic!("{cell}: {other:?}"),
        };
        assert_eq!(number("42"), (42.0, Decimal::None));
        assert_eq!(number("+7"), (7.0, Decimal::None));
        assert_eq!(number("-1.5"), (-1.5, Decimal::Point));
        assert_eq!(number(".5"), (0.5, Decimal::Point));
        assert_eq!(number("5."), (5.0, Decimal::Point));
        assert_eq!(number("1,25"), (1.25, Decimal::Comma));
        assert_eq!(number("1E-3"), (0.001, Decimal::Point));
        assert_eq!(
            number("123456789012345678"),
            (123_456_789_012_345_678.0, Decimal::None)
        );
        assert_eq!(number("1e-400"), (0.0, Decimal::Point));
        assert!(number("-0").0.is_sign_positive());
        assert!(number("-0.0").0.is_sign_positive());
    }

    #[test]
    fn numbers_beyond_the_range_are_told_apart() {
        for cell in ["1e400", "-1e400", "inf", "-Infinity"] {
            assert_eq!(parse(cell), Value::OutOfRange, "{cell}");
        }
    }

    #[test]
    fn what_only_looks_like_a_number_is_a_word() {
        for cell in [
            "1.2.3", "1,234.5", "0x10", "1e", "e5", "-", ".", "12 %", "=1+1", "1_000", "--1",
        ] {
            assert_eq!(parse(cell), Value::Word, "{cell}");
        }
    }
}
