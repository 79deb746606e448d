//! Text from files, made safe and short for a terminal, and numbers as people read them.

use console::truncate_str;

/// Text without characters that steer a terminal or turn the reading direction; they are written out.
pub(crate) fn visible(text: &str) -> String {
    escape(text, false)
}

/// As [`visible`], but lines stay lines.
pub(crate) fn visible_lines(text: &str) -> String {
    escape(text, true)
}

fn escape(text: &str, keep_lines: bool) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        let steers = character.is_control()
            || matches!(character, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        if steers && !(keep_lines && character == '\n') {
            safe.extend(character.escape_default());
        } else {
            safe.push(character);
        }
    }
    safe
}

/// At most `width` columns of a terminal, an ellipsis where something is cut.
pub(crate) fn shorten(text: &str, width: usize) -> String {
    truncate_str(&visible(text), width, "…").into_owned()
}

/// The first `most` of a list, separated by commas, and how many more there are.
pub(crate) fn list<'a>(items: impl ExactSizeIterator<Item = &'a str>, most: usize) -> String {
    const ITEM_WIDTH: usize = 32;
    let more = items.len().saturating_sub(most);
    let mut shown: Vec<String> = items
        .take(most)
        .map(|item| shorten(item, ITEM_WIDTH))
        .collect();
    if more > 0 {
        shown.push(format!("and {more} more"));
    }
    shown.join(", ")
}

/// A score: two decimals, more where they are needed to tell it from 0 or 1.
pub(crate) fn score(value: f64) -> String {
    let size = value.abs();
    if value == 0.0 || size == 1.0 {
        return format!("{value:.2}");
    }
    if !(0.001..1e9).contains(&size) {
        return format!("{value:.1e}");
    }
    let decimals = match size {
        100.0.. => 0,
        10.0.. => 1,
        _ => 2,
    };
    let mut text = format!("{value:.decimals$}");
    for decimals in 3..=6 {
        let rounded: f64 = text.parse().unwrap_or(value);
        let hidden = (size < 1.0 && rounded.abs() == 1.0) || rounded == 0.0;
        if !hidden {
            break;
        }
        text = format!("{value:.decimals$}");
    }
    text
}

/// A number with as many decimals as suit the largest of its column.
pub(crate) fn like(value: f64, largest: f64) -> String {
    let decimals = match largest.abs() {
        100.0.. => 0,
        10.0.. => 1,
        0.1.. => 2,
        0.01.. => 3,
        _ => 4,
    };
    format!("{value:.decimals$}")
}

/// A value of a data set, to four significant digits; whole numbers up to 15 digits are exact.
pub(crate) fn value(value: f64) -> String {
    let size = value.abs();
    if value.fract() == 0.0 && size < 1e15 {
        return format!("{value:.0}");
    }
    if !(1e-4..1e6).contains(&size) {
        return format!("{value:.3e}");
    }
    let whole_digits = size.log10().floor() as i32 + 1;
    let decimals = usize::try_from(4 - whole_digits).unwrap_or(0);
    let text = format!("{value:.decimals$}");
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}

/// A number of bytes.
pub(crate) fn bytes(count: usize) -> String {
    let size = count as f64;
    match count {
        0..1000 => format!("{count} B"),
        1000..1_000_000 => format!("{:.1} kB", size / 1e3),
        _ => format!("{:.1} MB", size / 1e6),
    }
}

/// `1 row`, `2 rows`.
pub(crate) fn count(number: usize, what: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {what}{plural}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_cannot_steer_the_terminal() {
        assert_eq!(visible("a\u{1b}[2Jb\n"), "a\\u{1b}[2Jb\\n");
        assert_eq!(visible("\u{202e}exe"), "\\u{202e}exe");
        assert_eq!(visible_lines("é\r\nb"), "é\\r\nb");
    }

    #[test]
    fn scores_never_look_perfect_or_worthless_when_they_are_not() {
        let shown = [
            0.8314, 0.9962, 0.99996, 0.0312, 0.0042, 53.47, 2859.7, 1.0, 0.0, -0.004,
        ];
        assert_eq!(
            shown.map(score),
            [
                "0.83", "0.996", "0.99996", "0.03", "0.004", "53.5", "2860", "1.00", "0.00",
                "-0.004"
            ]
        );
        assert_eq!(score(0.000_012), "1.2e-5");
    }

    #[test]
    fn numbers_of_a_column_are_alike() {
        assert_eq!(
            [0.2512, 0.0004].map(|value| like(value, 0.25)),
            ["0.25", "0.00"]
        );
        assert_eq!(
            [53.47, 0.04].map(|value| like(value, 53.47)),
            ["53.5", "0.0"]
        );
    }

    #[test]
    fn values_keep_four_digits() {
        let shown = [
            39.1,
            2700.0,
            0.038_076,
            2881.05,
            0.916_700_006,
            1e-7,
            12_345_678.5,
            0.0,
        ];
        assert_eq!(
            shown.map(value),
            [
                "39.1", "2700", "0.03808", "2881", "0.9167", "1.000e-7", "1.235e7", "0"
            ]
        );
    }

    #[test]
    fn long_lists_say_how_much_they_leave_out() {
        let items = ["a", "b", "c"];
        assert_eq!(list(items.into_iter(), 2), "a, b, and 1 more");
        assert_eq!(list(items.into_iter(), 3), "a, b, c");
    }
}
