//! Models kept between invocations, so that a warm request reads no object.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use stint_engine::Model;
use stint_platform::domain::{Artifact, ArtifactFormat, ArtifactId, MAX_MODEL_BYTES};
use stint_platform::http::ApiError;
use stint_platform::objects::{Objects, keys};

/// Models that one sandbox keeps.
const CAPACITY: usize = 8;

type Kept = VecDeque<(ArtifactId, Arc<Model>)>;

/// The most recently used models, newest last.
#[derive(Clone, Debug)]
pub(crate) struct ModelCache {
    objects: Objects,
    kept: Arc<Mutex<Kept>>,
}

impl ModelCache {
    pub(crate) fn new(objects: Objects) -> Self {
        Self {
            objects,
            kept: Arc::default(),
        }
    }

    /// The model of an artifact that the caller has just read: a deleted one is never answered for.
    pub(crate) async fn get(&self, artifact: &Artifact) -> Result<Arc<Model>, ApiError> {
        if let Some(model) = self.take(artifact.id) {
            self.keep(artifact.id, model.clone());
            return Ok(model);
        }
        let key = keys::artifact(artifact, ArtifactFormat::Native);
        let stored = self.objects.get(&key, MAX_MODEL_BYTES).await?;
        let stored = stored.ok_or_else(|| ApiError::not_found("artifact"))?;
        let model = Arc::new(Model::from_bytes(&stored).map_err(ApiError::internal)?);
        self.keep(artifact.id, model.clone());
        Ok(model)
    }

    fn take(&self, id: ArtifactId) -> Option<Arc<Model>> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let at = kept.iter().position(|(known, _)| *known == id)?;
        kept.remove(at).map(|(_, model)| model)
    }

    fn keep(&self, id: ArtifactId, model: Arc<Model>) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() == CAPACITY {
            kept.pop_front();
        }
        kept.push_back((id, model));
    }
}
