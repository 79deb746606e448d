//! A core table and queues for one test, and the functions wired to them.

use std::collections::BTreeSet;

use aws_sdk_dynamodb::types::{
    AttributeDefinition, AttributeValue, BillingMode, GlobalSecondaryIndex, KeySchemaElement,
    KeyType, Projection, ProjectionType, ScalarAttributeType,
};
use sha2::{Digest, Sha256};
use stint_engine::{CsvRules, Profile, TrainRequest, profile_csv};
use stint_platform::aws::{self, SdkConfig};
use stint_platform::domain::{
    ArtifactId, Dataset, DatasetId, DatasetName, DatasetQuota, DatasetRef, Job, JobId, JobQuota,
    Output, Owner, RunId, Timestamp, TrainParameters, Training, UploadExpectation, UserId, Work,
};
use stint_platform::objects::{Objects, keys};
use stint_platform::store::{Core, Promotion, Schema};
use stint_platform::{hex, new_id};
use stint_tests::setting;

/// A dataset that trains in no time.
pub(crate) const CSV: &str = "size,colour,label\n1,red,a\n2,red,a\n3,blue,b\n4,blue,b\n1.5,red,a\n3.5,blue,b\n\
                       1.1,red,a\n3.2,blue,b\n2.1,red,a\n4.4,blue,b\n1.7,red,a\n3.9,blue,b\n";

/// Limits that no test reaches by accident.
const DATASETS: DatasetQuota = DatasetQuota {
    datasets: 100,
    bytes: 1 << 30,
};
const JOBS: JobQuota = JobQuota {
    open: 100,
    per_day: 100,
};

/// Tables and queues of one test.
pub(crate) struct Sandbox {
    pub(crate) sdk: SdkConfig,
    pub(crate) core: Core,
    pub(crate) objects: Objects,
    pub(crate) owner: Owner,
    dynamodb: aws_sdk_dynamodb::Client,
    sqs: aws_sdk_sqs::Client,
    table: String,
    training: String,
    uploads: String,
}

/// Runs a test in a sandbox and removes the sandbox, whatever happens.
pub(crate) fn in_sandbox<F>(test: impl FnOnce(std::sync::Arc<Sandbox>) -> F)
where
    F: Future<Output = ()> + 'static,
{
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    tokio::task::LocalSet::new().block_on(&runtime, async {
        let sandbox = std::sync::Arc::new(Sandbox::new().await);
        let outcome = tokio::task::spawn_local(test(sandbox.clone())).await;
        sandbox.remove().await;
        if let Err(failed) = outcome {
            std::panic::resume_unwind(failed.into_panic());
        }
    });
}

impl Sandbox {
    async fn new() -> Self {
        let sdk = aws::load().await;
        let dynamodb = aws::dynamodb(&sdk);
        let sqs = aws_sdk_sqs::Client::new(&sdk);
        let name = format!("recovery-{}", new_id());
        create_table(&dynamodb, &name).await;
        let queue = async |suffix: &str| {
            let made = sqs
                .create_queue()
                .queue_name(format!("{name}-{suffix}"))
                .send()
                .await;
            made.expect("a queue").queue_url.expect("its address")
        };
        Self {
            core: Core::new(dynamodb.clone(), name.clone()),
            objects: Objects::new(&sdk, setting("BUCKET_DATA")),
            owner: Owner::vouched(UserId::new(new_id())),
            training: queue("training").await,
            uploads: queue("uploads").await,
            table: name,
            dynamodb,
            sqs,
            sdk,
        }
    }

    async fn remove(&self) {
        while self
            .objects
            .delete_everything(self.owner)
            .await
            .expect("the bucket answers")
        {}
        self.dynamodb
            .delete_table()
            .table_name(&self.table)
            .send()
            .await
            .expect("the table goes");
        for queue in [&self.training, &self.uploads] {
            self.sqs
                .delete_queue()
                .queue_url(queue)
                .send()
                .await
                .expect("the queue goes");
        }
    }

