//! Runs: read here, written together with the job that made them.

use super::{Core, Page, PageRequest, StoreError};
use crate::domain::{Owner, Run, RunId};

impl Core {
    /// One run (access pattern C22).
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn run(&self, owner: Owner, id: RunId) -> Result<Option<Run>, StoreError> {
        self.get(owner, id).await
    }

    /// An owner's runs, newest first (access pattern C23).
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn runs(&self, owner: Owner, page: &PageRequest) -> Result<Page<Run>, StoreError> {
        self.list(owner, page, None).await
    }
}
