//! Datasets: one uploaded CSV each; the same name again is the next version.

use serde::{Deserialize, Serialize};

use super::{DatasetId, Timestamp, UserId};

/// Where a dataset stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum DatasetStatus {
    /// Announced; the object has not been validated.
    AwaitingUpload,
    /// Validated; can be trained on.
    Ready,
    /// The object broke a rule; it was deleted, the reason is kept.
    Rejected,
    /// Nothing usable arrived in time.
    Expired,
}

/// The name of an uploaded file, as the user typed it, fit to be shown and sent in a header.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DatasetName(String);

/// Why a filename is not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    /// Nothing before the extension.
    #[error("the filename is empty: give the file a name such as sales.csv")]
    Empty,
    /// More than 255 bytes.
    #[error("the filename is longer than 255 bytes: shorten it")]
    TooLong,
    /// Another extension.
    #[error("only .csv files can be datasets: save the table as CSV and name it something.csv")]
    NotCsv,
    /// A path separator or a control character.
    #[error("the filename holds a path separator or a control character: use a plain name")]
    NotPlain,
}

impl DatasetName {
    /// Checks a filename.
    ///
    /// # Errors
    /// The first rule that it breaks.
    pub fn parse(filename: &str) -> Result<Self, NameError> {
        let name = filename.trim();
        if name.len() > 255 {
            return Err(NameError::TooLong);
        }
        if name
            .chars()
            .any(|c| c.is_control() || c == '/' || c == '\\')
        {
            return Err(NameError::NotPlain);
        }
        match name
            .len()
            .checked_sub(4)
            .and_then(|at| name.split_at_checked(at))
        {
            Some((stem, extension)) if extension.eq_ignore_ascii_case(".csv") => {
                if stem.trim().is_empty() {
                    Err(NameError::Empty)
                } else {
                    Ok(Self(name.to_owned()))
                }
            }
            _ if name.is_empty() => Err(NameError::Empty),
            _ => Err(NameError::NotCsv),
        }
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What the client said it would upload; the object is held against it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UploadExpectation {
    /// Exact length of the object in bytes.
    pub size_bytes: u64,
    /// Lower-case hex SHA-256 of the object, when the client gave one.
    pub sha256: Option<String>,
    /// Until when the presigned PUT may be used.
    pub expires_at: Timestamp,
}

/// Why an upload was refused, kept so that asking again gives the same answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rejection {
    /// The rule's name in kebab-case.
    pub rule: String,
    /// What was found, where, and what would be right.
    pub detail: String,
    /// Line of the file, from 1, when the fault has one.
    pub line: Option<u64>,
    /// Column name, when the fault has one.
    pub column: Option<String>,
}

/// One version of an uploaded CSV.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dataset {
    /// Identifier.
    pub id: DatasetId,
    /// Whose it is.
    pub user_id: UserId,
    /// The uploaded file's name.
    pub name: DatasetName,
    /// Counts uploads of the same name from 1; final once the dataset is ready.
    pub version: u32,
    /// Where it stands.
    pub status: DatasetStatus,
    /// Length in bytes: announced at first, measured once ready.
    pub size_bytes: u64,
    /// Lower-case hex SHA-256 of the content, once ready.
    pub sha256: Option<String>,
    /// Data rows, once ready.
    pub rows: Option<u64>,
    /// Columns, once ready.
    pub columns: Option<u64>,
    /// When it was announced.
    pub created_at: Timestamp,
    /// What the client announced.
    pub expected: UploadExpectation,
    /// Why it was refused, if it was.
    pub rejection: Option<Rejection>,
}

impl Dataset {
    /// A dataset whose object is yet to arrive.
    pub fn awaiting_upload(
        id: DatasetId,
        user_id: UserId,
        name: DatasetName,
        version: u32,
        expected: UploadExpectation,
        now: Timestamp,
    ) -> Self {
        Self {
            id,
            user_id,
            name,
            version,
            status: DatasetStatus::AwaitingUpload,
            size_bytes: expected.size_bytes,
            sha256: None,
            rows: None,
            columns: None,
            created_at: now,
            expected,
            rejection: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{DatasetName, NameError};

    #[test]
    fn only_plain_csv_names_are_accepted() {
        for good in ["a.csv", "Продажи 2026.CSV", " spaced.csv "] {
            assert!(DatasetName::parse(good).is_ok(), "{good}");
        }
        for (bad, why) in [
            ("", NameError::Empty),
            (".csv", NameError::Empty),
            ("data.xlsx", NameError::NotCsv),
            ("csv", NameError::NotCsv),
            ("../../etc/passwd.csv", NameError::NotPlain),
            ("a\nb.csv", NameError::NotPlain),
            ("日本", NameError::NotCsv),
        ] {
            assert_eq!(DatasetName::parse(bad), Err(why), "{bad}");
        }
        assert_eq!(
            DatasetName::parse(&format!("{}.csv", "x".repeat(252))),
            Err(NameError::TooLong)
        );
    }
}
