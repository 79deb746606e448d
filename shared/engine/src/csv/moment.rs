//! Dates and times as cells write them.

/// A moment without a time zone's history: seconds since 1970-01-01 00:00 UTC.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Moment {
    /// Seconds since 1970-01-01 00:00 UTC, negative before.
    pub(crate) seconds: f64,
    /// Whether a time of day was given.
    pub(crate) has_time: bool,
}

pub(crate) const SECONDS_PER_DAY: f64 = 86_400.0;

/// Reads `2024-05-31`, `2024/05/31` and `31.05.2024`, each optionally followed by a blank or `T` and
/// `12:30[:15[.5]]` and `Z` or `+02:00`. Orders that could be mistaken, such as 05/06/2024, are not dates.
pub(crate) fn parse_moment(cell: &str) -> Option<Moment> {
    let bytes = cell.as_bytes();
    if bytes.len() < 10 || bytes.len() > 35 {
        return None;
    }
    let (date, rest) = bytes.split_at(10);
    let (year, month, day) = match date {
        [_, _, _, _, a @ (b'-' | b'/'), _, _, b, _, _] if a == b => (
            digits(&date[..4])?,
            digits(&date[5..7])?,
            digits(&date[8..])?,
        ),
        [_, _, b'.', _, _, b'.', ..] => (
            digits(&date[6..])?,
            digits(&date[3..5])?,
            digits(&date[..2])?,
        ),
        _ => return None,
    };
    if !(1..=12).contains(&month) || day < 1 || day > days_in_month(year, month) {
        return None;
    }
    let midnight = days_since_epoch(year, month, day) as f64 * SECONDS_PER_DAY;
    match rest {
        [] => Some(Moment {
            seconds: midnight,
            has_time: false,
        }),
        [b'T' | b't' | b' ', time @ ..] => Some(Moment {
            seconds: midnight + time_of_day(time)?,
            has_time: true,
        }),
        _ => None,
    }
}

/// Seconds of `hh:mm[:ss[.fraction]][zone]`, moved to UTC.
fn time_of_day(time: &[u8]) -> Option<f64> {
    let (clock, offset) = split_zone(time)?;
    let bounded = |bytes: &[u8], limit: i64| digits(bytes).filter(|&value| value < limit);
    let (hours, minutes, seconds) = match clock {
        [h1, h2, b':', m1, m2] => (bounded(&[*h1, *h2], 24)?, bounded(&[*m1, *m2], 60)?, 0.0),
        [h1, h2, b':', m1, m2, b':', s1, s2, fraction @ ..] => {
            let whole = bounded(&[*s1, *s2], 61)? as f64;
            let part = match fraction {
                [] => 0.0,
                [b'.' | b',', figures @ ..] if (1..=9).contains(&figures.len()) => {
                    digits(figures)? as f64 / 10_f64.powi(figures.len() as i32)
                }
                _ => return None,
            };
            (
                bounded(&[*h1, *h2], 24)?,
                bounded(&[*m1, *m2], 60)?,
                whole + part,
            )
        }
        _ => return None,
    };
    Some((hours * 3600 + minutes * 60 - offset) as f64 + seconds)
}

/// Splits a time from its zone; the zone's offset in seconds, 0 without one.
fn split_zone(time: &[u8]) -> Option<(&[u8], i64)> {
    if let Some(clock) = time.strip_suffix(b"Z").or_else(|| time.strip_suffix(b"z")) {
        return Some((clock, 0));
    }
    let Some(at) = time.iter().rposition(|byte| matches!(byte, b'+' | b'-')) else {
        return Some((time, 0));
    };
    let (hours, minutes) = match &time[at + 1..] {
        [h1, h2, b':', m1, m2] | [h1, h2, m1, m2] => (digits(&[*h1, *h2])?, digits(&[*m1, *m2])?),
        [h1, h2] => (digits(&[*h1, *h2])?, 0),
        _ => return None,
    };
    let offset = hours * 3600 + minutes * 60;
    Some((&time[..at], if time[at] == b'-' { -offset } else { offset }))
}

/// The number that ASCII digits write.
fn digits(bytes: &[u8]) -> Option<i64> {
    bytes.iter().try_fold(0, |value, byte| {
        byte.is_ascii_digit()
            .then(|| value * 10 + i64::from(byte - b'0'))
    })
}

const fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// Days from 1970-01-01 in the proleptic Gregorian calendar (Hinnant, *chrono-Compatible Low-Level Date
/// Algorithms*).
pub(crate) const fn days_since_epoch(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

/// Month, 1 to 12, of a day since 1970-01-01.
pub(crate) const fn month_of(days: i64) -> i64 {
    date_of(days).1
}

/// A moment as a cell: `2024-05-31` at midnight, else `2024-05-31T13:45:00`, in UTC, without parts of a second.
pub(crate) fn written_moment(seconds: f64) -> String {
    let seconds = seconds.floor() as i64;
    let (year, month, day) = date_of(seconds.div_euclid(86_400));
    let date = format!("{year:04}-{month:02}-{day:02}");
    match seconds.rem_euclid(86_400) {
        0 => date,
        rest => {
            let (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60);
            format!("{date}T{hour:02}:{minute:02}:{second:02}")
        }
    }
}

/// Year, month and day of a day since 1970-01-01: the inverse of [`days_since_epoch`].
const fn date_of(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_of_year = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_of_year + 2) / 5 + 1;
    let month = (month_of_year + 2) % 12 + 1;
    // The years counted here begin in March.
    let next = if month <= 2 { 1 } else { 0 };
    let year = days.div_euclid(146_097) * 400 + year_of_era + next;
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(cell: &str) -> Option<f64> {
        parse_moment(cell).map(|moment| moment.seconds)
    }

    #[test]
    fn common_notations_are_read() {
        assert_eq!(seconds("1970-01-02"), Some(86_400.0));
        assert_eq!(seconds("2000/03/01"), Some(951_868_800.0));
        assert_eq!(seconds("01.03.2000"), Some(951_868_800.0));
        assert_eq!(seconds("2000-03-01T01:00:00Z"), Some(951_872_400.0));
        assert_eq!(seconds("2000-03-01 02:00+01:00"), Some(951_872_400.0));
        assert_eq!(seconds("1970-01-01 00:00:01.250"), Some(1.25));
        assert_eq!(seconds("1969-12-31 23:59:59"), Some(-1.0));
    }

    #[test]
    fn impossible_and_ambiguous_dates_are_refused() {
        for cell in [
            "2023-02-29",
            "2023-13-01",
            "2023-00-10",
            "05/06/2024",
            "2024-05/06",
            "2024-05-31x",
            "2024-05-31T25:00",
            "2024-05-31T",
            "2024-05-31 1:00",
            "é024-05-31",
            "2024-05-31T10:00+x",
        ] {
            assert_eq!(seconds(cell), None, "{cell}");
        }
        assert!(seconds("2024-02-29").is_some());
    }

    #[test]
    fn dates_invert_days() {
        for (year, month, day) in [
            (1970, 1, 1),
            (1999, 12, 31),
            (2000, 2, 29),
            (1900, 3, 1),
            (2024, 7, 15),
        ] {
            assert_eq!(
                date_of(days_since_epoch(year, month, day)),
                (year, month, day)
            );
        }
    }

    #[test]
    fn a_written_moment_is_read_back() {
        for cell in [
            "2024-02-29",
            "1969-12-31T23:59:59",
            "0001-01-01",
            "9999-12-31T13:45:00",
        ] {
            assert_eq!(seconds(cell).map(written_moment).as_deref(), Some(cell));
        }
    }
}
