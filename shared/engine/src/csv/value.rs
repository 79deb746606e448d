//! What a single cell says: nothing, a number, a moment, or a word.

use super::decimal::Written;
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
    let written = Written::read(unsigned)?;
    let decimal = written.decimal;
    let number = match written.nearest() {
        Some(magnitude) if bytes[0] == b'-' => -magnitude,
        Some(magnitude) => magnitude,
        None if decimal == Decimal::Comma => cell.replace(',', ".").parse().ok()?,
        None => cell.parse::<f64>().ok()?,
    };
    if number.is_finite() {
        // Adding zero turns −0 into 0, so that equal numbers have equal bytes.
        Some(Value::Number(number + 0.0, decimal))
    } else {
        Some(Value::OutOfRange)
    }
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
