//! Limits on what one owner may have.

use super::{Dataset, DatasetStatus, Job};

/// A limit that is reached.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum QuotaExceeded {
    /// Too many jobs wait or run.
    #[error(
        "{found} of your jobs wait or run, and {limit} may at once: wait until one ends, or cancel one"
    )]
    OpenJobs {
        /// Jobs that wait or run.
        found: usize,
        /// How many may.
        limit: usize,
    },
    /// Too many jobs were made within 24 hours.
    #[error(
        "you made {found} jobs within the last 24 hours, and {limit} are allowed: try again later"
    )]
    JobsPerDay {
        /// Jobs made within 24 hours.
        found: usize,
        /// How many are allowed.
        limit: usize,
    },
    /// Too many datasets.
    #[error("you have {found} datasets, and {limit} are allowed: delete one first")]
    Datasets {
        /// Datasets that there are.
        found: usize,
        /// How many are allowed.
        limit: usize,
    },
    /// Too many bytes.
    #[error(
        "your datasets have {found} bytes, this one has {more}, and {limit} are allowed together: \
         delete some first"
    )]
    DatasetBytes {
        /// Bytes of the datasets that there are.
        found: u64,
        /// Bytes of the new one.
        more: u64,
        /// How many are allowed.
        limit: u64,
    },
}

/// How many jobs an owner may have. What one job can cost is limited by the time that a function
/// may run, so this limits what an owner can cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JobQuota {
    /// Jobs that wait or run.
    pub open: usize,
    /// Jobs made within 24 hours.
    pub per_day: usize,
}

impl JobQuota {
    /// Seconds for which a job counts.
    pub const PERIOD: i64 = 24 * 3600;

    /// Whether one job more is allowed beside those of the last 24 hours. An older one is over: a
    /// job that does not end is ended by the janitor within an hour.
    ///
    /// # Errors
    /// The limit that is reached.
    pub fn check(&self, recent: &[Job]) -> Result<(), QuotaExceeded> {
        let open = recent.iter().filter(|job| !job.status.is_final()).count();
        if open >= self.open {
            let limit = self.open;
            return Err(QuotaExceeded::OpenJobs { found: open, limit });
        }
        if recent.len() >= self.per_day {
            return Err(QuotaExceeded::JobsPerDay {
                found: recent.len(),
                limit: self.per_day,
            });
        }
        Ok(())
    }
}

/// How much data an owner may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DatasetQuota {
    /// Datasets, those that were refused included.
    pub datasets: usize,
    /// Bytes of those that have a file, or wait for one.
    pub bytes: u64,
}

impl DatasetQuota {
    /// Whether one dataset more, of so many bytes, is allowed.
    ///
    /// # Errors
    /// The limit that is reached.
    pub fn check(&self, present: &[Dataset], more: u64) -> Result<(), QuotaExceeded> {
        if present.len() >= self.datasets {
            return Err(QuotaExceeded::Datasets {
                found: present.len(),
                limit: self.datasets,
            });
        }
        let found = present
            .iter()
            .filter(|dataset| {
                matches!(
                    dataset.status,
                    DatasetStatus::AwaitingUpload | DatasetStatus::Ready
                )
            })
            .fold(0_u64, |sum, dataset| sum.saturating_add(dataset.size_bytes));
        if found.saturating_add(more) > self.bytes {
            let limit = self.bytes;
            return Err(QuotaExceeded::DatasetBytes { found, more, limit });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{DatasetQuota, QuotaExceeded};
    use crate::domain::{
        Dataset, DatasetId, DatasetName, DatasetStatus, Timestamp, UploadExpectation, UserId,
    };
    use crate::new_id;

    fn dataset(size_bytes: u64, status: DatasetStatus) -> Dataset {
        let now = Timestamp::from_unix_millis(0);
        let expected = UploadExpectation {
            size_bytes,
            sha256: None,
            expires_at: now,
        };
        let name = DatasetName::parse("a.csv").expect("a name");
        let (id, user) = (DatasetId::new(new_id()), UserId::new(new_id()));
        Dataset {
            status,
            ..Dataset::awaiting_upload(id, user, name, 1, expected, now)
        }
    }

    #[test]
    fn bytes_count_while_there_is_a_file_or_one_may_come() {
        let quota = DatasetQuota {
            datasets: 4,
            bytes: 100,
        };
        let present = [
            dataset(40, DatasetStatus::Ready),
            dataset(40, DatasetStatus::AwaitingUpload),
            dataset(40, DatasetStatus::Rejected),
        ];
        assert_eq!(quota.check(&present, 20), Ok(()));
        let exceeded = QuotaExceeded::DatasetBytes {
            found: 80,
            more: 21,
            limit: 100,
        };
        assert_eq!(quota.check(&present, 21), Err(exceeded));
        let four = [&present[..], &present[..1]].concat();
        assert_eq!(
            quota.check(&four, 1),
            Err(QuotaExceeded::Datasets { found: 4, limit: 4 })
        );
    }
}