    /// The database, for what no room offers.
    pub(crate) fn dynamodb(&self) -> &aws_sdk_dynamodb::Client {
        &self.dynamodb
    }

    /// The core table's name.
    pub(crate) fn table(&self) -> &str {
        &self.table
    }

    /// The trainer on this sandbox.
    pub(crate) fn trainer(&self, real_training: bool) -> trainer::App {
        let config = trainer::Config {
            table_core: self.table.clone(),
            bucket: setting("BUCKET_DATA"),
            real_training,
            max_csv_bytes: 10 * 1024 * 1024,
            csv: CsvRules::default(),
            max_artifacts: 5,
        };
        trainer::App::new(config, &self.sdk)
    }

    /// Delivers a job to the trainer.
    pub(crate) async fn work(&self, id: JobId) {
        let delivered = trainer::run_job(&self.trainer(true), self.host(), self.owner, id).await;
        delivered.expect("no interruption");
    }

    /// Delivers a job to eight trainers at once, and once more when they are done.
    pub(crate) async fn deliver_many_times(&self, id: JobId) {
        let app = self.trainer(true);
        let deliveries: Vec<_> = (0..8)
            .map(|_| {
                let (app, host, owner) = (app.clone(), self.host(), self.owner);
                tokio::spawn(async move { trainer::run_job(&app, host, owner, id).await })
            })
            .collect();
        for delivery in deliveries {
            delivery.await.expect("no panic").expect("no interruption");
        }
        self.work(id).await;
    }

    /// The janitor on this sandbox.
    pub(crate) fn janitor(&self) -> janitor::App {
        let config = janitor::Config {
            table_core: self.table.clone(),
            bucket: setting("BUCKET_DATA"),
            training_queue: self.training.clone(),
            uploads_queue: self.uploads.clone(),
            ttl_days: 30,
            ttl_check_seconds: 300,
            ttl_batch: 500,
        };
        janitor::App::new(config, &self.sdk)
    }

    /// A machine with time.
    pub(crate) fn host(&self) -> trainer::Host {
        trainer::Host {
            stop_at: now().plus_seconds(290),
            memory_mb: 3008,
        }
    }

    /// Bodies of all messages on the training queue; they are taken off.
    pub(crate) async fn announced(&self) -> Vec<String> {
        self.drain(&self.training).await
    }

    /// Bodies of all messages on the uploads queue; they are taken off.
    pub(crate) async fn uploads_announced(&self) -> Vec<String> {
        self.drain(&self.uploads).await
    }

    async fn drain(&self, queue: &str) -> Vec<String> {
        let received = self
            .sqs
            .receive_message()
            .queue_url(queue)
            .max_number_of_messages(10)
            .send();
        let mut bodies = Vec::new();
        for message in received
            .await
            .expect("the queue answers")
            .messages
            .unwrap_or_default()
        {
            let handle = message.receipt_handle.expect("a handle");
            let deleted = self
                .sqs
                .delete_message()
                .queue_url(queue)
                .receipt_handle(handle)
                .send();
            deleted.await.expect("the message goes");
            bodies.push(message.body.unwrap_or_default());
        }
        bodies
    }

    /// A dataset record whose object is awaited, made at `made`.
    pub(crate) async fn awaited(&self, made: Timestamp) -> Dataset {
        let expected = UploadExpectation {
            size_bytes: CSV.len() as u64,
            sha256: None,
            expires_at: made.plus_seconds(300),
        };
        let name = DatasetName::parse("sandbox.csv").expect("a name");
        let id = DatasetId::new(new_id());
        let dataset = Dataset::awaiting_upload(id, self.owner.user_id(), name, 1, expected, made);
        let created = self.core.create_dataset(&dataset, &DATASETS).await;
        created.expect("a record").expect("within the limits");
        dataset
    }

    /// Its object.
    pub(crate) async fn arrive(&self, dataset: &Dataset) {
        let key = keys::dataset_csv(self.owner, dataset.id);
        self.objects
            .put_once(&key, "text/csv", CSV.into())
            .await
            .expect("an object");
    }

