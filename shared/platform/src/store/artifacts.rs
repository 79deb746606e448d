//! Artifacts: read, pinned and deleted here, written together with their run.

use aws_sdk_dynamodb::types::{AttributeValue, Delete, ReturnValue, TransactWriteItem};

use super::core::{changed, transaction};
use super::item::{key, text};
use super::trainings::RunKey;
use super::{Core, Page, PageRequest, StoreError, Trash};
use crate::domain::{Artifact, ArtifactId, Owner};

impl Core {
    /// One artifact (access pattern C24).
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn artifact(
        &self,
        owner: Owner,
        id: ArtifactId,
    ) -> Result<Option<Artifact>, StoreError> {
        self.get(owner, id).await
    }

    /// An owner's artifacts, newest first (access pattern C25).
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn artifacts(
        &self,
        owner: Owner,
        page: &PageRequest,
    ) -> Result<Page<Artifact>, StoreError> {
        self.list(owner, page, None).await
    }

    /// Pins or unpins an artifact: as it now is, or `None` if it is gone (access pattern C26).
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn pin_artifact(
        &self,
        owner: Owner,
        id: ArtifactId,
        pinned: bool,
    ) -> Result<Option<Artifact>, StoreError> {
        let answer = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(key::<Artifact>(owner, id)))
            .update_expression("SET pinned = :pinned")
            .condition_expression("attribute_exists(pk)")
            .expression_attribute_values(":pinned", AttributeValue::Bool(pinned))
            .return_values(ReturnValue::AllNew)
            .send()
            .await;
        changed(answer)
    }

    /// Replaces an artifact, and the content key that leads to it, by a trash entry
    /// (access pattern C27). False if it is gone.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn delete_artifact(
        &self,
        artifact: &Artifact,
        trash: &Trash,
    ) -> Result<bool, StoreError> {
        let owner = Owner::vouched(artifact.user_id);
        let record = Delete::builder()
            .table_name(&self.table)
            .set_key(Some(key::<Artifact>(owner, artifact.id)))
            .condition_expression("attribute_exists(pk)")
            .build()?;
        let mut request = self
            .client
            .transact_write_items()
            .transact_items(TransactWriteItem::builder().delete(record).build())
            .transact_items(self.discard(trash)?);
        // A later artifact with the same content key keeps its own entry.
        let leads_to = self.earlier_result(owner, &artifact.run_key).await?;
        if leads_to.is_some_and(|result| result.artifact_id == artifact.id) {
            let found_by = Delete::builder()
                .table_name(&self.table)
                .set_key(Some(key::<RunKey>(owner, &artifact.run_key)))
                .condition_expression("artifact_id = :id")
                .expression_attribute_values(":id", text(artifact.id.to_string()))
                .build()?;
            request = request.transact_items(TransactWriteItem::builder().delete(found_by).build());
        }
        Ok(transaction(request.send().await)?.is_empty())
    }
}
