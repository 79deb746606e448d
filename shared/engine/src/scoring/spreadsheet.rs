//! Text that a spreadsheet opens without running anything.

use std::borrow::Cow;

/// Text that a spreadsheet would take for a formula gets a `'` before it; numbers and other text stay as they
/// are. Source: OWASP, "CSV Injection".
pub(super) fn harmless(text: &str) -> Cow<'_, str> {
    let first = text.trim_start_matches([' ', '\u{FEFF}']).chars().next();
    let formula = matches!(
        first,
        Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\t' | '\r' | '\n' | '\0')
    );
    if formula && !is_number(text) {
        format!("'{text}").into()
    } else {
        text.into()
    }
}

/// Whether it is a plain number, with a decimal point or comma.
fn is_number(text: &str) -> bool {
    let digits = text.trim().trim_start_matches(['+', '-']);
    digits.starts_with(|first: char| first.is_ascii_digit() || first == '.' || first == ',')
        && text.trim().replacen(',', ".", 1).parse::<f64>().is_ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::harmless;

    #[test]
    fn formulas_are_disarmed() {
        for text in [
            "=1+1",
            "+A1",
            "-cmd|'/C calc'!A0",
            "@SUM(A1)",
            "\t=1",
            "\0=1",
            " =1",
            "＝1+1",
            "-",
            "--1",
            "-inf",
        ] {
            assert_eq!(harmless(text), format!("'{text}"), "{text:?}");
        }
    }

    #[test]
    fn numbers_and_words_are_untouched() {
        for text in ["-1", "+1.5", "-1,5", "-1e-7", "1-2", "a=b", "", "'x"] {
            assert_eq!(harmless(text), text);
        }
    }

    proptest! {
        #[test]
        fn no_text_starts_a_formula_and_none_is_lost(text in "[=+@\t\0 \u{FEFF}'-]{0,3}\\PC{0,6}") {
            let safe = harmless(&text);
            let starts = safe.trim_start_matches([' ', '\u{FEFF}']).starts_with(['=', '+', '-', '@', '\t', '\0']);
            prop_assert!(!starts || safe.trim().replacen(',', ".", 1).parse::<f64>().is_ok(), "{safe:?}");
            prop_assert!(safe == text || safe.strip_prefix('\'') == Some(&text));
        }

        #[test]
        fn a_number_is_untouched(number in any::<f64>().prop_filter("finite", |number| number.is_finite())) {
            for text in [format!("{number:?}"), format!("{number:e}"), format!("{number:+}")] {
                prop_assert_eq!(harmless(&text), text.as_str());
                let comma = text.replace('.', ",");
                prop_assert_eq!(harmless(&comma), comma.as_str());
            }
        }
    }
}