    /// A ready dataset, made at `made`.
    pub(crate) async fn ready(&self, made: Timestamp) -> Dataset {
        self.ready_with(CSV, made).await
    }

    /// A ready dataset with this content.
    pub(crate) async fn ready_with(&self, csv: &str, made: Timestamp) -> Dataset {
        let mut dataset = self.awaited(made).await;
        let key = keys::dataset_csv(self.owner, dataset.id);
        let content = csv.to_owned().into();
        self.objects
            .put_once(&key, "text/csv", content)
            .await
            .expect("an object");
        let profile = profile(csv);
        dataset.sha256 = Some(hex(&Sha256::digest(csv)));
        dataset.rows = Some(profile.rows as u64);
        let schema = Schema {
            user_id: dataset.user_id,
            dataset_id: dataset.id,
            rows: profile.rows as u64,
            columns: profile.schema(),
        };
        let key = keys::dataset_profile(self.owner, dataset.id);
        self.objects
            .put_once(&key, "application/json", "{}".into())
            .await
            .expect("an object");
        match self
            .core
            .promote_dataset(dataset, &schema)
            .await
            .expect("promoted")
        {
            Promotion::Done(dataset) => *dataset,
            Promotion::Superseded => panic!("nobody else is here"),
        }
    }

    /// A job that waits, made at `made`.
    pub(crate) async fn waiting(&self, dataset: &Dataset, made: Timestamp) -> Job {
        self.waiting_for(TrainRequest::default(), dataset, made)
            .await
    }

    /// A job that waits for what is asked.
    pub(crate) async fn waiting_for(
        &self,
        request: TrainRequest,
        dataset: &Dataset,
        made: Timestamp,
    ) -> Job {
        let schema = self
            .core
            .schema(self.owner, dataset.id)
            .await
            .expect("an answer");
        let schema = schema.expect("a ready dataset has a schema");
        let spec = request.resolve(&schema.columns, schema.rows as usize);
        let spec = spec.expect("a request that can be met");
        let dataset = reference(dataset);
        let parameters = TrainParameters { dataset, spec };
        let (run, artifact) = (RunId::new(new_id()), ArtifactId::new(new_id()));
        let training = Training::new(run, artifact, parameters);
        self.waiting_with(Work::Train(Box::new(training)), made)
            .await
    }

    /// A job that waits for this work.
    pub(crate) async fn waiting_with(&self, work: Work, made: Timestamp) -> Job {
        let job = Job::waiting(JobId::new(new_id()), self.owner.user_id(), work, made);
        let created = self.core.create_job(&job, &JOBS).await;
        created.expect("a record").expect("within the limits");
        job
    }

    /// The job as it now is.
    pub(crate) async fn job(&self, id: JobId) -> Job {
        self.core
            .job(self.owner, id)
            .await
            .expect("the table answers")
            .expect("the job is there")
    }

    /// Holds records against objects: nothing is missing, nothing is left over.
    pub(crate) async fn assert_consistent(&self) {
        let page = stint_platform::store::PageRequest {
            limit: 1000,
            after: None,
        };
        let mut wanted = BTreeSet::new();
        for artifact in self
            .core
            .artifacts(self.owner, &page)
            .await
            .expect("a list")
            .items
        {
            wanted.extend(
                artifact
                    .files
                    .iter()
                    .map(|file| keys::artifact(&artifact, file.format)),
            );
        }
        for run in self
            .core
            .runs(self.owner, &page)
            .await
            .expect("a list")
            .items
        {
            wanted.insert(keys::report(self.owner, run.id, &run.mode_used));
        }
        for dataset in self
            .core
            .datasets(self.owner, &page)
            .await
            .expect("a list")
            .items
        {
            if dataset.status == stint_platform::domain::DatasetStatus::Ready {
                wanted.extend(keys::of_dataset(&dataset));
            }
        }
        for output in self.outputs().await {
            wanted.insert(keys::of_output(&output));
        }
        assert_eq!(self.objects_of_owner().await, wanted);
    }

