//! Points in time: UTC, whole milliseconds, fixed width as text so that text order is time order.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use time::format_description::BorrowedFormatItem;
use time::macros::format_description;
use time::{Duration, OffsetDateTime, PrimitiveDateTime};

const FORMAT: &[BorrowedFormatItem<'_>] =
    format_description!("[year]-[month]-[day]T[hour]:[minute]:[second].[subsecond digits:3]Z");

/// Where a room takes the time from; the domain itself never asks a clock.
pub type Clock = fn() -> Timestamp;

/// A moment in UTC, to the millisecond, written `2026-01-31T12:00:00.000Z` (RFC 3339).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(OffsetDateTime);

impl Timestamp {
    /// Milliseconds since 1970-01-01T00:00:00Z; values outside year 1..=9999 are clamped to 1970.
    pub fn from_unix_millis(millis: i64) -> Self {
        let nanos = i128::from(millis) * 1_000_000;
        Self(OffsetDateTime::from_unix_timestamp_nanos(nanos).unwrap_or(OffsetDateTime::UNIX_EPOCH))
    }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub fn unix_millis(self) -> i64 {
        self.0.unix_timestamp() * 1000 + i64::from(self.0.millisecond())
    }

    /// Whole seconds since 1970-01-01T00:00:00Z, as JWT and DynamoDB's TTL want them.
    pub fn unix_seconds(self) -> i64 {
        self.0.unix_timestamp()
    }

    /// This moment moved by `seconds` (negative: back).
    pub fn plus_seconds(self, seconds: i64) -> Self {
        Self::from_unix_millis(
            self.unix_millis() + Duration::seconds(seconds).whole_milliseconds() as i64,
        )
    }

    /// Milliseconds from `earlier` to this moment; 0 if it is not earlier.
    pub fn millis_since(self, earlier: Timestamp) -> u64 {
        u64::try_from(self.unix_millis() - earlier.unix_millis()).unwrap_or(0)
    }

    /// Reads the RFC 3339 form that [`fmt::Display`] writes.
    ///
    /// # Errors
    /// When `text` is not of that exact form.
    pub fn parse(text: &str) -> Result<Self, time::error::Parse> {
        PrimitiveDateTime::parse(text, FORMAT).map(|moment| Self(moment.assume_utc()))
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.format(FORMAT).map_err(|_| fmt::Error)?)
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::Timestamp;

    #[test]
    fn text_round_trips_and_sorts_like_time() {
        let early = Timestamp::from_unix_millis(1_700_000_000_007);
        let late = early.plus_seconds(1);
        assert_eq!(early.to_string(), "2023-11-14T22:13:20.007Z");
        assert_eq!(Timestamp::parse(&early.to_string()), Ok(early));
        assert!(early.to_string() < late.to_string());
        assert_eq!(late.millis_since(early), 1000);
        assert_eq!(early.millis_since(late), 0);
    }
}