    /// What jobs made of datasets, those that are gone included.
    pub(crate) async fn outputs(&self) -> Vec<Output> {
        let listed = self
            .dynamodb
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :pk AND begins_with(sk, :kind)")
            .expression_attribute_values(
                ":pk",
                AttributeValue::S(format!("USER#{}", self.owner.user_id())),
            )
            .expression_attribute_values(":kind", AttributeValue::S("OUTPUT#".to_owned()))
            .consistent_read(true)
            .send()
            .await
            .expect("the table answers");
        let outputs = serde_dynamo::from_items(listed.items().to_vec());
        outputs.expect("well-formed records")
    }

    /// Keys of all objects of the owner.
    pub(crate) async fn objects_of_owner(&self) -> BTreeSet<String> {
        let config = aws_sdk_s3::config::Builder::from(&self.sdk)
            .force_path_style(true)
            .build();
        let listed = aws_sdk_s3::Client::from_conf(config)
            .list_objects_v2()
            .bucket(setting("BUCKET_DATA"))
            .prefix(keys::everything(self.owner))
            .send()
            .await
            .expect("the bucket answers");
        listed
            .contents()
            .iter()
            .filter_map(|object| object.key().map(str::to_owned))
            .collect()
    }

    /// How many records the owner has, of whatever kind.
    pub(crate) async fn record_count(&self) -> usize {
        let counted = self
            .dynamodb
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :pk")
            .expression_attribute_values(
                ":pk",
                AttributeValue::S(format!("USER#{}", self.owner.user_id())),
            )
            .send()
            .await;
        counted.expect("the table answers").count as usize
    }
}

/// A ready dataset as a job names it.
pub(crate) fn reference(dataset: &Dataset) -> DatasetRef {
    DatasetRef::to(dataset).expect("a ready dataset has a hash")
}

/// The real time.
pub(crate) fn now() -> Timestamp {
    stint_platform::clock::now()
}

/// The time in forty days, at a full five minutes and a bit: when old datasets are looked for.
pub(crate) fn forty_days_later() -> Timestamp {
    let seconds = now().unix_seconds() + 40 * 24 * 3600;
    Timestamp::from_unix_millis((seconds - seconds % 300 + 1) * 1000)
}

/// The time in ten minutes.
pub(crate) fn ten_minutes_later() -> Timestamp {
    now().plus_seconds(600)
}

fn profile(csv: &str) -> Profile {
    profile_csv(csv.as_bytes(), &CsvRules::default()).expect("a usable file")
}

async fn create_table(dynamodb: &aws_sdk_dynamodb::Client, name: &str) {
    let attribute = |name: &str| {
        AttributeDefinition::builder()
            .attribute_name(name)
            .attribute_type(ScalarAttributeType::S)
            .build()
            .expect("a definition")
    };
    let key = |name: &str, kind: KeyType| {
        KeySchemaElement::builder()
            .attribute_name(name)
            .key_type(kind)
            .build()
            .expect("a key")
    };
    let sweep = GlobalSecondaryIndex::builder()
        .index_name("sweep")
        .key_schema(key("sweep_pk", KeyType::Hash))
        .key_schema(key("sweep_sk", KeyType::Range))
        .projection(
            Projection::builder()
                .projection_type(ProjectionType::KeysOnly)
                .build(),
        )
        .build()
        .expect("an index");
    dynamodb
        .create_table()
        .table_name(name)
        .billing_mode(BillingMode::PayPerRequest)
        .set_attribute_definitions(Some(
            ["pk", "sk", "sweep_pk", "sweep_sk"].map(attribute).into(),
        ))
        .key_schema(key("pk", KeyType::Hash))
        .key_schema(key("sk", KeyType::Range))
        .global_secondary_indexes(sweep)
        .send()
        .await
        .expect("a table");
}
